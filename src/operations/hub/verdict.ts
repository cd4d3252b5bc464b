/** What became of an event. */
export type EventVerdict =
  | (EventPlace & {
      readonly verdict: 'admitted' | 'repeated';
      readonly reason: string;
      readonly environment: string;
      /** False where it is built and tested only. */
      readonly deploys: boolean;
      /** Component → its folder. */
      readonly components: ReadonlyMap<string, string>;
    })
  | (EventPlace & { readonly verdict: 'superseded' | 'self-test'; readonly reason: string })
  | (Partial<EventPlace> & { readonly verdict: 'refused'; readonly reason: string });

/** A commit of a source that is on the list: a status can be set there. */
export interface EventPlace {
  readonly source: string;
  readonly ref: string;
  readonly sha: string;
}

const LONGEST_LABEL = 60;

/** The components in a few words, the same for the same ones: how a status says what it was about. */
export function componentsLabel(ids: readonly string[]): string {
  const sorted = [...ids].sort();
  const all = sorted.join(', ');
  return all.length <= LONGEST_LABEL ? all : `${sorted.length} components (${checksum(all)})`;
}

/** The description of the status of an event that went all the way, as the report job of hub.yml writes it. */
export function endOf({
  label,
  deploys,
  environment,
}: {
  readonly label: string;
  readonly deploys: boolean;
  readonly environment: string;
}): string {
  return `${label}: ${deploys ? 'deployed to' : 'built and checked for'} ${environment}`;
}

/** FNV-1a: it distinguishes labels of one commit, and protects nothing. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
