import { type Claim, claimNonce } from '../packages/claims/claim.ts';
import { cleanUpClaims } from '../packages/claims/clean-up.ts';
import { rivalFault } from '../packages/claims/rival.ts';
import { messageOf, UserError } from '../platform/errors.ts';
import type { Repository } from '../platform/github/repository.ts';
import type { Runner } from '../platform/runner/action.ts';
import { defineAction } from '../platform/runner/action.ts';
import { runContext } from '../platform/runner/context.ts';
import { optional, secret, text, url, wholeNumber } from '../platform/runner/inputs.ts';
import { code } from '../platform/text/markdown.ts';
import { parseNonce } from '../platform/text/nonce.ts';
import { DAY_MS } from '../platform/time/duration.ts';
import { connectTo } from './setup/connect-github.ts';

/** A run can be run again for 35 days at most; a claim that is older protects nothing. */
const KEPT_DAYS = 40;

/** The first step of a release that others start: of all runs that were started with one nonce, one goes on. */
export default defineAction({
  inputs: {
    nonce: optional(parseNonce),
    token: secret(optional(text)),
    'api-url': optional(url),
    'keep-days': optional(wholeNumber(36, 3_650), KEPT_DAYS),
  },
  checks: [({ nonce }, runner) => nonce === undefined || thisRun(runner)],
  async run({ nonce, token, apiUrl, keepDays }, runner) {
    const { log, outputs, clock, signal } = runner;
    if (nonce === undefined) {
      log.info('There is no nonce: nobody else can have been started for the same release, so this run goes on.');
      return outputs.set('claimed', true);
    }
    const { repository: name, runId } = thisRun(runner);
    const repository = connectTo(name, { token, apiUrl }, runner);
    const claimant = { repository, nonce, runId };
    const claim = await claimNonce(claimant, { signal });
    await outputs.set('claimed', claim.claimed);
    const fault = claim.claimed ? undefined : await rivalFault(claimant, { signal, by: claim.by });
    if (fault !== undefined) throw new UserError(fault);
    await tell(claim, nonce, runner);
    if (claim.claimed) await cleanUp(repository, { runner, before: clock.now() - keepDays * DAY_MS });
  },
});

function thisRun({ env }: Runner) {
  const { repository, runId } = runContext(env);
  if (repository && runId && /^\d+$/.test(runId)) return { repository, runId };
  throw new UserError(
    'A nonce can only be claimed by a run of a workflow: GITHUB_REPOSITORY and GITHUB_RUN_ID must be set.',
  );
}

async function tell(claim: Claim, nonce: string, { log, outputs }: Runner): Promise<void> {
  if (claim.claimed) {
    return log.info(claim.before ? `${nonce} is this run's own claim already: it goes on.` : `Claimed ${nonce}.`);
  }
  const by = claim.by === undefined ? 'another run' : `run ${claim.by}`;
  log.notice(`${nonce} was claimed by ${by} before. This run is a duplicate: it does nothing, and that is no failure.`);
  await outputs.summarise(`### Nothing to do\n\n${code(nonce)} was claimed by ${by}. This run is a duplicate.`);
}

/** Best effort: what stays today goes another day. */
async function cleanUp(repository: Repository, { runner, before }: { runner: Runner; before: number }): Promise<void> {
  const { log, clock, signal } = runner;
  try {
    const options = { signal, timeoutMs: 20_000 };
    const random = () => (clock.now() % 997) / 997;
    const deleted = await cleanUpClaims(repository, { before, random }, options);
    if (deleted > 0) log.info(`Removed ${deleted} old ${deleted === 1 ? 'claim' : 'claims'}.`);
  } catch (error) {
    signal.throwIfAborted();
    log.debug(`Old claims were not removed: ${messageOf(error)}`);
  }
}
