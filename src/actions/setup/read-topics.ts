import { KnownError, messageOf, UserError } from '../../platform/errors.ts';
import { readTopics } from '../../platform/github/repositories.ts';
import { areTexts } from '../../platform/records.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { readEvent, runContext } from '../../platform/runner/context.ts';
import { valueAt } from '../../services/health/bounded-json.ts';

/**
 * The topics of the repository that the workflow runs in: from the event where it tells them, else from the API. Throws a
 * UserError where neither does, for a check that is left out by mistake would be a check that passed.
 */
export async function readTopicsOf(
  inputs: { readonly token: string | undefined; readonly apiUrl: string | undefined },
  runner: Runner,
): Promise<readonly string[]> {
  const event = await readEvent(runner.env, runner.workspace).catch(() => undefined);
  const told = valueAt(event, '/repository/topics');
  if (areTexts(told)) return told;
  const { repository } = runContext(runner.env);
  try {
    if (repository === undefined) throw new UserError('GITHUB_REPOSITORY is not set');
    // Most steps need no topics and should not wait for GitHub's client.
    const { connectTo } = await import('./connect-github.ts');
    return await readTopics(connectTo(repository, inputs, runner), {
      signal: runner.signal,
    });
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    const whose = repository ?? 'the repository';
    throw new UserError(`The topics of ${whose} could not be read: ${messageOf(error)} Give them as the input topics.`);
  }
}
