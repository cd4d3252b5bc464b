import { KnownError, messageOf, UserError } from '../../platform/errors.ts';
import { register } from '../register/register.ts';
import { fillPath, type RegistryClient } from '../registries/registry-client.ts';
import type { Route } from '../registries/rest-paths.ts';
import { type Cause, canTell, causesOf } from './causes.ts';
import { compare } from './compare.ts';
import type { Finding, Observed } from './findings.ts';
import { type IssueChange, type IssueTracker, syncIssues } from './issues.ts';
import { type Metrics, metricsOf } from './metrics.ts';
import { observe, type Places } from './observe.ts';
import { type Policy, planRepairs, type Repair } from './repairs.ts';

export interface Pass {
  readonly places: Places;
  readonly policy: Policy;
  /** How a route's owner is made known. */
  readonly routeResolver: { readonly client: RegistryClient; readonly path: Route };
  /** Undefined where no issues are kept. */
  readonly tracker: IssueTracker | undefined;
  /** What was found of the reconciliation itself. */
  readonly own: readonly Finding[];
  readonly runUrl: string | undefined;
  readonly dryRun: boolean;
}

export interface RepairResult {
  readonly repair: Repair;
  readonly result: 'done' | 'failed' | 'planned';
  readonly detail?: string;
}

export interface Reconciliation {
  /** Whether nothing but warnings remains. */
  readonly healthy: boolean;
  /** What remains after the repairs. */
  readonly findings: readonly Finding[];
  readonly causes: readonly Cause[];
  readonly repairs: readonly RepairResult[];
  /** What the cap left for the next pass. */
  readonly deferred: readonly Repair[];
  readonly issues: readonly IssueChange[];
  readonly metrics: Metrics;
}

/** A repair can bring to light what it had hidden: a corrected health endpoint tells the version that runs. */
const MAX_ROUNDS = 3;

/**
 * One pass: look, compare, repair what the policy allows, look again where something was written, and bring the issues in
 * line. A second pass over an unchanged world writes nothing.
 */
export async function reconcile(pass: Pass): Promise<Reconciliation> {
  const { observed, repairs, deferred } = await repairUntilSettled(pass);
  const findings = [...compare(observed), ...pass.own];
  const causes = causesOf(findings, observed);
  const issues = await keepIssues(causes, observed, pass);
  const metrics = metricsOf(observed, findings, refreshes(repairs));
  return { healthy: causes.length === 0, findings, causes, repairs, deferred, issues, metrics };
}

interface Settled {
  readonly observed: Observed;
  readonly repairs: readonly RepairResult[];
  readonly deferred: readonly Repair[];
}

async function repairUntilSettled(pass: Pass): Promise<Settled> {
  const repairs: RepairResult[] = [];
  for (let round = 1; ; round++) {
    const observed = await observe(pass.places);
    const policy = { ...pass.policy, cap: pass.policy.cap - repairs.length };
    const plan = planRepairs(compare(observed), observed, policy);
    const fresh = untried(plan.repairs, repairs);
    if (fresh.length === 0 || round > MAX_ROUNDS) return { observed, repairs, deferred: plan.deferred };
    repairs.push(...(await carryOut(fresh, pass)));
    if (pass.dryRun) return { observed, repairs, deferred: plan.deferred };
  }
}

/** What was tried in this pass and did not help is left to people; only new registrations ask for another refresh. */
function untried(planned: readonly Repair[], made: readonly RepairResult[]): Repair[] {
  const tried = new Set(made.map(({ repair }) => JSON.stringify(repair)));
  const fresh = planned.filter((repair) => !tried.has(JSON.stringify(repair)));
  const registers = fresh.some(({ kind }) => kind === 'register');
  return planned.filter((repair) => (repair.kind === 'refresh-discovery' && registers) || fresh.includes(repair));
}

async function keepIssues(causes: readonly Cause[], observed: Observed, pass: Pass): Promise<IssueChange[]> {
  if (!pass.tracker) return [];
  const { dryRun, runUrl } = pass;
  return syncIssues(pass.tracker, causes, { dryRun, runUrl, canTell: (key) => canTell(key, observed) });
}

async function carryOut(repairs: readonly Repair[], pass: Pass): Promise<RepairResult[]> {
  const results: RepairResult[] = [];
  for (const repair of repairs) {
    if (pass.dryRun) results.push({ repair, result: 'planned' });
    else results.push(await carryOutOne(repair, pass));
  }
  return results;
}

async function carryOutOne(repair: Repair, { places, routeResolver }: Pass): Promise<RepairResult> {
  const { registry, clock, signal } = places;
  try {
    switch (repair.kind) {
      case 'register': {
        const outcome = await register(repair.service, { registry, clock, signal, dryRun: false });
        return outcome.result === 'failed'
          ? { repair, result: 'failed', detail: outcome.reason }
          : { repair, result: 'done', detail: outcome.result };
      }
      case 'refresh-discovery':
        await registry.refresh();
        return { repair, result: 'done' };
      case 'resolve-route': {
        const { client, path } = routeResolver;
        const body = { path: repair.path, service: repair.owner };
        if (path.method === 'GET') throw new UserError('Input paths: resolve-route is a write.');
        const { status } = await client.send(path.method, fillPath(path.path, repair.owner), { body });
        if (status === 404) throw new UserError(`The registry has no ${path.method} ${path.path} (404).`);
        return { repair, result: 'done' };
      }
    }
  } catch (error) {
    // One repair that fails does not keep the others from being made.
    if (error instanceof KnownError) return { repair, result: 'failed', detail: messageOf(error) };
    throw error;
  }
}

function refreshes(repairs: readonly RepairResult[]): number {
  return repairs.filter(({ repair, result }) => repair.kind === 'refresh-discovery' && result === 'done').length;
}
