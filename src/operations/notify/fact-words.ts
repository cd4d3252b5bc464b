import { withoutBidi } from '../../platform/text/bidi.ts';
import { formatDuration } from '../../platform/time/duration.ts';
import type { Fact, Severity } from '../../train/telling/fact.ts';
import { type Message, worstOf } from '../../train/telling/message.ts';
import type { ComponentLine, Overview } from '../../train/telling/overview.ts';

/** What all channels say in the same words; plain text. */

const SIGNS: Readonly<Record<Severity, string>> = { info: '🔵', warning: '🟠', error: '🔴', critical: '🚨' };

const STATUS_SIGNS: Readonly<Record<Overview['status'], string>> = {
  running: '🏃',
  parked: '⏸️',
  succeeded: '✅',
  failed: '❌',
  cancelled: '🛑',
  'rolled-back': '↩️',
  'rollback-failed': '🔥',
};

/** For places that want a colour. */
export const COLOURS: Readonly<Record<Severity, string>> = {
  info: '#0969da',
  warning: '#9a6700',
  error: '#cf222e',
  critical: '#a40e26',
};

/** `🚨 product → production: failed`, one line. */
export function headline({ title, severity, facts, overview }: Message): string {
  const about = wordOf(overview && isOver(overview) ? overview.status : (worstFact(facts)?.kind ?? ''));
  const sign = facts.some(({ resolves }) => resolves !== undefined) && !overview ? '✅' : signOf(severity, overview);
  return oneLine(`${sign} ${title}${about && about !== wordOf(title) ? `: ${about}` : ''}`);
}

/** A kind as people say it. */
function wordOf(kind: string): string {
  return kind === 'escalated' ? 'nobody has acknowledged it' : kind.replaceAll('-', ' ');
}

function isOver({ status }: Overview): boolean {
  return status !== 'running' && status !== 'parked';
}

function signOf(severity: Severity, overview: Overview | undefined): string {
  return overview && isOver(overview) ? STATUS_SIGNS[overview.status] : SIGNS[severity];
}

/** The worst of the facts; of equals the first. */
export function worstFact(facts: readonly Fact[]): Fact | undefined {
  const worst = worstOf(facts);
  return facts.find(({ severity }) => severity === worst);
}

/** `2 of 3 released, after 4 m 10 s, started by alice`. */
export function progressLine({ released, total, environment, startedAt, updatedAt, actor }: Overview): string {
  const done = environment === undefined ? 'released' : 'deployed';
  const by = actor === undefined ? '' : `, started by ${actor}`;
  return oneLine(`${released} of ${total} ${done}, after ${formatDuration(updatedAt - startedAt)}${by}`);
}

/** The same, with its id: `… · train run-4711`. */
export function trainLine(overview: Overview): string {
  return oneLine(`${progressLine(overview)} · train ${overview.trainId}`);
}

/** `🔴 backend of … is not healthy: …` */
export function factLine({ severity, text }: Fact): string {
  return oneLine(`${SIGNS[severity]} ${text}`);
}

/** A status as people say it. */
export function statusWord({ status }: ComponentLine): string {
  return status.replaceAll('-', ' ');
}

/** `web 1.0.0 → 0.9.0 rolled back: Its run failed.` */
export function componentLine(line: ComponentLine): string {
  const { id, version, previousVersion, reason } = line;
  const step = [previousVersion, version].filter(Boolean).join(' → ');
  return oneLine(`${[id, step, statusWord(line)].filter(Boolean).join(' ')}${reason ? `: ${reason}` : ''}`);
}

/** The components that a message about trouble has to name, beside those of which its facts tell: what failed stays to be seen. */
export function troubled({ facts, overview }: Message, most: number): readonly ComponentLine[] {
  const told = new Set(facts.map(({ component }) => component));
  const lines = overview?.components ?? [];
  return lines
    .filter(({ id, failedUrl, status }) => !told.has(id) && (failedUrl || status === 'rollback-failed'))
    .slice(0, most);
}

/**
 * The facts that are told one by one, each once, and how many more there are: what came of a start says that there was one, and where
 * components say why they failed, their train need not.
 */
export function shownFacts(message: Message, most: number): { readonly shown: readonly Fact[]; readonly more: string } {
  const isTold = new Set(message.facts.flatMap(({ component }) => component ?? []));
  const facts = message.facts
    .filter(({ kind }) => kind !== 'started' || message.facts.length === 1)
    .map((fact) => (fact.kind === 'failed' && isTold.size > 0 ? { ...fact, text: withoutCauses(fact.text) } : fact));
  const more = facts.length - most;
  return { shown: facts.slice(0, most), more: more > 0 ? `… and ${more} more` : '' };
}

/** `The release of shop failed. web: …` without what its components say. */
function withoutCauses(text: string): string {
  return text.replace(/( failed\.) .*/s, '$1');
}

/** The components; why one failed is not said again where a fact of this message says it. */
export function listedComponents({ facts, overview }: Message): readonly ComponentLine[] {
  const told = new Set(facts.map(({ component }) => component));
  return (overview?.components ?? []).map(({ reason, ...line }) =>
    reason === undefined || told.has(line.id) ? line : { ...line, reason },
  );
}

/** What a person does now, once, however many facts say it. */
export function nextSteps({ facts, overview }: Message): string[] {
  // How it stands now counts more than how it stood when a fact came to light.
  if (overview?.next) return [oneLine(overview.next)];
  return [...new Set(facts.flatMap(({ next }) => (next ? [oneLine(next)] : [])))];
}

const MOST_FACTS = 10;
const MOST_FAILED = 3;

/** What a chat with one post a message is told, line by line: how it stands, what happened, what failed, what to do. */
export function chatLines(message: Message): string[] {
  const { overview } = message;
  const { shown, more } = shownFacts(message, MOST_FACTS);
  return [
    ...(overview ? [progressLine(overview)] : []),
    ...shown.map(factLine),
    ...(more ? [more] : []),
    ...troubled(message, MOST_FAILED).map((line) => `❌ ${componentLine(line)}`),
    ...nextSteps(message).slice(0, 2),
  ];
}

/** Where it is to be seen: the train's own run first, but for those who are called to acknowledge it. */
export function links({
  facts,
  overview,
  acknowledgeUrl,
}: Message): { readonly label: string; readonly url: string }[] {
  const run = overview?.runUrl ?? facts.find(({ url }) => url)?.url;
  const stopped = overview && isOver(overview) && overview.status !== 'succeeded';
  const failed =
    facts.find(({ url, component }) => url && component && url !== run)?.url ??
    overview?.components.find(({ failedUrl }) => failedUrl)?.failedUrl;
  const acknowledge = acknowledgeUrl ? [{ label: 'Acknowledge', url: acknowledgeUrl }] : [];
  const isCall = facts.some(({ kind }) => kind === 'escalated');
  return [
    ...(isCall ? acknowledge : []),
    ...(run ? [{ label: 'View run', url: run }] : []),
    ...(failed ? [{ label: 'View what failed', url: failed }] : []),
    ...(stopped && overview.runUrl ? [{ label: 'Resume it there', url: overview.runUrl }] : []),
    ...(isCall ? [] : acknowledge),
  ].filter(({ url }) => /^https?:\/\//.test(url));
}

export function oneLine(text: string): string {
  return withoutBidi(text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Cut to so many UTF-16 units, as most places count, with a sign that it was. */
export function cut(text: string, most: number): string {
  // No half of a surrogate pair is left.
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
