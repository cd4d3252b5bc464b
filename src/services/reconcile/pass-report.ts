import { writeJson } from '../../platform/files/json-file.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { factOfPass, servicesOf } from './fact-of-pass.ts';
import type { KeptIssues } from './finding-issues.ts';
import { describeCause } from './findings-text.ts';
import type { Reconciliation } from './reconcile.ts';
import { agreement, describeRepair, issuesSummary, reconcileSummary } from './reconcile-summary.ts';

type Teller = Pick<Runner, 'outputs' | 'log' | 'workspace' | 'env' | 'secrets'>;

/** Tells a pass: its report file, outputs, summary and log. */
export async function tellPass(pass: Reconciliation, runner: Teller): Promise<void> {
  const { outputs, log } = runner;
  const { findings, repairs } = pass;
  await outputs.set('report', await writeReport(pass, runner));
  await outputs.set('healthy', pass.healthy);
  await outputs.set('unhealthy', servicesOf(findings, 'unhealthy'));
  await outputs.set('unseen', servicesOf(findings, 'unseen'));
  const conflicts = findings.filter(({ kind }) => kind === 'conflict');
  await outputs.set('conflicts', conflicts);
  await outputs.set('fact', factOfPass(pass));
  const repaired = repairs.flatMap(({ repair, result }) => (result === 'done' ? [describeRepair(repair)] : []));
  await outputs.set('repaired', repaired);
  await outputs.summarise(reconcileSummary(pass));
  for (const { repair, result, detail } of pass.repairs) {
    log.info(`${describeRepair(repair)}: ${result}${detail ? ` (${detail})` : ''}`);
  }
  for (const note of pass.notes) log.warning(note);
  if (pass.healthy) log.info(`${agreement(pass)}.`);
}

/** Tells what became of the issues, those that could not be written included. */
export async function tellIssues(issues: KeptIssues, pass: Reconciliation, runner: Teller): Promise<void> {
  const { outputs, log } = runner;
  const { changes } = issues;
  const open = changes.find(({ action, number }) => !['closed', 'dismissed'].includes(action) && number !== undefined);
  await outputs.set('issue-number', open?.number);
  await outputs.set('issues', changes);
  await writeReport({ ...pass, issues: changes, issueFailures: issues.failures }, runner);
  const summary = issuesSummary(issues, pass.causes);
  if (summary !== undefined) await outputs.summarise(summary);
  for (const { cause, number, action } of changes) {
    log.info(`issue${number === undefined ? '' : ` #${number}`} of ${cause}: ${action}`);
  }
}

function writeReport(report: object, runner: Teller): Promise<string> {
  return writeJson(report, runner, { standard: 'reconcile.json' });
}

/** What fails the step, and what only warns. Without a registry nothing was reconciled at all; that is never a success. */
export function faultsOf(
  { causes }: Reconciliation,
  { failures }: KeptIssues,
  onFindings: 'warn' | 'fail',
): { faults: string[]; warnings: string[] } {
  const found = causes.map(describeCause);
  const blind = causes.some(({ key }) => key === 'unreachable/registry' || key === 'empty');
  const untold = failures.map((failure) => `Not every issue could be kept: ${failure}`);
  const fails = blind || onFindings === 'fail';
  return fails ? { faults: [...found, ...untold], warnings: [] } : { faults: untold, warnings: found };
}
