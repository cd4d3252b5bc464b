import { UserError } from '../../platform/errors.ts';
import { findArtifact } from '../../platform/github/artifacts.ts';
import type { Repository } from '../../platform/github/repository.ts';
import type { Sink } from '../../platform/net/body.ts';
import type { ArtifactKind, Pointer } from './pointer.ts';

const LARGEST_ANSWER_BYTES = 1024 * 1024;

interface Upload {
  readonly host: string;
  readonly repository: Repository;
  readonly runId: number;
  readonly name: string;
  readonly kind: ArtifactKind;
}

/** The pointer to what a step before uploaded to this run. Throws a UserError where there is none. */
export async function pointToUpload(
  { host, repository, runId, name, kind }: Upload,
  signal: AbortSignal,
): Promise<Pointer> {
  const artifact = await findArtifact(repository, { runId, name }, { signal });
  if (!artifact || artifact.expired) {
    const what = artifact ? `The artifact ${name} of this run has expired.` : `This run has no artifact ${name}.`;
    throw new UserError(`${what} Upload it in a step before, with actions/upload-artifact and the same name.`);
  }
  const [, sha256] = /^sha256:([0-9a-f]{64})$/i.exec(artifact.digest ?? '') ?? [];
  if (sha256 === undefined)
    throw new UserError(
      `GitHub says no digest of the artifact ${name}, so nobody could verify it: use upload-artifact v4 or later, and GHES 3.19 or later; or another store.`,
    );
  return {
    place: { store: 'github', host, repository: repository.name, artifact: artifact.id },
    name,
    kind,
    form: { zip: true },
    sha256: sha256.toLowerCase(),
    bytes: artifact.bytes,
    ...(artifact.expiresAt !== undefined && { expiresAt: artifact.expiresAt }),
  };
}

/** Streams what a pointer to GitHub names. */
export async function downloadUpload(
  repository: Repository,
  { place, name, expiresAt }: Pointer & { readonly place: Pointer['place'] & { readonly store: 'github' } },
  { sink, timeoutMs, signal }: { readonly sink: Sink; readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<void> {
  const ended = `The artifact ${name} of ${repository} has expired or was deleted`;
  const when = expiresAt === undefined ? '' : ` (it was kept until ${new Date(expiresAt).toISOString()})`;
  await repository.download(
    'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
    { artifact_id: place.artifact, archive_format: 'zip' },
    {
      sink,
      // Of what goes into memory: the sink has its own bound.
      maxBytes: LARGEST_ANSWER_BYTES,
      timeoutMs,
      signal,
      explain: {
        410: `${ended}${when}. GitHub keeps artifacts for at most 90 days: run the workflow again, or use the store s3 for what is needed longer.`,
        404: `${ended}, or the token may not read it: it needs Actions: read on ${repository}.`,
      },
    },
  );
}
