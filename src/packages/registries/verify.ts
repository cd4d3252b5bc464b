import { type Backoff, backoffMs } from '../../platform/time/backoff.ts';
import type { Clock } from '../../platform/time/clock.ts';
import { compareIntegrity } from './integrity.ts';
import type { LookUp, ServedFacts } from './look-up.ts';
import { formatPackage, type PackageVersion } from './package.ts';
import { foreignOrigin, sameCommit } from './provenance.ts';

/**
 * `not-yet-visible`: the name is there, the version is not served yet, though a publish may have been accepted.
 * `conflict`: it is served, but not with the bytes or from the commit that were planned. Versions are immutable, so waiting
 * does not help.
 */
export type PublishedState = 'served' | 'not-yet-visible' | 'absent' | 'conflict' | 'unauthorized' | 'unreachable';

export interface Verification {
  readonly package: PackageVersion;
  readonly state: PublishedState;
  /** What was last seen, for people. */
  readonly detail: string;
  /** Milliseconds from the first look to the last. */
  readonly waited: number;
  readonly facts?: ServedFacts;
}

export interface PackageExpectations {
  /** `npm:NAME@VERSION` → digests of which the registry must serve one. */
  readonly integrity?: Readonly<Record<string, string>>;
  /** The commit that versions must come from, where the registry knows of one. */
  readonly commit?: string | undefined;
  /** The URL of the repository that their provenance must name, where there is one. */
  readonly repository?: string | undefined;
}

interface VerifyPublishedOptions {
  /** One look at the registry; `thorough` where there is something to compare. */
  readonly lookUp: (pkg: PackageVersion, thorough: boolean) => Promise<LookUp>;
  readonly clock: Clock;
  /** Milliseconds since the epoch after which no further look is begun. */
  readonly deadline: number;
  readonly signal?: AbortSignal;
  readonly expect?: PackageExpectations;
  /** Told whenever the state of a package changes. */
  readonly onChange?: (verification: Verification) => void;
}

const PAUSE: Backoff = { firstMs: 2_000, factor: 1.5, longestMs: 30_000 };
/** A registry's edge may refuse by mistake, bad credentials are refused every time. */
const REFUSALS = 3;

/**
 * Looks until every package is served, or is in conflict or refused for good, or the deadline has passed; there is always one
 * look. Results come in the order of `packages`, each with what was last seen. Rejects only when aborted or a client is missing.
 */
export async function verifyPublished(
  packages: readonly PackageVersion[],
  options: VerifyPublishedOptions,
): Promise<Verification[]> {
  const { clock, deadline, signal } = options;
  const watches = packages.map((one) => new Watch(one, options));
  for (let looks = 0; ; looks += 1) {
    await Promise.all(watches.filter((one) => !one.settled).map((one) => one.look()));
    if (watches.every((one) => one.settled) || clock.now() >= deadline) break;
    await clock.sleep(Math.min(backoffMs(PAUSE, looks), deadline - clock.now()), signal);
  }
  return watches.map((one) => one.result());
}

/** One package being waited for. */
class Watch {
  readonly #package: PackageVersion;
  readonly #options: VerifyPublishedOptions;
  readonly #since: number;
  #last: Verification | undefined;
  #refusals = 0;

  constructor(pkg: PackageVersion, options: VerifyPublishedOptions) {
    this.#package = pkg;
    this.#options = options;
    this.#since = options.clock.now();
  }

  get settled(): boolean {
    const state = this.#last?.state;
    return state === 'served' || state === 'conflict' || this.#refusals >= REFUSALS;
  }

  async look(): Promise<void> {
    const { lookUp, clock, expect = {}, onChange, signal } = this.#options;
    signal?.throwIfAborted();
    const thorough = expect.commit !== undefined || expect.integrity?.[formatPackage(this.#package)] !== undefined;
    const found = await lookUp(this.#package, thorough);
    const before = this.#last?.state;
    this.#refusals = found.state === 'unauthorized' ? this.#refusals + 1 : 0;
    this.#last = { package: this.#package, waited: clock.now() - this.#since, ...judge(this.#package, found, expect) };
    if (this.#last.state !== before) onChange?.(this.#last);
  }

  result(): Verification {
    if (!this.#last) throw new Error('A package was not looked at.');
    return this.#last;
  }
}

type Judgement = Pick<Verification, 'state' | 'detail' | 'facts'>;

function judge(pkg: PackageVersion, found: LookUp, expected: PackageExpectations): Judgement {
  if (found.state === 'pending') return { state: 'not-yet-visible', detail: found.detail };
  if (found.state !== 'served') return found;
  const { facts } = found;
  const digests = expected.integrity?.[formatPackage(pkg)];
  const difference =
    (digests === undefined ? undefined : compareIntegrity(digests, facts.integrity)) ??
    (expected.commit === undefined ? undefined : differentOrigin(facts, expected));
  if (difference) return { state: 'conflict', detail: difference, facts };
  const seen = [found.detail, ...(digests === undefined ? [] : ['integrity as planned'])];
  return { state: 'served', detail: [...seen, ...originSeen(facts, expected)].join(', '), facts };
}

/** A provenance is believed or it speaks against the version; what a publisher merely claims can only speak against it. */
function differentOrigin(facts: ServedFacts, { commit = '', repository }: PackageExpectations): string | undefined {
  const { origin, unproven, claimedCommit } = facts;
  if (unproven !== undefined) return unproven;
  if (origin) return foreignOrigin(origin, { commit, ...(repository !== undefined && { repository }) });
  if (claimedCommit === undefined || sameCommit(commit, claimedCommit)) return undefined;
  return `it was published from commit ${claimedCommit}, as its publisher says, not from ${commit}`;
}

function originSeen({ origin, claimedCommit }: ServedFacts, { commit }: PackageExpectations): string[] {
  if (commit === undefined) return [];
  if (origin) return [`from the planned commit, built by ${origin.workflow} of ${origin.repository}`];
  return [
    claimedCommit === undefined
      ? 'the registry names no commit to compare'
      : 'from the planned commit as its publisher says, without proof',
  ];
}
