import { UserError } from '../../platform/errors.ts';
import { type Backoff, backoffMs } from '../../platform/time/backoff.ts';
import type { Clock } from '../../platform/time/clock.ts';
import type { LookUp } from '../registries/look-up.ts';
import { formatPackage, type PackageVersion } from '../registries/package.ts';

/** What a registry says for certain; where it gives no answer there is an error instead. */
export type RegistryAnswer = Extract<LookUp, { state: 'served' | 'pending' | 'absent' }>;

export interface AskOptions {
  readonly lookUp: (pkg: PackageVersion, thorough: boolean) => Promise<LookUp>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Also asks for the commit that a version was published from, a request of its own. */
  readonly thorough?: boolean;
}

const ATTEMPTS = 3;
const PAUSE: Backoff = { firstMs: 3_000, factor: 2, longestMs: 10_000 };

/**
 * Asks the registry about versions, in their order. No answer is never "not there": what stays unclear after some attempts
 * is a UserError with every such package.
 */
export async function askRegistry(packages: readonly PackageVersion[], options: AskOptions): Promise<RegistryAnswer[]> {
  const found = await Promise.all(packages.map((pkg) => askOnce(pkg, options)));
  const faults = found.flatMap((one, index) => {
    const pkg = packages[index];
    return pkg === undefined || isAnswer(one) ? [] : [{ message: unclear(pkg, one) }];
  });
  if (faults.length > 0) throw new UserError(faults);
  return found.filter(isAnswer);
}

async function askOnce(pkg: PackageVersion, { lookUp, clock, signal, thorough = false }: AskOptions): Promise<LookUp> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await lookUp(pkg, thorough);
    if (isAnswer(found) || attempt === ATTEMPTS) return found;
    await clock.sleep(backoffMs(PAUSE, attempt - 1), signal);
  }
}

function isAnswer(found: LookUp): found is RegistryAnswer {
  return found.state !== 'unreachable' && found.state !== 'unauthorized';
}

function unclear(pkg: PackageVersion, { state, detail }: LookUp): string {
  const advice =
    state === 'unauthorized'
      ? 'Check the credentials in .npmrc or in the configuration of pip.'
      : 'Check the status page of the registry, then run this job again.';
  return `Nobody can say whether ${formatPackage(pkg)} is published: the registry is ${state} (${detail}). ${advice}`;
}
