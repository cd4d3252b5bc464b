import type { CallOptions } from '../../platform/github/client/client.ts';
import { compare } from '../../platform/github/compare-commits.ts';
import { getRef } from '../../platform/github/refs.ts';
import type { Repository } from '../../platform/github/repository.ts';
import { listStatuses } from '../../platform/github/statuses.ts';
import { listed, quote } from '../../platform/text/wording.ts';
import { branchOf, type HubEvent, SELF_TEST } from './hub-event.ts';
import { type EnvironmentRule, type Hub, type HubSource, ruleFor, sourceNamed } from './hub-file.ts';
import { componentsLabel, type EventPlace, type EventVerdict, endOf } from './verdict.ts';

export interface AdmitOptions extends CallOptions {
  /** A repository that may be read. Throws a UserError where there is no token for it. */
  readonly repositoryFor: (name: string) => Repository;
  /** Of the statuses that tell how an event ended. */
  readonly context: string;
  /** Takes an event on although the same one has succeeded before. */
  readonly force: boolean;
}

/**
 * What becomes of an event. The payload is a hint: source, branch, commit and components are proven by the hub file and over
 * the API, and the environment comes from the proven branch alone. Rejects only where GitHub gives no answer.
 */
export async function admit(hub: Hub, event: HubEvent, options: AdmitOptions): Promise<EventVerdict> {
  const { source: claimed, sender } = event;
  if (claimed === undefined || !/^[^/\s]+\/[^/\s]+$/.test(claimed)) {
    return refuse(`The event names no source: expected source_repo as owner/name, found ${quote(claimed ?? null)}.`);
  }
  const source = sourceNamed(hub, claimed) ?? (await renamed(hub, claimed, options));
  if (!source) return refuse(`${claimed} is no source of the hub file. Add it there, or remove its trigger workflow.`);
  if (hub.senders && !hub.senders.has((sender ?? '').toLowerCase())) {
    return refuse(
      `${about(event, source)}: ${sender ?? 'an unknown sender'} is not among the senders of the hub file.`,
    );
  }
  return admitFrom(source, event, { hub, options });
}

/** The part that the hub file says: where the event is from, what it is about, and where its branch leads. */
async function admitFrom(
  source: HubSource,
  event: HubEvent,
  { hub, options }: { hub: Hub; options: AdmitOptions },
): Promise<EventVerdict> {
  const { ref = '', sha = '' } = event;
  if (!/^[0-9a-f]{40}$/.test(sha)) {
    const found = quote(event.sha ?? null);
    return refuse(`${about(event, source)}: the event has no sha: expected 40 hexadecimal digits, found ${found}.`);
  }
  const branch = branchOf(ref);
  if (branch === undefined) {
    const found = quote(event.ref ?? null);
    return refuse(`${about(event, source)}: the event has no branch: expected ref as refs/heads/…, found ${found}.`);
  }
  const place = { source: source.repository, ref, sha };
  if (event.type === SELF_TEST) return { verdict: 'self-test', reason: 'The hub listens to this source.', ...place };
  if (!source.events.includes(event.type)) {
    const allowed = listed(source.events, 'or');
    return refuse(`${about(event, source)}: the hub file lets it send ${allowed}, not this type.`, place);
  }
  const strangers = event.components.filter((id) => !source.components.has(id));
  if (strangers.length > 0) {
    return refuse(`${about(event, source)}: the hub file knows no ${listed(strangers, 'or')} in it.`, place);
  }
  const rule = await ruleFor(hub, branch);
  if (!rule) {
    return refuse(`${about(event, source)}: no rule of the hub file's environments fits the branch ${branch}.`, place);
  }
  return prove({ source, rule, event, place, branch }, options);
}

function about({ type }: HubEvent, { repository }: HubSource): string {
  return `Event ${type} of ${repository} is refused`;
}

function refuse(reason: string, place: Partial<EventPlace> = {}): EventVerdict {
  return { verdict: 'refused', reason, ...place };
}

interface Claim {
  readonly source: HubSource;
  readonly rule: EnvironmentRule;
  readonly event: HubEvent;
  readonly place: EventPlace;
  readonly branch: string;
}

/** The part that only GitHub can say: the commit is the branch's newest one, and was not dealt with before. */
async function prove({ source, rule, event, place, branch }: Claim, options: AdmitOptions): Promise<EventVerdict> {
  const { sha } = place;
  const repository = options.repositoryFor(source.repository);
  const head = await getRef(repository, `heads/${branch}`, options);
  if (head !== sha) return displaced({ source, event, place, branch, head }, repository, options);
  const components = new Map(
    [...source.components].filter(([id]) => event.components.length === 0 || event.components.includes(id)),
  );
  const deploys = rule.deploys && source.deploys;
  const admitted = { ...place, environment: rule.environment, deploys, components };
  const label = componentsLabel([...components.keys()]);
  const statuses = options.force ? [] : await listStatuses(repository, sha, options);
  // Another branch at the same commit may lead elsewhere: only the end of this very way counts.
  const end = endOf({ label, deploys, environment: rule.environment });
  const done = statuses.some(
    ({ context, state, description }) => context === options.context && state === 'success' && description === end,
  );
  return done
    ? { verdict: 'repeated', reason: `${label} of ${short(sha)} succeeded before.`, ...admitted }
    : { verdict: 'admitted', reason: `${label} of ${short(sha)} on ${branch}.`, ...admitted };
}

/** The commit is not the branch's newest: an older one of it is superseded, any other was forged or pushed away. */
async function displaced(
  { source, event, place, branch, head }: Omit<Claim, 'rule'> & { readonly head: string | undefined },
  repository: Repository,
  options: AdmitOptions,
): Promise<EventVerdict> {
  const sha = short(place.sha);
  if (head === undefined) {
    const why = `the branch ${branch} is not there, or the token for ${repository} cannot see it. Was it deleted?`;
    return refuse(`${about(event, source)}: ${why}`, place);
  }
  const comparison = await compare(repository, { base: place.sha, head }, options);
  if (comparison?.status === 'ahead') {
    return { verdict: 'superseded', reason: `Superseded by ${short(head)} on ${branch}.`, ...place };
  }
  const why = `${sha} is not on the branch ${branch} (its head is ${short(head)}). Was it force-pushed?`;
  return refuse(`${about(event, source)}: ${why} Push again, or start the trigger again.`, place);
}

/** GitHub answers under the old name of what was renamed or moved; only the name that it has now may be on the list. */
async function renamed(hub: Hub, claimed: string, options: AdmitOptions): Promise<HubSource | undefined> {
  if (!hub.sources.some(({ repository }) => mayBe(repository, claimed))) return undefined;
  try {
    const found = await options
      .repositoryFor(claimed)
      .read<{ full_name: string }>('GET /repos/{owner}/{repo}', {}, options);
    return sourceNamed(hub, found.full_name);
  } catch {
    options.signal?.throwIfAborted();
    return undefined;
  }
}

/** A stranger's name costs no request: what is renamed keeps its owner, or what is moved its name. */
function mayBe(known: string, claimed: string): boolean {
  const [a, b] = [known.toLowerCase().split('/'), claimed.toLowerCase().split('/')];
  return a[0] === b[0] || a[1] === b[1];
}

function short(sha: string): string {
  return sha.slice(0, 7);
}
