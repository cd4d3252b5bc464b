import { code, escapeMarkdown, table } from '../train/markdown.ts';
import { type Finding, isWarning } from './findings.ts';
import { describeFinding, whatToDo } from './findings-text.ts';
import type { Reconciliation } from './reconcile.ts';
import type { Repair } from './repairs.ts';

/** A pass as Markdown, for the step's summary: what is wrong by cause, what was repaired, the figures. */
export function reconcileSummary(pass: Reconciliation): string {
  const { causes, metrics } = pass;
  const verdict = pass.healthy
    ? `✅ ${metrics.registered} services are healthy and agree with their registry`
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
  parts.push(metricLine(pass));
  return parts.join('\n\n');
}

function findingTable(findings: readonly Finding[]): string {
  const rows = findings.map(describeFinding).map(({ subject, problem }) => [code(subject), escapeMarkdown(problem)]);
  return table(['What', 'Seen'], rows);
}

function metricLine({ metrics }: Reconciliation): string {
  const percent = (share: number) => `${Math.round(share * 1_000) / 10} %`;
  return table(
    ['Registered', 'Registrations right', 'Probes healthy', 'Route conflicts', 'Discovery refreshes'],
    [
      [
        String(metrics.registered),
        percent(metrics.registrationSuccess),
        percent(metrics.integrationPassRate),
        String(metrics.conflicts),
        String(metrics.discoveryRefreshes),
      ],
    ],
  );
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
