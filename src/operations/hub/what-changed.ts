import type { CallOptions } from '../../platform/github/client/client.ts';
import { type Comparison, compare } from '../../platform/github/compare-commits.ts';
import type { Repository } from '../../platform/github/repository.ts';

/** Component → the globs of what belongs to it; of several that fit the last counts, and one that begins with `!` takes out. */
type Globs = ReadonlyMap<string, readonly string[]>;

interface Changed {
  readonly components: readonly string[];
  /** How that is known, or why all of them are taken. */
  readonly reason: string;
}

export interface Push {
  readonly repository: Repository;
  readonly ref: string;
  readonly sha: string;
  /** The commit before the push; undefined where the event is no push. */
  readonly before: string | undefined;
  readonly defaultBranch: string | undefined;
}

/**
 * Which components a push changed, by GitHub's comparison, without a checkout. Doubt means all of them: what is built for
 * nothing costs minutes, what is left out is found in production.
 */
async function whatChanged(
  globs: Globs,
  { repository, ref, sha, before, defaultBranch }: Push,
  options?: CallOptions,
): Promise<Changed> {
  const all = (why: string): Changed => ({ components: [...globs.keys()], reason: `all components: ${why}` });
  if (before === undefined) return all('the event is no push, so nothing says what changed');
  const isNew = /^0+$/.test(before);
  const base = isNew ? defaultBranch : before;
  if (isNew && ref === `refs/heads/${base}`)
    return all(`${base} is new itself, and there is nothing to compare it with`);
  if (base === undefined) return all('the branch is new, and the event does not say which branch is the default one');
  const comparison = await compare(repository, { base, head: sha }, options);
  const doubt = doubtOf(comparison, isNew);
  if (doubt !== undefined || comparison === undefined) return all(doubt ?? 'nothing is known');
  const components = await matching(globs, comparison.files);
  const since = isNew ? `it left ${base}` : base.slice(0, 7);
  const count = comparison.files.length;
  return { components, reason: `${count} changed ${count === 1 ? 'file' : 'files'} since ${since}` };
}

/** What the inputs of a trigger ask for: components by name, or by what changed. */
interface AskedComponents {
  readonly operation: 'send' | 'self-test';
  readonly components: readonly string[] | undefined;
  readonly paths: Globs | undefined;
}

/** The components that the hub is told of; a self-test names none. */
export async function askedComponents(
  { operation, components, paths }: AskedComponents,
  push: Push,
  signal: AbortSignal,
): Promise<Changed> {
  if (operation === 'self-test') return { components: [], reason: 'a self-test' };
  if (paths) return whatChanged(paths, push, { signal });
  return { components: components ?? [], reason: components ? 'as the workflow says' : 'the workflow names none' };
}

function doubtOf(comparison: Comparison | undefined, isNew: boolean): string | undefined {
  if (comparison === undefined) return 'GitHub does not know the commit before any more (a force push?)';
  if (!comparison.complete) return 'GitHub tells at most 300 changed files, and there are more';
  if (isNew || comparison.status === 'ahead' || comparison.status === 'identical') return undefined;
  return 'the branch was force-pushed, and what was taken back counts, too';
}

async function matching(globs: Globs, files: readonly string[]): Promise<string[]> {
  const { default: picomatch } = await import('picomatch');
  return [...globs].flatMap(([component, patterns]) => {
    const globs = patterns.map((pattern) => {
      const takesOut = pattern.startsWith('!');
      return { takesOut, fits: picomatch(takesOut ? pattern.slice(1) : pattern, { dot: true, nonegate: true }) };
    });
    const fits = (file: string) => globs.findLast((glob) => glob.fits(file))?.takesOut === false;
    return files.some(fits) ? [component] : [];
  });
}
