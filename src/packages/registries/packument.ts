import { isRecord, mapOf, parsedJson } from '../../platform/records.ts';

/** What we use of one version in a package document. */
export interface PublishedVersion {
  readonly integrity?: string;
  readonly shasum?: string;
  /** Where its attestations are said to be; present where there are any. */
  readonly attestations?: string;
  /** The commit that its publisher wrote into it; only full documents say it. */
  readonly gitHead?: string;
}

/** What we use of a registry's document about one package. */
export interface Packument {
  readonly tags: Readonly<Record<string, string>>;
  readonly versions: ReadonlyMap<string, PublishedVersion>;
}

/**
 * Reads a package document, abbreviated or full; undefined for what is none.
 * https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md
 */
export function parsePackument(text: string): Packument | undefined {
  const document = parsedJson(text);
  if (!isRecord(document) || (!isRecord(document.versions) && typeof document.name !== 'string')) return undefined;
  const { versions, 'dist-tags': tags } = document;
  const read = Object.entries(mapOf(versions)).map(
    ([version, manifest]) => [version, publishedVersion(manifest)] as const,
  );
  const named = Object.entries(mapOf(tags)).filter(isNamed);
  return { tags: Object.fromEntries(named), versions: new Map(read) };
}

function publishedVersion(manifest: unknown): PublishedVersion {
  const { dist, gitHead } = mapOf(manifest);
  const { integrity, shasum, attestations } = mapOf(dist);
  const url = mapOf(attestations).url;
  return {
    ...(typeof integrity === 'string' && { integrity }),
    ...(typeof shasum === 'string' && { shasum }),
    ...(isRecord(attestations) && { attestations: typeof url === 'string' ? url : '' }),
    ...(typeof gitHead === 'string' && { gitHead }),
  };
}

function isNamed(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string';
}
