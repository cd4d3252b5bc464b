import { UserError } from '../errors.ts';
import type { CallOptions, GitHubClient } from './client/client.ts';
import { absentIs404 } from './refs.ts';
import { ownerAndRepo } from './repository-name.ts';

interface RawFile {
  readonly type?: string;
  readonly encoding?: string;
  readonly content?: string;
  readonly sha: string;
}

interface FilePlace {
  readonly path: string;
  /** Branch, tag or commit; the default branch where not given. */
  readonly ref?: string | undefined;
}

/** The text of a file; undefined where there is none (or the token cannot see the repository: GitHub answers 404 for both). */
export async function readFile(
  client: GitHubClient,
  repository: string,
  { path, ref }: FilePlace,
  options?: CallOptions,
): Promise<string | undefined> {
  const params = { ...ownerAndRepo(repository), path, ref };
  return absentIs404(async () => {
    const file = await client.read<RawFile>('GET /repos/{owner}/{repo}/contents/{path}', params, options);
    return decode(client, { repository, path, file }, options);
  });
}

async function decode(
  client: GitHubClient,
  { repository, path, file }: { repository: string; path: string; file: RawFile },
  options?: CallOptions,
): Promise<string> {
  if (Array.isArray(file) || file.type !== 'file') {
    throw new UserError(`${path} in ${repository} is not a file but a ${Array.isArray(file) ? 'folder' : file.type}.`);
  }
  if (file.encoding === 'base64') return Buffer.from(file.content ?? '', 'base64').toString('utf8');
  // Above 1 MB the contents are left out, but the blob has them.
  const params = { ...ownerAndRepo(repository), file_sha: file.sha };
  const blob = await client.read<{ content: string }>(
    'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
    params,
    options,
  );
  return Buffer.from(blob.content, 'base64').toString('utf8');
}
