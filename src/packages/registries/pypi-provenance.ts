import { isRecord, listOf, mapOf, parsedJson } from '../../platform/records.ts';
import { scalarText } from '../../platform/text/scalar-text.ts';

/** By whom a file was published, as its index says: a trusted publisher. */
export interface Publisher {
  /** `GitHub`, `GitLab`, `Google`, … */
  readonly kind: string;
  /** `owner/name` */
  readonly repository: string;
  /** The name of the workflow's file. */
  readonly workflow: string;
  /** The environment that the publisher is bound to, where it is bound to one. */
  readonly environment?: string;
}

/** A file that an index serves. */
export interface IndexFile {
  readonly filename: string;
  readonly sha256: string | undefined;
  /** Where its provenance is; undefined where it has none. */
  readonly provenance: string | undefined;
}

/** The file that was uploaded last, of what was not yanked; one with a provenance before one without. Undefined for what is no page of an index. */
export function lastFileOn(page: string): IndexFile | 'none' | undefined {
  const { files } = mapOf(parsedJson(page));
  if (!Array.isArray(files)) return undefined;
  const all = files
    .filter(isRecord)
    .filter(({ filename, yanked }) => typeof filename === 'string' && !yanked)
    .toSorted((a, b) => uploadedAt(a) - uploadedAt(b));
  const newest = all.at(-1);
  // The files of one release are uploaded one after the other.
  const isOfRelease = (one: Readonly<Record<string, unknown>>, at: number) =>
    one === newest || (at > 0 && uploadedAt(one) >= at - RELEASE_MS);
  const last = newest ? all.filter((one) => isOfRelease(one, uploadedAt(newest))) : [];
  const file = last.findLast(({ provenance }) => typeof provenance === 'string') ?? last.at(-1);
  if (!file) return 'none';
  const { filename, provenance, hashes } = file;
  const { sha256 } = mapOf(hashes);
  return {
    filename: scalarText(filename),
    sha256: typeof sha256 === 'string' ? sha256.toLowerCase() : undefined,
    provenance: typeof provenance === 'string' ? provenance : undefined,
  };
}

const RELEASE_MS = 60_000;

/** https://packaging.python.org/en/latest/specifications/simple-repository-api/; an index of an older kind says no times, and lists the newest last. */
function uploadedAt({ 'upload-time': time }: Readonly<Record<string, unknown>>): number {
  const at = typeof time === 'string' ? Date.parse(time) : Number.NaN;
  return Number.isNaN(at) ? 0 : at;
}

/**
 * The publisher in a file's provenance, or an Error that says why it counts for nothing: one of its attestations must be about
 * this very file. The index verified the signatures when it took them in. https://peps.python.org/pep-0740/
 */
export function readPublisher(provenance: string, { filename, sha256 }: IndexFile): Publisher | Error {
  const bundles = listOf(mapOf(parsedJson(provenance)).attestation_bundles).map(mapOf);
  if (bundles.length === 0) return new Error('its provenance holds no attestation that could be read');
  const own = bundles.filter(({ attestations }) => listOf(attestations).some((one) => isAbout(one, filename, sha256)));
  if (own.length === 0) return new Error('its provenance is about other bytes than those that are served');
  const [found] = own.flatMap(({ publisher }) => publisherIn(mapOf(publisher)) ?? []);
  return found ?? new Error('its provenance does not say who published it');
}

function isAbout(attestation: unknown, filename: string, sha256: string | undefined): boolean {
  const { statement } = mapOf(mapOf(attestation).envelope);
  if (typeof statement !== 'string') return false;
  const { subject } = mapOf(parsedJson(Buffer.from(statement, 'base64').toString('utf8')));
  return listOf(subject).some((one) => {
    const { name, digest } = mapOf(one);
    return name === filename && sha256 !== undefined && scalarText(mapOf(digest).sha256).toLowerCase() === sha256;
  });
}

function publisherIn(publisher: Readonly<Record<string, unknown>>): Publisher | undefined {
  const { kind, repository, workflow, workflow_filepath: path, environment, email } = publisher;
  if (typeof kind !== 'string') return undefined;
  const text = (...values: readonly unknown[]) => String(values.find((one) => typeof one === 'string') ?? '');
  return {
    ...{ kind, repository: text(repository, email), workflow: text(workflow, path) },
    ...(typeof environment === 'string' && environment !== '' && { environment }),
  };
}
