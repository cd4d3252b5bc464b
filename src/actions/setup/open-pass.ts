import { KnownError, messageOf, UserError } from '../../platform/errors.ts';
import type { Repository } from '../../platform/github/repository.ts';
import type { Runner } from '../../platform/runner/action.ts';
import { runContext } from '../../platform/runner/context.ts';
import type { IssueTracker } from '../../services/reconcile/finding-issues.ts';
import type { Finding } from '../../services/reconcile/findings.ts';
import { githubIssues } from '../../services/reconcile/github-issues.ts';
import { healthLook } from '../../services/reconcile/probe-service.ts';
import type { FleetPass } from '../../services/reconcile/reconcile.ts';
import { ownHistory, selfFindings } from '../../services/reconcile/self-watch.ts';
import { documentsOf } from '../../services/reconcile/source-documents.ts';
import { shareTime } from '../../services/reconcile/time-budget.ts';
import { readDeclared } from '../../services/register/declared-files.ts';
import { connectTo } from './connect-github.ts';
import { openNetwork } from './network-inputs.ts';
import { openServiceRegistry, type RegistryReach, registryChecks } from './registry-inputs.ts';

interface PassInputs extends RegistryReach {
  readonly registry: 'rest' | 'consul';
  readonly registryToken: string | undefined;
  readonly servicesFile: readonly string[];
  readonly routesUrl: string | undefined;
  readonly conflictsUrl: string | undefined;
  readonly proxyUrl: string | undefined;
  readonly policy: 'report' | 'repair';
  readonly routeOwners: Readonly<Record<string, string>>;
  readonly maxRepairs: number;
  readonly issue: boolean;
  readonly lastRun: number | undefined;
  readonly longestGap: number;
  readonly timeout: number;
  readonly token: string | undefined;
  readonly apiUrl: string | undefined;
  readonly dryRun: boolean;
}

/**
 * What a pass needs, connected but not asked yet. Issues are kept until `signal` of the runner aborts. Throws a UserError where
 * something that it needs is not given.
 */
export async function openPass(
  inputs: PassInputs,
  runner: Runner,
): Promise<{ pass: FleetPass; tracker: IssueTracker | undefined }> {
  const { clock, signal } = runner;
  const declared = await readDeclared(inputs.servicesFile, runner.workspace);
  const github = openGitHub(inputs, runner);
  const { registry: kind, registryToken: token } = inputs;
  const { registry, client, paths } = await openServiceRegistry(inputs, { kind, token }, runner);
  const network = await openNetwork(inputs, runner);
  const pass: FleetPass = {
    sources: { declared, registry, ...documentsOf(inputs, client, registry) },
    look: healthLook({ network, clock, signal }),
    policy: { mode: inputs.policy, routeOwners: inputs.routeOwners, cap: inputs.maxRepairs },
    routeResolver: { client, path: paths['resolve-route'] },
    own: () => watchSelf(inputs, github, runner),
    dryRun: inputs.dryRun,
    clock,
    signal,
    budget: shareTime(clock.now(), inputs.timeout, inputs.policy),
  };
  return { pass, tracker: inputs.issue && github ? trackerOf(github, runner) : undefined };
}

/** What a pass needs, each alone: what is wrong with one does not hide what is wrong with the next. */
export const passChecks = [
  ({ servicesFile }: PassInputs, { workspace }: Runner) => readDeclared(servicesFile, workspace),
  ...registryChecks,
  openGitHub,
  (inputs: PassInputs, runner: Runner) =>
    openServiceRegistry(inputs, { kind: inputs.registry, token: inputs.registryToken }, runner),
];

function openGitHub(inputs: PassInputs, runner: Runner): Repository | undefined {
  const { repository } = runContext(runner.env);
  if (inputs.token !== undefined && repository) return connectTo(repository, inputs, runner);
  if (!inputs.issue) return undefined;
  throw new UserError('Issues are kept by the token, and there is none: give token, or set issue to false.');
}

function trackerOf(repository: Repository, { signal, secrets, clock }: Runner): IssueTracker {
  const redact = (text: string) => secrets.redact(text);
  return githubIssues({ repository, signal, redact, now: () => clock.now() });
}

async function watchSelf(inputs: PassInputs, github: Repository | undefined, runner: Runner): Promise<Finding[]> {
  const { clock, env, signal, log } = runner;
  const now = clock.now();
  if (inputs.lastRun !== undefined) return selfFindings({ lastRun: inputs.lastRun }, now, inputs.longestGap);
  if (!github) return [];
  try {
    return selfFindings(await ownHistory(github, runContext(env), { signal }), now, inputs.longestGap);
  } catch (error) {
    if (!(error instanceof KnownError) && !signal.aborted) throw error;
    log.notice(`Whether earlier passes ran is not known: ${messageOf(error)}`);
    return [];
  }
}
