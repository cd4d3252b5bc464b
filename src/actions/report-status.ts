import { commitState } from '../operations/hub/commit-state.ts';
import { listStatuses, setStatus } from '../platform/github/statuses.ts';
import { defineAction } from '../platform/runner/action.ts';
import { runContext, runUrl } from '../platform/runner/context.ts';
import { flag, optional, repository, required, text, url } from '../platform/runner/inputs.ts';
import { connectionInputs, connectTo, verifyApp } from './setup/connect-github.ts';

/** Sets the status of a commit of any repository, from whatever word GitHub has for how something ended. */
export default defineAction({
  inputs: {
    ...connectionInputs,
    repository: required(repository),
    sha: required(commitSha),
    context: optional(text, 'hub'),
    state: required(commitState),
    description: optional(text, ''),
    'target-url': optional(url),
    'only-if-pending': optional(flag, false),
    'dry-run': optional(flag, false),
  },
  checks: [verifyApp, (given, runner) => connectTo(given.repository, given, runner)],
  async run({ repository: name, sha, context, state, targetUrl, onlyIfPending, ...inputs }, runner) {
    const { log, outputs, signal, env } = runner;
    const repository = connectTo(name, inputs, runner);
    const place = `${context} on ${name}@${sha.slice(0, 7)}`;
    if (onlyIfPending) {
      const newest = (await listStatuses(repository, sha, { signal })).find((one) => one.context === context);
      if (newest?.state !== 'pending') {
        const now = newest ? `is ${newest.state} already` : 'was never set';
        log.info(`The status ${place} ${now}: it stays as it is.`);
        return outputs.set('state', newest?.state ?? '');
      }
    }
    const status = {
      sha,
      context,
      state,
      description: inputs.description,
      targetUrl: targetUrl ?? runUrl(runContext(env)),
    };
    if (inputs.dryRun) log.info(`Dry run: the status ${place} would become ${state}.`);
    else {
      await setStatus(repository, status, { signal });
      log.info(`The status ${place} is ${state}.`);
    }
    await outputs.set('state', state);
  },
});

/** The 40 digits of a commit: a short one, or a branch, may be another commit tomorrow. */
function commitSha(value: string): string {
  if (!/^[0-9a-f]{40}$/.test(value)) throw new Error('expected the 40 hexadecimal digits of a commit');
  return value;
}
