import { type GitOptions, git } from '../../platform/process/git.ts';

/** `changesets`: `changeset version` raised it; `hand`: somebody did; `created`: the package has had no other version. */
type VersionOrigin = 'changesets' | 'hand' | 'created';

/**
 * How a package.json came by its version: what the commit did that touched it last. Undefined where the history is not here (a
 * shallow clone). `file` is relative to the folder of `options`.
 */
export async function versionOrigin(file: string, options: GitOptions): Promise<VersionOrigin | undefined> {
  if ((await git(['rev-parse', '--is-shallow-repository'], options)) === 'true') return undefined;
  const touched = await git(['log', '-1', '-G', '"version"', '--format=%H', '--', file], options);
  if (touched === '') return 'created';
  const changed = ['show', '--relative', '--no-renames', '--name-status', '--format=', touched, '--', '.changeset'];
  // It uses changesets up; the mode of prereleases of changesets 2 keeps them, and lists them in its pre.json.
  if (/^(D\t\.changeset\/.+\.md|[AMD]\t\.changeset\/pre\.json)$/m.test(await git(changed, options)))
    return 'changesets';
  const lines = await git(['show', '--format=', '--unified=0', '--no-ext-diff', touched, '--', file], options);
  return /^-.*"version"/m.test(lines) ? 'hand' : 'created';
}
