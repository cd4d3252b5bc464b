import type { CallOptions } from './client/client.ts';
import type { Repository } from './repository.ts';

/** A pipeline that needs more should check its source out by itself. */
const LARGEST_BYTES = 512 * 1024 * 1024;
const DOWNLOAD_MS = 10 * 60_000;

/** The files of a commit as a .tar.gz with one folder, held in memory: at most 512 MiB. */
export function downloadSource(repository: Repository, sha: string, options: CallOptions = {}): Promise<Uint8Array> {
  return repository.download(
    'GET /repos/{owner}/{repo}/tarball/{ref}',
    { ref: sha },
    { timeoutMs: DOWNLOAD_MS, ...options, maxBytes: LARGEST_BYTES },
  );
}
