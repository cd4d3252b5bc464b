import type { Push } from '../../operations/hub/what-changed.ts';
import { UserError } from '../../platform/errors.ts';
import { isText, mapOf } from '../../platform/records.ts';
import { ownRepository, readEvent, runContext, runUrl } from '../../platform/runner/context.ts';

/** What was pushed here, as the runner says it; none of it comes from inputs. */
interface OwnPush extends Omit<Push, 'repository'> {
  /** `owner/name`. */
  readonly repository: string;
  /** The page of this run. */
  readonly run: string;
}

/** Throws a UserError where the runner does not say which commit this is. */
export async function ownPush(env: Readonly<Record<string, string | undefined>>): Promise<OwnPush> {
  const context = runContext(env);
  const { ref, commit: sha, event: name } = context;
  const repository = ownRepository(env);
  if (!ref || !sha)
    throw new UserError('GITHUB_REF and GITHUB_SHA must be set: they say which commit the hub is told of.');
  const { before, repository: about } = mapOf(await readEvent(env));
  const { default_branch: defaultBranch } = mapOf(about);
  return {
    ...{ repository, ref, sha, run: runUrl(context) ?? '' },
    before: name === 'push' && isText(before) ? before : undefined,
    defaultBranch: isText(defaultBranch) ? defaultBranch : undefined,
  };
}
