import { UserError } from '../../platform/errors.ts';
import type { Sink } from '../../platform/net/body.ts';
import type { Upload } from '../../platform/net/upload.ts';
import { DAY_MS } from '../../platform/time/duration.ts';

/** What is stored: its bytes can be read as often as needed, and are known before they are sent. */
export interface Blob extends Upload {
  /** Hex. */
  readonly sha256: string;
}

/** Something in a store, by its key below the prefix. */
export interface Stored {
  readonly key: string;
  readonly bytes: number;
  /** When it was written last, milliseconds since the epoch. */
  readonly writtenAt: number;
}

/**
 * A place for blobs by their digests, and for the small entries that say who needs which. Every write may be repeated: what has
 * the key of its content is the same however often it is written.
 */
export interface BlobStore {
  /** For people: where it is. */
  readonly place: string;
  /** `there`: the very same was stored before. */
  put(blob: Blob): Promise<'stored' | 'there'>;
  /** Streams a blob into the sink, which says when it is too much. A UserError where there is none. */
  get(sha256: string, sink: Sink): Promise<void>;
  note(key: string, text: string): Promise<void>;
  /** All below `folder/`. */
  list(folder: string): Promise<readonly Stored[]>;
  remove(key: string): Promise<void>;
}

/** A blob that was asked for is none of a store's. */
export function notThere(place: string, sha256: string): UserError {
  return new UserError(
    `The artifact is not in ${place} any more, or never was: ${blobKey(sha256)} is not there. Was it pruned?`,
  );
}

export function blobKey(sha256: string): string {
  return `sha256/${sha256}`;
}

/** A blob that is there and older than this is written once more, so that prune does not take it for an old one. */
export const REFRESH_AFTER_MS = DAY_MS;
