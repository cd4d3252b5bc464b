import { UserError } from '../errors.ts';
import type { CallOptions } from './client/client.ts';
import { absentIs404 } from './refs.ts';
import type { Repository } from './repository.ts';

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

/** The text of a file, asked conditionally; undefined where there is none (or the token cannot see the repository: GitHub answers 404 for both). */
export async function readFile(
  repository: Repository,
  place: FilePlace,
  options?: CallOptions,
): Promise<string | undefined> {
  return (await readFileVersion(repository, place, options))?.text;
}

/** A file's text, and the blob that a write of it must name. */
interface FileVersion {
  readonly text: string;
  readonly sha: string;
}

/**
 * The text of a file and its version, of any size up to GitHub's 100 MB; undefined where there is none. Throws a UserError
 * where it is a folder or a link.
 */
export async function readFileVersion(
  repository: Repository,
  { path, ref }: FilePlace,
  options?: CallOptions,
): Promise<FileVersion | undefined> {
  return absentIs404(async () => {
    const { data: file } = await repository.poll<RawFile>(
      'GET /repos/{owner}/{repo}/contents/{path}',
      { path, ref },
      options,
    );
    return { text: await decode(repository, { path, file }, options), sha: file.sha };
  });
}

interface FileWrite {
  readonly path: string;
  readonly branch: string;
  readonly text: string;
  readonly message: string;
  /** The version that is replaced; undefined where there was none. */
  readonly sha: string | undefined;
}

/** Writes a file in a commit of its own. Throws a GitHubError (409) where somebody else changed it, and AmbiguousWrite. */
export async function writeFile(
  repository: Repository,
  { path, branch, text, message, sha }: FileWrite,
  options?: CallOptions,
): Promise<void> {
  const content = Buffer.from(text).toString('base64');
  const params = { path, branch, message, content, ...(sha === undefined ? {} : { sha }) };
  await repository.write('PUT /repos/{owner}/{repo}/contents/{path}', params, options);
}

async function decode(
  repository: Repository,
  { path, file }: { path: string; file: RawFile },
  options?: CallOptions,
): Promise<string> {
  if (Array.isArray(file) || file.type !== 'file') {
    throw new UserError(
      `${path} in ${repository.name} is not a file but a ${Array.isArray(file) ? 'folder' : file.type}.`,
    );
  }
  if (file.encoding === 'base64') return Buffer.from(file.content ?? '', 'base64').toString('utf8');
  // Above 1 MB the contents are left out, but the blob has them.
  const blob = await repository.read<{ content: string }>(
    'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
    { file_sha: file.sha },
    options,
  );
  return Buffer.from(blob.content, 'base64').toString('utf8');
}
