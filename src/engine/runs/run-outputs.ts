import { KnownError, messageOf, UserError } from '../../platform/errors.ts';
import type { UnzipLimits } from '../../platform/files/unzip.ts';
import { GitHubError } from '../../platform/github/client/github-errors.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { isRecord } from '../../platform/records.ts';
import { depthOf, MOST_NESTED, TOO_DEEP } from '../../platform/text/nesting.ts';

type RunOutputs = { readonly values: Readonly<Record<string, unknown>> } | { readonly fault: string };

interface HandedOn {
  readonly repository: Repository;
  readonly runId: number;
  /** The artifact's. */
  readonly name: string;
}

/** What a run hands on: the one JSON file of its artifact of that name, which holds a map; or why that cannot be read. */
export async function readOutputs(from: HandedOn): Promise<RunOutputs> {
  try {
    return { values: await outputsIn(from) };
  } catch (error) {
    return { fault: unreadable(from, error) };
  }
}

/**
 * The same, for somebody who can wait: trouble that may pass is thrown, and what GitHub refuses to show is told apart from what
 * nobody can use.
 */
export async function readOutputsPatiently(from: HandedOn): Promise<RunOutputs | { readonly unread: string }> {
  try {
    return { values: await outputsIn(from, { maxBytes: LARGEST_ARCHIVE_BYTES, maxFiles: MOST_FILES }) };
  } catch (error) {
    if (error instanceof KnownError && error.kind !== 'fault') throw error;
    const why = unreadable(from, error);
    return error instanceof GitHubError ? { unread: why } : { fault: why };
  }
}

/** A map of 32 kB is far smaller, however it is packed. */
const LARGEST_ARCHIVE_BYTES = 1024 * 1024;
const MOST_FILES = 100;

async function outputsIn(
  { repository, runId, name }: HandedOn,
  limits?: UnzipLimits,
): Promise<Readonly<Record<string, unknown>>> {
  const { downloadArtifact, findArtifact } = await import('../../platform/github/artifacts.ts');
  const artifact = await findArtifact(repository, { runId, name });
  if (!artifact || artifact.expired)
    throw new UserError(artifact ? 'it has expired' : 'the run left none of that name');
  const files = [...(await downloadArtifact(repository, artifact, limits && { limits }))];
  const json = files.length === 1 ? files : files.filter(([file]) => file.endsWith('.json'));
  if (json.length > 1)
    throw new UserError(`it holds ${json.length} .json files: ${json.map(([file]) => file).join(', ')}`);
  const [[path, bytes] = []] = json;
  if (!bytes) throw new UserError('it holds no .json file');
  const text = new TextDecoder().decode(bytes);
  if (depthOf(text) > MOST_NESTED) throw new UserError(`${path}: ${TOO_DEEP}`);
  const values: unknown = JSON.parse(text);
  if (!isRecord(values)) throw new UserError(`${path} holds no map`);
  return values;
}

function unreadable({ name }: HandedOn, error: unknown): string {
  if (!(error instanceof KnownError) && !(error instanceof SyntaxError)) throw error;
  const what = `The run succeeded, but its outputs cannot be read from its artifact ${JSON.stringify(name)}`;
  return `${what}: ${messageOf(error).replace(/\.+$/, '')}.`;
}
