import type { PackageRegistry } from '../../packages/registries/package-registry.ts';
import { messageOf } from '../../platform/errors.ts';
import { type Backoff, backoffMs } from '../../platform/time/backoff.ts';
import type { Clock } from '../../platform/time/clock.ts';
import { type PackageName, packagesOf } from '../../train/manifest/packages.ts';
import type { PlannedComponent } from '../../train/plan/plan.ts';

const LOOK_PAUSE: Backoff = { firstMs: 2_000, factor: 1.5, longestMs: 30_000 };

/** What a gate asks of the registry of a package. */
type Registry = Pick<PackageRegistry, 'served'>;

/** Proves a component's health until a deadline (epoch milliseconds). */
export type HealthGate = (
  checks: PlannedComponent['health'],
  options: { readonly deadline: number; readonly signal: AbortSignal },
) => Promise<{ readonly verdict: 'healthy' | 'unhealthy' | 'inconclusive'; readonly detail: string }>;

export interface Gates {
  readonly registry: Registry;
  readonly health: HealthGate;
}

export type GateEvent =
  | { readonly type: 'gates-pending'; readonly detail: string }
  | { readonly type: 'gates-passed' }
  | { readonly type: 'gates-failed'; readonly reason: string; readonly verdict: 'unhealthy' | 'inconclusive' }
  | { readonly type: 'gates-timed-out'; readonly reason: string };

interface GateOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly deadline: number;
  readonly once: boolean;
}

/** How long `once` may take for its look at a service's health. */
export const ONE_LOOK_MS = 10_000;

/**
 * Waits until the component's package is served and its health is proven: what needs it may start only then, because a
 * registry that accepted a package may serve it minutes later.
 */
export async function* passGates(
  planned: PlannedComponent,
  gates: Gates,
  options: GateOptions,
): AsyncGenerator<GateEvent, void> {
  const served = yield* awaitServed(planned, gates.registry, options);
  if (!served) return;
  if (planned.health.length > 0) {
    const { clock, once, deadline } = options;
    const until = once ? Math.min(deadline, clock.now() + ONE_LOOK_MS) : deadline;
    const { verdict, detail } = await gates.health(planned.health, { ...options, deadline: until });
    if (verdict !== 'healthy') {
      const reason = `Its health is not proven (${verdict}): ${detail}`;
      yield once && clock.now() < deadline
        ? { type: 'gates-pending', detail: reason }
        : { type: 'gates-failed', reason, verdict };
      return;
    }
  }
  yield { type: 'gates-passed' };
}

async function* awaitServed(
  planned: PlannedComponent,
  registry: Registry,
  { clock, signal, deadline, once }: GateOptions,
): AsyncGenerator<GateEvent, boolean> {
  const { version } = planned;
  let missing = packagesOf(planned);
  if (missing.length === 0 || !version) return true;
  for (let looks = 0; ; looks += 1) {
    const answers = await Promise.all(missing.map(async (one) => ({ one, ...(await ask(registry, one, version)) })));
    const late = answers.filter(({ served }) => !served);
    missing = late.map(({ one }) => one);
    if (missing.length === 0) return true;
    const detail = late.map((answer) => answer.detail).join('; ');
    if (clock.now() >= deadline) {
      yield {
        type: 'gates-timed-out',
        reason: `Its run succeeded, but ${version} is not served yet: ${detail.replace(/[.]$/, '')}. Run the train again once it is.`,
      };
      return false;
    }
    yield { type: 'gates-pending', detail: `${version} is accepted, not yet visible: ${detail}` };
    if (once) return false;
    await clock.sleep(Math.min(backoffMs(LOOK_PAUSE, looks), deadline - clock.now()), signal);
  }
}

/** A registry that cannot be asked is one that has not answered yet: the deadline decides. */
async function ask(registry: Registry, published: PackageName, version: string) {
  try {
    return await registry.served(published, version);
  } catch (error) {
    return { served: false, detail: messageOf(error) };
  }
}
