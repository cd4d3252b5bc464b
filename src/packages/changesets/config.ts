import type { Config } from '@changesets/types';
import type { Fault } from '../../platform/errors.ts';
import { isRecord } from '../../platform/records.ts';
import { parseJsonObject } from '../../platform/text/json-object.ts';
import { scalarText } from '../../platform/text/scalar-text.ts';
import type { WorkspacePackage } from '../workspace/member.ts';
import type { SourceTree } from '../workspace/source-tree.ts';
import { FOLDER } from './changeset.ts';
import type { ChangesetsMajor } from './changesets-version.ts';
import { follow } from './followed-dependencies.ts';
import { toLibrary } from './library.ts';

export interface PreState {
  readonly mode: 'pre' | 'exit';
  readonly tag: string;
}

const CONFIG = `${FOLDER}/config.json`;
const PRE = `${FOLDER}/pre.json`;

/**
 * The workspace's settings as changesets reads them, patterns resolved to the names of packages, and what is doubtful in
 * them (changesets itself would not say).
 */
export async function readConfig(
  tree: SourceTree,
  packages: readonly WorkspacePackage[],
  major: ChangesetsMajor,
): Promise<{ config: Config; warnings: Fault[] } | { faults: Fault[] }> {
  const text = (await tree.read([CONFIG])).get(CONFIG);
  if (text === undefined) {
    return { faults: [tree.fault('the file is missing. Run "changeset init", or copy one that works.', CONFIG)] };
  }
  const json = await parseJsonObject(text, (message, place) => tree.fault(message, CONFIG, place));
  if ('faults' in json) return json;
  const { validateConfig } = await import('@changesets/config');
  const settings = major === 2 ? await settingsOf2(json.value, packages) : { value: json.value, refused: [] };
  const result = validateConfig(settings.value, toLibrary(withoutNoise(packages)));
  const told = (message: string) => {
    const key = /^(\w+)[.:]/.exec(message)?.[1];
    return tree.fault(oneLine(message), CONFIG, json.locate(key === undefined ? [] : [key]));
  };
  const refused = [...settings.refused, ...(major === 2 ? result.warnings : []), ...(result.errors ?? [])];
  if (result.errors !== undefined || refused.length > 0) return { faults: refused.map(told) };
  return { config: result.config, warnings: result.warnings.map(told) };
}

/**
 * The library's rules look at what packages need to be installed, and complain on stderr of ranges that they do not follow:
 * those are left out here and become warnings of the plan.
 */
function withoutNoise(packages: readonly WorkspacePackage[]): WorkspacePackage[] {
  const members = new Map(packages.map((one) => [one.name, one]));
  return packages.map((one) => {
    const from = { ...one, dependencies: one.dependencies.filter(({ kind }) => kind !== 'devDependencies') };
    const dependencies = from.dependencies.filter(({ name }) => {
      const target = members.get(name);
      return target && follow({ from, target, protocolOnly: false }).kind !== 'warning';
    });
    return { ...from, dependencies };
  });
}

/**
 * The settings as changesets 2 means them: private packages are versioned unless that is switched off, and a pattern that
 * matches nothing is refused.
 */
async function settingsOf2(
  value: Readonly<Record<string, unknown>>,
  packages: readonly WorkspacePackage[],
): Promise<{ value: Record<string, unknown>; refused: string[] }> {
  const { default: picomatch } = await import('picomatch');
  const { format: _format, access, privatePackages, ignore, ...rest } = value;
  const known = isRecord(privatePackages) ? privatePackages : undefined;
  const settings = {
    ...rest,
    ...(access !== undefined && { access: access === 'private' ? 'restricted' : access }),
    ...(ignore !== undefined && { ignore }),
    privatePackages:
      privatePackages === false ? { version: false, tag: false } : { version: true, tag: false, ...known },
  };
  const patterns = Array.isArray(ignore) ? ignore.filter((one) => typeof one === 'string') : [];
  const unmatched = patterns.filter((one) => !packages.some(({ name }) => picomatch(one)(name)));
  const refused = unmatched.map((one) => `ignore: ${JSON.stringify(one)} does not match any package in the project.`);
  if (privatePackages === true) {
    refused.push('privatePackages: true is known to changesets 3 only; expected false, or { "version": true }.');
  }
  return { value: settings, refused };
}

/** The settings of a workspace that has none. */
export async function defaultConfig(): Promise<Config> {
  return (await import('@changesets/config')).defaultConfig;
}

/**
 * Whether the workspace is in prerelease mode. A pre.json of changesets 2 lists the changesets that an earlier prerelease
 * has had; the library would move those files while it reads, so their ids are returned instead.
 */
export async function readPreState(
  tree: SourceTree,
): Promise<{ preState?: PreState; prereleased: ReadonlySet<string> } | { faults: Fault[] }> {
  const text = (await tree.read([PRE])).get(PRE);
  if (text === undefined) return { prereleased: new Set() };
  const json = await parseJsonObject(text, (message, place) => tree.fault(message, PRE, place));
  if ('faults' in json) return json;
  const { mode, tag, changesets = [] } = json.value;
  const faults: Fault[] = [];
  const refuse = (key: string, expected: string) =>
    faults.push(
      tree.fault(`"${key}" is ${JSON.stringify(json.value[key])}; expected ${expected}.`, PRE, json.locate([key])),
    );
  if (mode !== 'pre' && mode !== 'exit') refuse('mode', '"pre" or "exit"');
  if (typeof tag !== 'string' || !/^[0-9A-Za-z-]+$/.test(tag)) refuse('tag', 'a prerelease tag like "next"');
  if (!Array.isArray(changesets)) refuse('changesets', 'a list of changeset ids');
  if (faults.length > 0) return { faults };
  const listed: unknown[] = Array.isArray(changesets) ? changesets : [];
  return {
    preState: { mode: mode as PreState['mode'], tag: scalarText(tag) },
    prereleased: new Set(listed.map(scalarText)),
  };
}

/** Whether changesets leaves a package alone, whatever is said of it. */
export function isSkipped(one: WorkspacePackage, config: Config): boolean {
  if (one.version === undefined || config.ignore.includes(one.name)) return true;
  return one.private && !config.privatePackages.version;
}

/** Whether a tree has a folder for changesets at all. */
export async function usesChangesets(tree: SourceTree): Promise<boolean> {
  return (await tree.list('')).folders.includes(FOLDER);
}

function oneLine(message: string): string {
  return message.replace(/\s+/g, ' ').trim();
}
