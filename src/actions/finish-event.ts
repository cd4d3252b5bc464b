import { resolve } from 'node:path';
import { finishEvent } from '../operations/hub/finish.ts';
import { readHubFile } from '../operations/hub/hub-file.ts';
import { UserError } from '../platform/errors.ts';
import { defineAction } from '../platform/runner/action.ts';
import { optional, required, text, url, wholeNumber } from '../platform/runner/inputs.ts';
import { connectionInputs, connectTo } from './setup/connect-github.ts';
import { connectHome } from './setup/own-repository.ts';

/** Finishes what a run of the hub left pending on a commit of a source, also where that run was killed. */
export default defineAction({
  inputs: {
    ...connectionInputs,
    'hub-file': optional(text, '.github/hub.yml'),
    'run-id': required(wholeNumber(1, Number.MAX_SAFE_INTEGER)),
    'run-url': required(url),
    conclusion: required(text),
  },
  async run({ hubFile, runId, runUrl, conclusion, ...connection }, runner) {
    const { workspace, log, signal } = runner;
    const hub = await readHubFile(resolve(workspace, hubFile), hubFile);
    const { client: home, repository } = connectHome(connection, runner);
    const clientFor = (source: string) => connectTo(source, connection, runner);
    if (!runUrl.endsWith(`/${repository}/actions/runs/${runId}`)) {
      throw new UserError(`Inputs run-id and run-url are of different runs: ${runId} and ${runUrl}.`);
    }
    const run = { repository, runId, url: runUrl, conclusion };
    const finish = await finishEvent(run, { hub, home, clientFor, signal });
    if ('nothing' in finish) return log.info(`Nothing to finish: ${finish.nothing}.`);
    const { finished, source, sha } = finish;
    const where = `${source}@${sha.slice(0, 7)}`;
    if (finished.length === 0) log.info(`Nothing to finish: the run left nothing pending on ${where}.`);
    else log.notice(`Finished ${finished.join(', ')} on ${where} with ${conclusion}.`);
  },
});
