import { UserError } from '../errors.ts';
import type { CallOptions } from './client/client.ts';
import { readFile } from './contents.ts';
import type { Repository } from './repository.ts';

interface RawTree {
  readonly tree: readonly { readonly path: string; readonly type: string; readonly mode: string }[];
  readonly truncated: boolean;
}

/** Links are blobs too, by their mode; what they hold is a path and no file. */
const LINK = '120000';

/**
 * The paths of all files at a ref, without links and submodules. Throws a UserError where there are more than GitHub lists at
 * once.
 */
export async function listFiles(repository: Repository, ref: string, options?: CallOptions): Promise<string[]> {
  const { tree, truncated } = await readTree(repository, ref, options);
  if (truncated) {
    throw new UserError(
      `${repository.name} at ${ref} has more files than GitHub lists at once (100,000): its packages cannot be found over the API.`,
    );
  }
  return tree.filter(({ type, mode }) => type === 'blob' && mode !== LINK).map(({ path }) => path);
}

/** How many files there are at a ref; not whole where GitHub lists no more of them. */
export async function countFiles(
  repository: Repository,
  ref: string,
): Promise<{ readonly count: number; readonly isWhole: boolean }> {
  const { tree, truncated } = await readTree(repository, ref);
  return { count: tree.filter(({ type }) => type === 'blob').length, isWhole: !truncated };
}

function readTree(repository: Repository, ref: string, options?: CallOptions): Promise<RawTree> {
  const params = { tree_sha: ref, recursive: '1' };
  return repository.read<RawTree>('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', params, options);
}

/** The texts of files at a ref by their path; what is not there is left out. */
export async function readFiles(
  repository: Repository,
  { ref, paths }: { readonly ref: string; readonly paths: readonly string[] },
  options?: CallOptions,
): Promise<Map<string, string>> {
  const texts = await Promise.all(
    paths.map(async (path) => [path, await readFile(repository, { path, ref }, options)] as const),
  );
  return new Map(texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const])));
}
