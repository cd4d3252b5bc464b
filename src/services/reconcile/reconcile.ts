import type { Clock } from '../../platform/time/clock.ts';
import { carryOut, type RepairResult, type RepairTools } from './carry-out.ts';
import { compare } from './compare-sources.ts';
import { causesOf, type FindingCause } from './finding-causes.ts';
import type { Finding, Observed, ProbedAnswer } from './findings.ts';
import { type Landscape, landscapeOf } from './landscape.ts';
import type { ServiceLooks } from './look-at-services.ts';
import { observe, type Sources } from './observe.ts';
import { type Metrics, metricsOf } from './pass-metrics.ts';
import { type Policy, planRepairs, type Repair } from './repairs.ts';
import type { TimeBudget } from './time-budget.ts';

export interface FleetPass {
  readonly sources: Sources;
  readonly policy: Policy;
  /** How a route's owner is made known. */
  readonly routeResolver: RepairTools['routeResolver'];
  readonly look: ServiceLooks['look'];
  /** What was found of the reconciliation itself. */
  readonly own: () => Promise<readonly Finding[]>;
  readonly dryRun: boolean;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly budget: TimeBudget;
}

export interface Reconciliation {
  /** Whether nothing but warnings remains. */
  readonly healthy: boolean;
  /** What remains after the repairs. */
  readonly findings: readonly Finding[];
  readonly causes: readonly FindingCause[];
  readonly repairs: readonly RepairResult[];
  /** What the cap, or the time, left for the next pass. */
  readonly deferred: readonly Repair[];
  readonly metrics: Metrics;
  readonly landscape: Landscape;
  /** What a reader should know of how the pass went. */
  readonly notes: readonly string[];
}

/** A repair can bring to light what it had hidden: a corrected health endpoint tells the version that runs. */
const MAX_ROUNDS = 3;

/**
 * One pass: look, compare, repair what the policy allows, and look again where something was written. It ends in time to be
 * told, however little answers. A second pass over an unchanged world writes nothing.
 */
export async function reconcile(pass: FleetPass): Promise<{ reconciliation: Reconciliation; observed: Observed }> {
  const [{ observed, repairs, deferred, notes }, own] = await Promise.all([repairUntilSettled(pass), pass.own()]);
  const findings = [...compare(observed), ...own];
  const repair = deferred.length > 0 ? 'deferred' : 'without-effect';
  const causes = causesOf(findings, observed).map((cause) =>
    pass.policy.mode === 'repair' ? ({ ...cause, repair } as const) : cause,
  );
  const metrics = metricsOf(observed, findings, refreshes(repairs));
  const healthy = causes.length === 0;
  const landscape = landscapeOf(observed);
  return { reconciliation: { healthy, findings, causes, repairs, deferred, metrics, landscape, notes }, observed };
}

interface Settled {
  readonly observed: Observed;
  readonly repairs: readonly RepairResult[];
  readonly deferred: readonly Repair[];
  readonly notes: readonly string[];
}

async function repairUntilSettled(pass: FleetPass): Promise<Settled> {
  const { clock, signal, budget, look } = pass;
  const seen = new Map<string, ProbedAnswer>();
  const looks = { look, clock, signal, seen };
  const repairs: RepairResult[] = [];
  let observed = await observe(pass.sources, { ...looks, until: budget.lookUntil });
  for (let round = 1; ; round++) {
    const policy = { ...pass.policy, cap: pass.policy.cap - repairs.length };
    const plan = planRepairs(compare(observed), observed, policy);
    const fresh = untried(plan.repairs, repairs);
    if (fresh.length === 0 || round > MAX_ROUNDS) return { observed, repairs, deferred: plan.deferred, notes: [] };
    const { results, late } = await carryOut(fresh, toolsOf(pass));
    repairs.push(...results);
    const deferred = [...late, ...plan.deferred];
    if (pass.dryRun || results.length === 0) return { observed, repairs, deferred, notes: [] };
    const again = await observe(pass.sources, { ...looks, until: budget.repairUntil });
    // A registry that could not be read a second time has said what it holds all the same.
    if (again.registry.state !== 'read') return { observed, repairs, deferred, notes: [NOT_SEEN_AGAIN] };
    observed = again;
    if (late.length > 0) return { observed, repairs, deferred, notes: [] };
  }
}

const NOT_SEEN_AGAIN = 'After the repairs the registry could not be read again: the findings are those from before.';

function toolsOf({ sources, routeResolver, look, clock, signal, budget, dryRun }: FleetPass): RepairTools {
  return { registry: sources.registry, routeResolver, look, clock, signal, until: budget.repairUntil, dryRun };
}

/** What was tried in this pass and did not help is left to people; only new registrations ask for another refresh. */
function untried(planned: readonly Repair[], made: readonly RepairResult[]): Repair[] {
  const tried = new Set(made.map(({ repair }) => JSON.stringify(repair)));
  const fresh = planned.filter((repair) => !tried.has(JSON.stringify(repair)));
  const registers = fresh.some(({ kind }) => kind === 'register');
  return planned.filter((repair) => (repair.kind === 'refresh-discovery' && registers) || fresh.includes(repair));
}

function refreshes(repairs: readonly RepairResult[]): number {
  return repairs.filter(({ repair, result }) => repair.kind === 'refresh-discovery' && result === 'done').length;
}
