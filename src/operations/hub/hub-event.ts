import { mapOf } from '../../platform/records.ts';
import { scalarText } from '../../platform/text/scalar-text.ts';

/** What an event says of itself. Nothing of it is believed before it is proven. */
export interface HubEvent {
  /** Of repository_dispatch: `services-changed`. */
  readonly type: string;
  /** Who sent it, as GitHub says. */
  readonly sender: string | undefined;
  readonly source: string | undefined;
  readonly ref: string | undefined;
  readonly sha: string | undefined;
  /** Empty where the event names none. */
  readonly components: readonly string[];
  /** Only to say that it is not believed. */
  readonly environment: string | undefined;
}

/** The event that answers a self-test of a source. */
export const SELF_TEST = 'release-actions-self-test';

/** What the payload of trigger-hub looks like: 7 of the 10 keys that GitHub takes. */
export interface HubPayload {
  readonly format: 1;
  readonly source_repo: string;
  readonly ref: string;
  readonly sha: string;
  readonly before: string | null;
  /** Ids, separated by commas: the form that hand-written triggers use. */
  readonly component: string;
  readonly run: string;
}

/** The branch of a ref; undefined where it is none. A name that GitHub cannot have is none either: patterns are slow on long ones. */
export function branchOf(ref: string): string | undefined {
  return /^refs\/heads\/([^\p{Cc}]{1,244})$/u.exec(ref)?.[1];
}

/** The payload for a push, and what of it the hub is told. */
export function payloadOf(
  push: {
    readonly repository: string;
    readonly ref: string;
    readonly sha: string;
    readonly before?: string | undefined;
    readonly run: string;
  },
  { components }: { readonly components: readonly string[] },
): HubPayload {
  const { repository: source_repo, ref, sha, before = null, run } = push;
  return { format: 1, source_repo, ref, sha, before, component: components.join(','), run };
}

/** Reads a repository_dispatch event (its type, sender and client_payload) leniently: what is missing is undefined. */
export function readHubEvent(event: unknown): HubEvent {
  const { action, client_payload, sender } = mapOf(event);
  const payload = mapOf(client_payload);
  return {
    type: textOf(action) ?? '',
    sender: textOf(mapOf(sender).login),
    source: textOf(payload.source_repo) ?? textOf(payload.repository),
    ref: textOf(payload.ref),
    sha: textOf(payload.sha),
    components: idsIn(payload.components ?? payload.component),
    environment: textOf(payload.environment),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A list, or a text with commas; each id once. */
function idsIn(value: unknown): string[] {
  const parts = Array.isArray(value) ? value.map(scalarText) : (textOf(value) ?? '').split(',');
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
}
