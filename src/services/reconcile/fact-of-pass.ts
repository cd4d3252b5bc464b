import { listed } from '../../platform/text/wording.ts';
import type { FindingCause } from './finding-causes.ts';
import type { Finding } from './findings.ts';
import type { Reconciliation } from './reconcile.ts';

/** What people are told of a pass; the kinds of event are those of notifications. */
export interface FactOfPass {
  readonly event: 'service-unhealthy' | 'discovery-failed' | 'registration-failed' | 'integration-failed';
  readonly text: string;
}

/** By the beginnings of their keys, the worst first; all else is an integration that failed. */
const EVENTS: readonly (readonly [FactOfPass['event'], RegExp])[] = [
  ['service-unhealthy', /^(service|services|origin|proxy|unseen)(\/|$)/],
  ['discovery-failed', /^(unreachable|discovery)(\/|$)/],
  ['registration-failed', /^(empty|duplicate|(missing|stale|unexpected)\/registry)(\/|$)/],
];

const MOST_CAUSES = 5;

/** Undefined where all is as it should be, but for routes in conflict, which are told apart. The same findings have the same text. */
export function factOfPass({ causes, findings }: Pick<Reconciliation, 'causes' | 'findings'>): FactOfPass | undefined {
  const told = causes.filter(({ key }) => !key.startsWith('conflict/'));
  if (told.length === 0) return undefined;
  const event = EVENTS.find(([, keys]) => told.some(({ key }) => keys.test(key)))?.[0] ?? 'integration-failed';
  const unhealthy = servicesOf(findings, 'unhealthy');
  const names = unhealthy.length > 0 ? [`Not healthy: ${listed(unhealthy, 'and', MOST_CAUSES)}.`] : [];
  const others = told.filter((cause) => !isOfHealth(cause)).map(({ title }) => title);
  const rest = others.length > 0 ? [`${listed(others, 'and', MOST_CAUSES)}.`] : [];
  return { event, text: [...names, ...rest, 'The summary of the run says why.'].join(' ') };
}

function isOfHealth({ findings }: FindingCause): boolean {
  return findings.every(({ kind }) => kind === 'unhealthy');
}

/** The services with a finding of this kind, each once. */
export function servicesOf(findings: readonly Finding[], kind: 'unhealthy' | 'unseen'): string[] {
  return [...new Set(findings.flatMap((one) => (one.kind === kind ? [one.service] : [])))];
}
