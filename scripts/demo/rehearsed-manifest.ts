import { parseDocument } from 'yaml';
import type { Component, Manifest } from '../../src/train/manifest/manifest.ts';

/** A manifest for the rehearsal, and what of the real one it leaves out, in sentences. */
export interface RehearsedManifest {
  readonly text: string;
  readonly leftOut: readonly string[];
}

type Check = Component['health'][number];

/** What the embedded services can answer to. */
const KEPT = ['expect-version', 'severity', 'consecutive-successes', 'failure-limit', 'max-latency'];
const BAKE = '2s';

/**
 * The same manifest, whose health checks ask the embedded services, in quick succession. These know their version and nothing
 * else: conditions, and checks of other kinds than http, are left out.
 */
export function rehearsedManifest(
  text: string,
  { components, canary, strategy }: Manifest,
  urlOf: (id: string) => string,
): RehearsedManifest {
  const document = parseDocument(text);
  const leftOut: string[] = [];
  for (const { id, health } of components) {
    if (health.length === 0) continue;
    const kept = health.filter(isHttp);
    for (const check of health) leftOut.push(...untold(id, check));
    const checks = kept.map((check) => rehearsed(check, urlOf(id)));
    if (checks.length === 0) document.deleteIn(['components', id, 'health']);
    else document.setIn(['components', id, 'health'], document.createNode(checks));
  }
  if (canary && strategy === 'canary') {
    document.setIn(['canary', 'bake'], BAKE);
    leftOut.push(`Canaries are watched for ${BAKE} only.`);
  }
  return { text: document.toString(), leftOut };
}

function rehearsed(check: Check, url: string): Check {
  const fields = Object.entries(check).filter(([name]) => KEPT.includes(name));
  // The log shall speak of the place that is really asked in a deployment.
  return { name: nameOf(check), url, interval: '200ms', ...Object.fromEntries(fields) };
}

function untold(id: string, check: Check): string[] {
  if (!isHttp(check))
    return [`${id}: the check ${nameOf(check)} is not asked, for the embedded services speak http only.`];
  const { condition } = check;
  return condition === undefined
    ? []
    : [
        `${id}: the condition ${JSON.stringify(condition)} is not asked, for the embedded services know their version only.`,
      ];
}

function nameOf({ name, url, kind }: Check): string {
  return String(name ?? url ?? kind);
}

function isHttp({ kind, url, steps, 'until-gone': untilGone }: Check): boolean {
  if (steps !== undefined || untilGone === true) return false;
  return kind === undefined ? !/^(tcp|tls|dns):/.test(String(url)) : kind === 'http';
}
