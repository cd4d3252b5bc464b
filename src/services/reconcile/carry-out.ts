import { KnownError, messageOf, UserError } from '../../platform/errors.ts';
import type { Clock } from '../../platform/time/clock.ts';
import { timedSignal } from '../../platform/time/timed-signal.ts';
import { register } from '../register/register.ts';
import { fillPath, type RegistryClient } from '../registries/registry-client.ts';
import type { RestRoute } from '../registries/rest-paths.ts';
import type { ServiceRegistry } from '../registries/service-registry.ts';
import type { ServiceLooks } from './look-at-services.ts';
import type { Repair } from './repairs.ts';

export interface RepairTools {
  readonly registry: ServiceRegistry;
  /** How a route's owner is made known. */
  readonly routeResolver: { readonly client: RegistryClient; readonly path: RestRoute };
  /** Looks once more before a version is written that a service told. */
  readonly look: ServiceLooks['look'];
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** No repair begins or goes on after this; milliseconds since the epoch. */
  readonly until: number;
  readonly dryRun: boolean;
}

export interface RepairResult {
  readonly repair: Repair;
  readonly result: 'done' | 'failed' | 'planned';
  readonly detail?: string;
}

const CONFIRMATION_MS = 10_000;

/** Makes the repairs in order. One that fails does not keep the others from being made; `late` is what no time was left for. */
export async function carryOut(
  repairs: readonly Repair[],
  tools: RepairTools,
): Promise<{ results: RepairResult[]; late: Repair[] }> {
  const { clock, until } = tools;
  const reason = () => new UserError("the pass's time for repairs was over before it was done; the next pass goes on");
  const time = timedSignal({ clock, ms: Math.max(0, until - clock.now()), signal: tools.signal }, reason);
  const results: RepairResult[] = [];
  try {
    for (const [index, repair] of repairs.entries()) {
      if (clock.now() >= until || time.signal.aborted) return { results, late: repairs.slice(index) };
      results.push(await carryOutOne(repair, { ...tools, signal: time.signal }));
    }
    return { results, late: [] };
  } finally {
    time.clear();
  }
}

async function carryOutOne(repair: Repair, tools: RepairTools): Promise<RepairResult> {
  if (tools.dryRun) return { repair, result: 'planned' };
  try {
    const detail = await make(repair, tools);
    return { repair, result: 'done', ...(detail === undefined ? {} : { detail }) };
  } catch (error) {
    if (error instanceof KnownError || tools.signal.aborted)
      return { repair, result: 'failed', detail: messageOf(error) };
    throw error;
  }
}

/** What came of it, in a word. Throws a UserError where it could not be done. */
async function make(repair: Repair, tools: RepairTools): Promise<string | undefined> {
  const { registry, clock, signal } = tools;
  switch (repair.kind) {
    case 'register': {
      if (repair.proof) await confirm(repair.proof, tools);
      const { service, creates } = repair;
      const outcome = await register(service, { registry, clock, signal, dryRun: false }, { creates });
      if (outcome.result === 'failed') throw new UserError(outcome.reason);
      return outcome.result;
    }
    case 'refresh-discovery':
      await registry.refresh();
      return undefined;
    case 'resolve-route': {
      const { client, path } = tools.routeResolver;
      const body = { path: repair.path, service: repair.owner };
      if (path.method === 'GET') throw new UserError('Input paths: resolve-route is a write.');
      const { status } = await client.send(path.method, fillPath(path.path, repair.owner), { body });
      if (status === 404) throw new UserError(`The registry has no ${path.method} ${path.path} (404).`);
      return undefined;
    }
  }
}

/** One answer may be that of an instance which a roll-out has not reached yet. */
async function confirm({ url, version }: { url: string; version: string }, { look, clock, until }: RepairTools) {
  const again = await look(url, Math.min(CONFIRMATION_MS, Math.max(1, until - clock.now())));
  if (again.verdict === 'healthy' && again.deployedVersion === version) return;
  const told = again.verdict === 'healthy' ? `version ${again.deployedVersion ?? '(none)'}` : again.detail;
  throw new UserError(`a second look at ${url} does not confirm version ${version}: ${told}`);
}
