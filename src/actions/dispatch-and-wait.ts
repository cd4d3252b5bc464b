import { randomBytes } from 'node:crypto';
import { endWithCaller } from '../engine/runs/cancel-child.ts';
import {
  type DispatchAndWait,
  type DispatchWorld,
  dispatchAndWait,
  wantedRun,
} from '../engine/runs/dispatch-and-wait.ts';
import { announce, writeOutcome } from '../engine/runs/outcome-report.ts';
import { targetName } from '../engine/runs/wanted-run.ts';
import { KnownError, UserError } from '../platform/errors.ts';
import { defineAction } from '../platform/runner/action.ts';
import type { Log } from '../platform/runner/log.ts';
import { Cancelled } from '../platform/runner/signals.ts';
import { connectTo, verifyApp } from './setup/connect-github.ts';
import { dispatchChecks, dispatchInputs, targetOf, withFile, withNonce, withRef } from './setup/dispatch-inputs.ts';

/** Starts a workflow of another repository, finds exactly that run, waits for it, and is green only when it is. */
export default defineAction({
  inputs: dispatchInputs,
  checks: [...dispatchChecks, verifyApp, (given, runner) => connectTo(given.repository, given, runner)],
  async run(given, runner) {
    const { clock, log, outputs, signal } = runner;
    const wanted = targetOf(given);
    const repository = connectTo(given.repository, given, runner);
    const target = await withRef(await withFile(wanted, repository), repository);
    const nonce = given.nonceInput === undefined ? undefined : `ra-${randomBytes(8).toString('hex')}`;
    const times = { timeoutMs: given.timeout, approvalTimeoutMs: given.approvalTimeout };
    const asked = { ...given, ...times, repository, target: withNonce(target, given.nonceInput, nonce), nonce };
    if (given.dryRun) return rehearse(asked, log);
    const world: DispatchWorld = { clock, log, signal, outcome: { startedAt: clock.now(), failedJobs: [] } };
    const { outcome } = world;
    try {
      log.info(announce(asked));
      await dispatchAndWait(asked, world);
    } catch (error) {
      const child = { ...world, wanted: wantedRun(asked, outcome.startedAt) };
      if (error instanceof Cancelled)
        outcome.problem = `${error.message} ${await endWithCaller(child, given.cancelWithCaller)}`;
      else if (error instanceof KnownError) outcome.problem = error.message;
      else throw error;
    } finally {
      await writeOutcome(asked, outcome, { log, outputs, durationMs: clock.now() - outcome.startedAt });
    }
    if (outcome.problem !== undefined) throw new UserError(outcome.problem);
  },
});

async function rehearse(
  { repository, target, nonceInput }: DispatchAndWait & { readonly nonceInput: string | undefined },
  log: Log,
): Promise<void> {
  // A rehearsal alone needs it, and it brings all that a manifest may say.
  const { preflight } = await import('../engine/planning/look-at-children.ts');
  const found = await preflight({ repository, target, ...(nonceInput === undefined ? {} : { nonceInput }) });
  const problems = [...found.problems.map(({ message }) => message), ...found.doubts];
  if (problems.length > 0) throw new UserError(problems.map((message) => ({ message })));
  for (const warning of found.warnings) log.warning(warning);
  log.info(`Dry run: ${targetName(target)} in ${repository} can be dispatched. Nothing was started.`);
}
