import { UserError } from '../errors.ts';
import type { CallOptions, GitHubClient } from './client/client.ts';
import { readFile } from './contents.ts';
import { ownerAndRepo } from './repository-name.ts';

interface RawTree {
  readonly tree: readonly { readonly path: string; readonly type: string; readonly mode: string }[];
  readonly truncated: boolean;
}

/** Links are blobs too, by their mode; what they hold is a path and no file. */
const LINK = '120000';

/** The paths of all files at a ref, without links and submodules. */
export async function listFiles(
  client: GitHubClient,
  repository: string,
  ref: string,
  options?: CallOptions,
): Promise<string[]> {
  const { tree, truncated } = await readTree(client, repository, ref, options);
  if (truncated) {
    throw new UserError(
      `${repository} at ${ref} has more files than GitHub lists at once (100,000): its packages cannot be found over the API.`,
    );
  }
  return tree.filter(({ type, mode }) => type === 'blob' && mode !== LINK).map(({ path }) => path);
}

/** How many files there are at a ref; not whole where GitHub lists no more of them. */
export async function countFiles(
  client: GitHubClient,
  repository: string,
  ref: string,
  options?: CallOptions,
): Promise<{ readonly count: number; readonly isWhole: boolean }> {
  const { tree, truncated } = await readTree(client, repository, ref, options);
  return { count: tree.filter(({ type }) => type === 'blob').length, isWhole: !truncated };
}

function readTree(client: GitHubClient, repository: string, ref: string, options?: CallOptions): Promise<RawTree> {
  const params = { ...ownerAndRepo(repository), tree_sha: ref, recursive: '1' };
  return client.read<RawTree>('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', params, options);
}

/** The texts of files at a ref by their path; what is not there is left out. */
export async function readFiles(
  client: GitHubClient,
  repository: string,
  { ref, paths }: { readonly ref: string; readonly paths: readonly string[] },
  options?: CallOptions,
): Promise<Map<string, string>> {
  const texts = await Promise.all(
    paths.map(async (path) => [path, await readFile(client, repository, { path, ref }, options)] as const),
  );
  return new Map(texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const])));
}
