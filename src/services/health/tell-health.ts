import { UserError } from '../../platform/errors.ts';
import type { Runner } from '../../platform/runner/action.ts';
import type { HealthReport } from './check-report.ts';
import { annotations, headline, summarise } from './health-summary.ts';

/** Tells a report: outputs, summary and log. Throws a UserError for checks that are not healthy, and the reason of a cancellation. */
export async function tellHealth(
  report: HealthReport,
  { outputs, log, signal }: Pick<Runner, 'outputs' | 'log' | 'signal'>,
): Promise<void> {
  await outputs.set('healthy', report.verdict === 'healthy');
  await outputs.set('verdict', report.verdict);
  await outputs.set('report', report);
  await outputs.summarise(summarise(report));
  log.info(headline(report));
  for (const line of annotations(report.checks.filter(({ severity }) => severity === 'warn'))) log.warning(line);
  if (signal.aborted) throw signal.reason;
  const faults = annotations(report.checks.filter(({ severity }) => severity === 'fail'));
  if (faults.length > 0) throw new UserError(faults.map((message) => ({ message })));
}
