import type { HubRecord } from '../../engine/stores/history-lines.ts';
import { messageOf, UserError } from '../../platform/errors.ts';
import { isRecord } from '../../platform/records.ts';
import { scalarText } from '../../platform/text/scalar-text.ts';
import { branchOf } from './hub-event.ts';
import { type Hub, ruleFor, sourceNamed } from './hub-file.ts';
import type { EventVerdict } from './verdict.ts';
import { handOn } from './verdict-text.ts';

/** The artifact in which a run of the hub keeps what became of its event. */
export const EVENT_ARTIFACT = 'release-actions-hub-event';

/** What became of an event, as far as it is believed. */
export type KnownEvent = Pick<
  HubRecord,
  'verdict' | 'reason' | 'source' | 'ref' | 'sha' | 'environment' | 'components'
>;

/** For the artifact, as text. */
export function eventFile(verdict: EventVerdict): string {
  const { verdict: word, reason, source, ref, sha, components } = handOn(verdict);
  return `${JSON.stringify({ verdict: word, reason, source, ref, sha, components })}\n`;
}

const VERDICTS = ['admitted', 'repeated', 'superseded', 'refused', 'self-test'] as const;
const LONGEST_REASON = 500;

/**
 * Reads such a file. Jobs of the same run that run a source's code could have put another in its place: what the hub file
 * does not know is left out, and the environment comes from it alone. Throws a UserError where it cannot be read.
 */
export async function readEventFile(bytes: Uint8Array | undefined, hub: Hub): Promise<KnownEvent> {
  const { verdict, reason, source: claimed, ref, sha, components } = parse(bytes);
  const source = typeof claimed === 'string' ? sourceNamed(hub, claimed) : undefined;
  const branch = typeof ref === 'string' ? branchOf(ref) : undefined;
  const rule = source && branch !== undefined ? await ruleFor(hub, branch) : undefined;
  const known = Array.isArray(components) ? components.filter((id) => source?.components.has(id)) : [];
  return {
    verdict: VERDICTS.find((word) => word === verdict) ?? (source ? 'admitted' : 'unknown'),
    ...(typeof reason === 'string' && { reason: reason.slice(0, LONGEST_REASON) }),
    ...(source && { source: source.repository }),
    ...(source && branch !== undefined && { ref: `refs/heads/${branch}` }),
    ...(source && /^[0-9a-f]{40}$/.test(scalarText(sha)) && { sha: scalarText(sha) }),
    ...(rule && { environment: rule.environment }),
    ...(known.length > 0 && { components: known }),
  };
}

function parse(bytes: Uint8Array | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes ?? []).toString('utf8'));
    if (isRecord(value)) return value;
  } catch (error) {
    throw new UserError(`The artifact ${EVENT_ARTIFACT} is not valid JSON: ${messageOf(error)}`, { cause: error });
  }
  throw new UserError(`The artifact ${EVENT_ARTIFACT} is not a JSON object.`);
}
