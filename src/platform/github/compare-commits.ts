import type { CallOptions } from './client/client.ts';
import { absentIs404 } from './refs.ts';
import type { Repository } from './repository.ts';

/** How a commit stands to another one, and what changed from where they parted. */
export interface Comparison {
  /** `ahead`: the head descends from the base. */
  readonly status: 'ahead' | 'behind' | 'identical' | 'diverged';
  /** Paths that were changed, and the old ones of what was renamed; not all of them where `complete` is false. */
  readonly files: readonly string[];
  readonly complete: boolean;
}

/** GitHub tells no more changed files than these: https://docs.github.com/rest/commits/commits#compare-two-commits */
const MOST_FILES = 300;

interface RawComparison {
  readonly status: Comparison['status'];
  readonly files?: readonly { readonly filename: string; readonly previous_filename?: string }[];
}

/** Compares two commits or refs; undefined where GitHub knows one of them not (any more), or they share no history. */
export async function compare(
  repository: Repository,
  { base, head }: { readonly base: string; readonly head: string },
  options?: CallOptions,
): Promise<Comparison | undefined> {
  const params = { basehead: `${base}...${head}` };
  return absentIs404(async () => {
    const { status, files } = await repository.read<RawComparison>(
      'GET /repos/{owner}/{repo}/compare/{basehead}',
      params,
      options,
    );
    const paths = (files ?? []).flatMap(({ filename, previous_filename: before }) =>
      before === undefined ? [filename] : [filename, before],
    );
    return { status, files: paths, complete: files !== undefined && files.length < MOST_FILES };
  });
}

/** How many commits the head has that the base has not; undefined as for `compare`. Asked conditionally, and without the files. */
export async function commitsAhead(
  repository: Repository,
  { base, head }: { readonly base: string; readonly head: string },
  options?: CallOptions,
): Promise<number | undefined> {
  // Files are told on the first page only: https://docs.github.com/rest/commits/commits#compare-two-commits
  const page = { per_page: 1, page: 2 };
  const params = { basehead: `${base}...${head}`, ...page };
  return absentIs404(async () => {
    const route = 'GET /repos/{owner}/{repo}/compare/{basehead}';
    return (await repository.poll<{ readonly ahead_by: number }>(route, params, options)).data.ahead_by;
  });
}

/**
 * When the commits were made that the head has and the base has not, epoch milliseconds: of at most a hundred, the oldest first; undefined as
 * for `compare`.
 */
export async function commitTimes(
  repository: Repository,
  { base, head }: { readonly base: string; readonly head: string },
  options?: CallOptions,
): Promise<number[] | undefined> {
  const params = { basehead: `${base}...${head}`, per_page: 100 };
  return absentIs404(async () => {
    const route = 'GET /repos/{owner}/{repo}/compare/{basehead}';
    const { commits } = await repository.read<{ readonly commits: readonly RawCommit[] }>(route, params, options);
    const times = commits.map(({ commit }) => Date.parse(commit.committer?.date ?? ''));
    return times.filter((at) => !Number.isNaN(at));
  });
}

interface RawCommit {
  readonly commit: { readonly committer?: { readonly date?: string } | null };
}
