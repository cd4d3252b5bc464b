import { code, escapeMarkdown, table } from '../../platform/text/markdown.ts';
import { type Finding, isWarning } from './findings.ts';
import { describeFinding, whatToDo } from './findings-text.ts';
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
    const issue = pass.issues.find((one) => one.cause === cause.key);
    const number = issue?.number === undefined ? '' : ` (#${issue.number}, ${issue.action})`;
    parts.push(
      `**${escapeMarkdown(cause.title)}**${number}`,
      findingTable(cause.findings),
      escapeMarkdown(whatToDo(cause)),
    );
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
  const closed = pass.issues.filter(({ action }) => action === 'closed').map(({ number }) => `#${number}`);
  if (closed.length > 0) parts.push(`Closed: ${closed.join(', ')}`);
  parts.push(...figures(pass));
  return parts.join('\n\n');
}

function findingTable(findings: readonly Finding[]): string {
  const rows = findings.map(describeFinding).map(({ subject, problem }) => [code(subject), escapeMarkdown(problem)]);
  return table(['What', 'Seen'], rows);
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
