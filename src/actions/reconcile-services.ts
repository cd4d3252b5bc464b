import { UserError } from '../platform/errors.ts';
import { defineAction } from '../platform/runner/action.ts';
import { runContext, runUrl } from '../platform/runner/context.ts';
import {
  duration,
  flag,
  instant,
  lines,
  map,
  oneOf,
  optional,
  required,
  secret,
  text,
  url,
  wholeNumber,
} from '../platform/runner/inputs.ts';
import { canTell } from '../services/reconcile/finding-causes.ts';
import { type KeptIssues, keepIssues } from '../services/reconcile/finding-issues.ts';
import { faultsOf, tellIssues, tellPass } from '../services/reconcile/pass-report.ts';
import { reconcile } from '../services/reconcile/reconcile.ts';
import { timeLimit } from '../services/register/time-limit.ts';
import { historyInputs, keepPass } from './setup/keep-history.ts';
import { openPass, passChecks } from './setup/open-pass.ts';
import { registryInputs } from './setup/registry-inputs.ts';

const inputs = {
  'registry-url': required(url),
  registry: optional(oneOf('rest', 'consul'), 'rest'),
  'registry-token': secret(optional(text)),
  ...registryInputs,
  'services-file': optional(lines, []),
  'routes-url': optional(url),
  'conflicts-url': optional(url),
  'proxy-url': optional(url),
  policy: optional(oneOf('report', 'repair'), 'report'),
  'route-owners': optional(map, {}),
  'max-repairs': optional(wholeNumber(0, 1_000), 25),
  issue: optional(flag, true),
  'on-findings': optional(oneOf('warn', 'fail'), 'warn'),
  'last-run': optional(instant),
  'longest-gap': optional(duration, 13 * 3_600_000),
  timeout: optional(duration, 600_000),
  token: secret(optional(text)),
  'api-url': optional(url),
  'dry-run': optional(flag, false),
  ...historyInputs,
};

export default defineAction({
  inputs,
  checks: passChecks,
  async run(inputs, runner) {
    const startedAt = runner.clock.now();
    const bounds = { clock: runner.clock, ms: inputs.timeout, signal: runner.signal };
    const { signal, clear } = timeLimit('The reconciliation', bounds);
    try {
      const { pass, tracker } = await openPass(inputs, { ...runner, signal });
      const { reconciliation, observed } = await reconcile(pass);
      // What was found is told before anything else can fail.
      await tellPass(reconciliation, runner);
      runner.signal.throwIfAborted();
      const tells = (key: string) => canTell(key, observed);
      const options = { dryRun: inputs.dryRun, runUrl: runUrl(runContext(runner.env)), canTell: tells };
      const issues = tracker ? await keepIssues(tracker, reconciliation.causes, options) : NO_ISSUES;
      await tellIssues(issues, reconciliation, runner);
      await keepPass(reconciliation, startedAt, { given: inputs, runner });
      const { faults, warnings } = faultsOf(reconciliation, issues, inputs.onFindings);
      for (const message of warnings) runner.log.warning(message);
      if (faults.length > 0) throw new UserError(faults.map((message) => ({ message })));
    } finally {
      clear();
    }
  },
});

const NO_ISSUES: KeptIssues = { changes: [], failures: [] };
