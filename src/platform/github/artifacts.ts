import { UserError } from '../errors.ts';
import { sha256Of } from '../files/file-digest.ts';
import { type UnzipLimits, unzip } from '../files/unzip.ts';
import type { CallOptions } from './client/client.ts';
import type { Repository } from './repository.ts';

interface Artifact {
  readonly id: number;
  readonly name: string;
  /** Of the archive, as `sha256:…`; older servers do not give one. */
  readonly digest: string | undefined;
  readonly bytes: number;
  readonly expired: boolean;
  /** Milliseconds since the epoch. */
  readonly expiresAt?: number;
}

interface RawArtifact {
  readonly id: number;
  readonly name: string;
  readonly digest?: string | null;
  readonly size_in_bytes?: number;
  readonly expired?: boolean;
  readonly expires_at?: string | null;
}

/** The newest artifact of that name which a run left; a re-run may leave it again. Undefined where there is none. */
export async function findArtifact(
  repository: Repository,
  { runId, name }: { readonly runId: number; readonly name: string },
  options: CallOptions = {},
): Promise<Artifact | undefined> {
  const artifacts = await repository.list<RawArtifact>(
    'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts',
    { run_id: runId, name },
    { ...options, limit: 300, key: 'artifacts' },
  );
  const newest = artifacts.filter((one) => one.name === name).sort((a, b) => b.id - a.id)[0];
  if (!newest) return undefined;
  const { id, digest, size_in_bytes: bytes = 0, expired = false } = newest;
  const expiresAt = Date.parse(newest.expires_at ?? '');
  const end = Number.isNaN(expiresAt) ? {} : { expiresAt };
  return { id, name, digest: digest ?? undefined, bytes, expired, ...end };
}

const LIMITS: UnzipLimits = { maxBytes: 64 * 1024 * 1024, maxFiles: 10_000 };

/** The files of an artifact by their paths, its digest verified and its archive distrusted. Throws a UserError. */
export async function downloadArtifact(
  repository: Repository,
  { id, name, digest }: Pick<Artifact, 'id' | 'name' | 'digest'>,
  { limits = LIMITS, ...options }: CallOptions & { readonly limits?: UnzipLimits } = {},
): Promise<Map<string, Uint8Array>> {
  const archive = await repository.download(
    'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
    { artifact_id: id, archive_format: 'zip' },
    { ...options, maxBytes: limits.maxBytes },
  );
  const actual = `sha256:${sha256Of(archive)}`;
  if (digest?.startsWith('sha256:') && digest.toLowerCase() !== actual) {
    throw new UserError(
      `The artifact ${JSON.stringify(name)} of ${repository.name} is damaged or was exchanged: its digest is ${actual}, GitHub says ${digest}. Run the workflow again.`,
    );
  }
  // upload-artifact with `archive: false` keeps a single file as it is.
  return isZip(archive) ? unzip(archive, limits) : new Map([[name, archive]]);
}

/** By its first bytes: a local file, or the end of an archive without any. */
function isZip(bytes: Uint8Array): boolean {
  const magic = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  return magic === 'PK\x03\x04' || magic === 'PK\x05\x06';
}
