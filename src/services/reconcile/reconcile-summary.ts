import { code, escapeMarkdown, table } from '../../platform/text/markdown.ts';
import type { FindingCause } from './finding-causes.ts';
import type { KeptIssues } from './finding-issues.ts';
import { type Finding, isWarning } from './findings.ts';
import { describeFindings, whatToDo } from './findings-text.ts';
import type { Reconciliation } from './reconcile.ts';
import type { Repair } from './repairs.ts';

/** A pass as Markdown, for the step's summary: what is wrong by cause, what was repaired, the figures. */
export function reconcileSummary(pass: Reconciliation): string {
  const { causes } = pass;
  const verdict = pass.healthy
    ? `✅ ${agreement(pass)}`
    : `❌ ${causes.length} ${causes.length === 1 ? 'cause' : 'causes'} of trouble`;
  const parts = [`### ${verdict}`];
  for (const cause of causes) {
    parts.push(`**${escapeMarkdown(cause.title)}**`, findingTable(cause.findings), escapeMarkdown(whatToDo(cause)));
  }
  const warnings = pass.findings.filter(isWarning);
  if (warnings.length > 0) parts.push('**Worth knowing**', findingTable(warnings));
  const repairs = [
    ...pass.repairs.map(({ repair, result, detail }) => [
      describeRepair(repair),
      detail ? `${result}: ${detail}` : result,
    ]),
    ...pass.deferred.map((repair) => [describeRepair(repair), 'left for the next pass by max-repairs']),
  ];
  if (repairs.length > 0)
    parts.push(
      '**Repairs**',
      table(
        ['Repair', 'Result'],
        repairs.map((row) => row.map(escapeMarkdown)),
      ),
    );
  parts.push(...pass.notes.map(escapeMarkdown), ...figures(pass));
  return parts.join('\n\n');
}

/** What became of the issues, for the end of the summary; undefined where there is nothing to say. */
export function issuesSummary({ changes, failures }: KeptIssues, causes: readonly FindingCause[]): string | undefined {
  if (changes.length + failures.length === 0) return undefined;
  const titles = new Map(causes.map(({ key, title }) => [key, title]));
  const rows = changes.map(({ cause, number, action }) => [
    number === undefined ? '' : `#${number}`,
    action,
    escapeMarkdown(titles.get(cause) ?? cause),
  ]);
  return [
    '**Issues**',
    ...(rows.length > 0 ? [table(['Issue', 'What was done', 'Cause'], rows)] : []),
    ...failures.map((failure) => `❌ Not every issue could be kept: ${escapeMarkdown(failure)}`),
  ].join('\n\n');
}

/** A summary has 1 MiB; the report has every row. */
const MOST_ROWS = 200;

function findingTable(findings: readonly Finding[]): string {
  const all = describeFindings(findings);
  const rows = all.slice(0, MOST_ROWS).map(({ subject, problem }) => [code(subject), escapeMarkdown(problem)]);
  const more = all.length - rows.length;
  return `${table(['What', 'Seen'], rows)}${more > 0 ? `\n\n… and ${more} more; see the report of the run.` : ''}`;
}

/** What could not be read is said to be so, with the reason; there are no figures of it. */
function figures({ findings, metrics }: Reconciliation): string[] {
  const unread = findings.flatMap((one) => (one.kind === 'unreachable' ? [one] : []));
  const known = [
    ['Registered', metrics.registered?.toString()],
    ['Registrations right', percent(metrics.registrationSuccess)],
    ['Probes healthy', percent(metrics.integrationPassRate)],
    ['Route conflicts', metrics.conflicts?.toString()],
    ['Discovery refreshes', metrics.discoveryRefreshes.toString()],
  ].flatMap(([name = '', value]) => (value === undefined ? [] : [{ name, value }]));
  return [
    ...unread.map(
      ({ source, detail }) => `No figures of the ${source}, which could not be read: ${escapeMarkdown(detail)}`,
    ),
    table(
      known.map(({ name }) => name),
      [known.map(({ value }) => value)],
    ),
  ];
}

function percent(share: number | undefined): string | undefined {
  return share === undefined ? undefined : `${Math.round(share * 1_000) / 10} %`;
}

/** What is said of a pass that found the fleet healthy. */
export function agreement({ metrics: { registered = 0 } }: Reconciliation): string {
  return registered === 1
    ? 'The one service is healthy and agrees with its registry'
    : `${registered} services are healthy and agree with their registry`;
}

/** A repair in a few words. */
export function describeRepair(repair: Repair): string {
  switch (repair.kind) {
    case 'register':
      return `register ${repair.service.name} (${repair.because})`;
    case 'resolve-route':
      return `give ${repair.path} to ${repair.owner}`;
    case 'refresh-discovery':
      return `refresh discovery (${repair.because})`;
  }
}
