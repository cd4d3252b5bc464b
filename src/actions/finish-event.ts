import type { KnownEvent } from '../operations/hub/event-file.ts';
import { type EndedRun, eventOf, type FinishTools, finishEvent } from '../operations/hub/finish.ts';
import { readHubFile } from '../operations/hub/hub-file.ts';
import { HUB, pipelineFact } from '../operations/hub/pipeline-fact.ts';
import { UserError } from '../platform/errors.ts';
import { namedPath } from '../platform/files/path-inside.ts';
import { defineAction, type Runner } from '../platform/runner/action.ts';
import { ownRepository } from '../platform/runner/context.ts';
import { instant, optional, required, text, url, wholeNumber } from '../platform/runner/inputs.ts';
import { connectionInputs, connectTo, verifyApp } from './setup/connect-github.ts';
import { historyInputs, keepLine } from './setup/keep-history.ts';
import { connectHome } from './setup/own-repository.ts';

/**
 * Finishes what a run of the hub left pending on a commit of a source, also where that run was killed; keeps the event in the
 * history, and says what is to be told of it.
 */
export default defineAction({
  inputs: {
    ...connectionInputs,
    ...historyInputs,
    'hub-file': optional(text, '.github/hub.yml'),
    'run-id': required(wholeNumber(1, Number.MAX_SAFE_INTEGER)),
    'run-url': required(url),
    'started-at': optional(instant),
    conclusion: required(text),
  },
  checks: [
    verifyApp,
    async ({ hubFile }, { workspace }) => readHubFile(await namedPath(workspace, hubFile), hubFile),
    ({ runId, runUrl }, { env }) => verifyRunUrl(runId, runUrl, ownRepository(env)),
  ],
  async run({ hubFile, runId, runUrl, startedAt, conclusion, ...given }, runner) {
    const { workspace, signal, clock, outputs } = runner;
    const hub = await readHubFile(await namedPath(workspace, hubFile), hubFile);
    const home = connectHome(given, runner);
    const repositoryFor = (source: string) => connectTo(source, given, runner);
    const run = { runId, url: runUrl, conclusion };
    const event = await eventOf(run, { hub, home, signal });
    const now = clock.now();
    const record = { at: Math.min(startedAt ?? now, now), endedAt: now, ...event, conclusion, runUrl };
    const fact = pipelineFact(event, conclusion);
    const keys = fact?.resolves ? { key: `${fact.key}\n${HUB}` } : {};
    for (const [name, value] of Object.entries({ ...fact, ...keys, verdict: event.verdict })) {
      await outputs.set(name, value);
    }
    await keepLine('hub', { id: `run-${runId}`, record }, { given, runner });
    await finish(run, event, { tools: { repositoryFor, signal }, runner });
  },
});

function verifyRunUrl(runId: number, runUrl: string, repository: string): void {
  if (runUrl.endsWith(`/${repository}/actions/runs/${runId}`)) return;
  throw new UserError(`Inputs run-id and run-url are of different runs: ${runId} and ${runUrl}.`);
}

async function finish(
  run: EndedRun,
  { verdict, source, sha }: KnownEvent,
  { tools, runner: { log } }: { tools: Pick<FinishTools, 'repositoryFor' | 'signal'>; runner: Runner },
): Promise<void> {
  if (verdict !== 'admitted' || source === undefined || sha === undefined) {
    const why = verdict === 'unknown' ? 'the run ended before it could say which event it had' : `it was ${verdict}`;
    return log.info(`Nothing to finish: ${why}.`);
  }
  const where = `${source}@${sha.slice(0, 7)}`;
  const finished = await finishEvent(run, { source, sha }, tools);
  if (finished.length === 0) log.info(`Nothing to finish: the run left nothing pending on ${where}.`);
  else log.notice(`Finished ${finished.join(', ')} on ${where} with ${run.conclusion}.`);
}
