import { code, escapeMarkdown, table } from '../../platform/text/markdown.ts';
import { formatDuration } from '../../platform/time/duration.ts';
import { formatPackage } from './package.ts';
import type { PublishedState, Verification } from './verify.ts';

/** The result as an output: plain data, one entry per package. */
export function reportOf(results: readonly Verification[]): object[] {
  return results.map(({ package: pkg, state, detail, waited, facts }) => {
    const { origin, claimedCommit, unproven: _, ...served } = facts ?? {};
    const from = origin ?? (claimedCommit === undefined ? {} : { 'claimed-commit': claimedCommit });
    return {
      package: formatPackage(pkg),
      state,
      detail,
      'waited-seconds': Math.round(waited / 1_000),
      ...served,
      ...from,
    };
  });
}

const TITLES: Readonly<Record<PublishedState, string>> = {
  served: '✅ served',
  'not-yet-visible': '⏳ accepted or unpublished, not yet visible',
  absent: '❌ no such package',
  conflict: '❌ conflict',
  unauthorized: '❌ access refused',
  unreachable: '❌ registry unreachable',
};

/** The result as a table for the step summary. */
export function summaryOf(results: readonly Verification[]): string {
  const served = results.filter(({ state }) => state === 'served').length;
  const rows = results.map(({ package: pkg, state, detail, waited }) => [
    code(formatPackage(pkg)),
    TITLES[state],
    formatDuration(waited),
    escapeMarkdown(detail),
  ]);
  return `### Published: ${served} of ${results.length}\n\n${table(['Package', 'State', 'Waited', 'Last seen'], rows)}\n`;
}

const ADVICE: Readonly<Record<Exclude<PublishedState, 'served'>, string>> = {
  'not-yet-visible':
    'If the publish job succeeded, the registry accepted it and is late: run this job again later. If it did not, publish first.',
  absent:
    'Check the name and the registry. A new name must be published once by hand, as trusted publishing cannot create it. Private packages need credentials.',
  conflict: 'Versions are immutable: release a higher version, and find out who published this one.',
  unauthorized: 'Check the credentials in .npmrc or in the configuration of pip.',
  unreachable: 'Check the registry URL and its status page, then run this job again.',
};

/** Why a package does not count as published, and what to do. */
export function adviceFor({ package: pkg, state, detail, waited }: Verification): string {
  if (state === 'served') return '';
  return `${formatPackage(pkg)} is not verified as published after ${formatDuration(waited)}: ${state}. Last seen: ${detail}. ${ADVICE[state]}`;
}
