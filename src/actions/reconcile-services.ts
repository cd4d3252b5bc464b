import { KnownError, messageOf, UserError } from '../platform/errors.ts';
import { defineAction, type Runner } from '../platform/runner/action.ts';
import { ownRepository, runContext, runUrl } from '../platform/runner/context.ts';
import {
  duration,
  flag,
  type InputsOf,
  lines,
  map,
  oneOf,
  optional,
  required,
  secret,
  text,
  url,
  wholeNumber,
} from '../platform/runner/inputs.ts';
import type { Finding } from '../services/reconcile/findings.ts';
import { describeCause } from '../services/reconcile/findings-text.ts';
import { githubIssues } from '../services/reconcile/github-issues.ts';
import type { Places } from '../services/reconcile/observe.ts';
import { healthProbe } from '../services/reconcile/probe-service.ts';
import { type Reconciliation, reconcile } from '../services/reconcile/reconcile.ts';
import { agreement, describeRepair, reconcileSummary } from '../services/reconcile/reconcile-summary.ts';
import { ownHistory, selfFindings } from '../services/reconcile/self-watch.ts';
import { readDeclared } from '../services/register/declared-files.ts';
import { writeJson } from '../services/register/output-file.ts';
import { timeLimit } from '../services/register/time-limit.ts';
import { type GitHubCall, githubCalls } from '../services/registries/github-calls.ts';
import { type HttpCall, networkCall } from '../services/registries/http-call.ts';
import { openRegistry } from '../services/registries/open-registry.ts';
import { createRegistryClient } from '../services/registries/registry-client.ts';
import { readPaths } from '../services/registries/rest-paths.ts';
import { connectTo } from './setup/connect-github.ts';
import { networkInputs, openNetwork } from './setup/network-inputs.ts';

const inputs = {
  'registry-url': required(url),
  registry: optional(oneOf('rest', 'consul'), 'rest'),
  'registry-token': secret(optional(text)),
  'services-file': optional(lines, []),
  'discovery-url': optional(url),
  'routes-url': optional(url),
  'conflicts-url': optional(url),
  'proxy-url': optional(url),
  policy: optional(oneOf('report', 'repair'), 'report'),
  'route-owners': optional(map, {}),
  'max-repairs': optional(wholeNumber(0, 1_000), 25),
  issue: optional(flag, true),
  'on-findings': optional(oneOf('warn', 'fail'), 'warn'),
  'last-run': optional(time),
  'longest-gap': optional(duration, 13 * 3_600_000),
  paths: optional(map, {}),
  fields: optional(map, {}),
  timeout: optional(duration, 600_000),
  ...networkInputs,
  token: secret(optional(text)),
  'api-url': optional(url),
  'dry-run': optional(flag, false),
};

type Inputs = InputsOf<typeof inputs>;

export default defineAction({
  inputs,
  async run(inputs, runner) {
    const declared = await readDeclared(inputs.servicesFile, runner.workspace);
    const { clock } = runner;
    const bounds = { clock, ms: inputs.timeout, signal: runner.signal };
    const { signal, clear } = timeLimit('The reconciliation', bounds);
    try {
      const network = await openNetwork(inputs, runner);
      const http = networkCall(network);
      const github = openGitHub(inputs, runner, signal);
      const { registry, client } = openRegistry({
        ...{ kind: inputs.registry, url: inputs.registryUrl, token: inputs.registryToken },
        ...{ paths: inputs.paths, fields: inputs.fields },
        ...{ http, clock, signal },
      });
      const { env } = runner;
      const pass = await reconcile({
        places: {
          ...{ declared, registry, clock, signal, probe: healthProbe({ network, clock, signal }) },
          ...documents(inputs, { http, signal, runner }),
        },
        policy: { mode: inputs.policy, routeOwners: inputs.routeOwners, cap: inputs.maxRepairs },
        routeResolver: { client, path: readPaths(inputs.paths)['resolve-route'] },
        tracker: inputs.issue && github ? githubIssues(github, ownRepository(env)) : undefined,
        own: await watchSelf(inputs, github, runner),
        runUrl: runUrl(runContext(env)),
        dryRun: inputs.dryRun,
      });
      await report(pass, inputs, runner);
    } finally {
      clear();
    }
  },
});

interface Reach {
  readonly http: HttpCall;
  readonly signal: AbortSignal;
  readonly runner: Runner;
}

function openGitHub(inputs: Inputs, runner: Runner, signal: AbortSignal): GitHubCall | undefined {
  const { repository } = runContext(runner.env);
  if (inputs.token !== undefined && repository) {
    const client = connectTo(repository, inputs, runner);
    return githubCalls(client, { signal, redact: (text) => runner.secrets.redact(text) });
  }
  if (!inputs.issue) return undefined;
  throw new UserError('Issues are kept by the token, and there is none: give token, or set issue to false.');
}

/** The documents that are asked for. The registry's token goes to its own origin only. */
function documents(
  inputs: Inputs,
  { http, signal, runner }: Reach,
): Pick<Places, 'discovery' | 'routes' | 'conflicts' | 'proxies'> {
  const from = (address: string) => async () => {
    const { origin, pathname, search } = new URL(address);
    const trusted = inputs.registryToken !== undefined && origin === new URL(inputs.registryUrl).origin;
    const headers: Record<string, string> = trusted ? { authorization: `Bearer ${inputs.registryToken}` } : {};
    const client = createRegistryClient(origin, { http, signal, clock: runner.clock, deadline: 15_000, headers });
    const reply = await client.get(pathname + search);
    if (reply.status === 404) throw new UserError(`GET ${address} answered 404: there is no such document.`);
    return reply.body;
  };
  const { discoveryUrl, routesUrl, conflictsUrl, proxyUrl } = inputs;
  return {
    discovery: discoveryUrl ? from(discoveryUrl) : undefined,
    routes: routesUrl ? from(routesUrl) : undefined,
    conflicts: conflictsUrl ? from(conflictsUrl) : undefined,
    proxies: proxyUrl?.includes('{name}') ? proxyUrl : proxyUrl && from(proxyUrl),
  };
}

async function watchSelf(inputs: Inputs, github: GitHubCall | undefined, runner: Runner): Promise<Finding[]> {
  const now = runner.clock.now();
  if (inputs.lastRun !== undefined) return selfFindings({ lastRun: inputs.lastRun }, now, inputs.longestGap);
  if (!github) return [];
  try {
    return selfFindings(await ownHistory(github, runner.env), now, inputs.longestGap);
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    runner.log.notice(`Whether earlier passes ran is not known: ${messageOf(error)}`);
    return [];
  }
}

async function report(pass: Reconciliation, inputs: Inputs, runner: Runner): Promise<void> {
  const { outputs, log } = runner;
  const { findings, issues, repairs } = pass;
  const file = await writeJson(JSON.stringify(pass, null, 2), { runner, file: undefined, standard: 'reconcile.json' });
  const open = issues.filter(({ action, number }) => action !== 'closed' && number !== undefined);
  await outputs.set('healthy', String(pass.healthy));
  await outputs.set('unhealthy', unique(findings.flatMap((one) => (one.kind === 'unhealthy' ? [one.service] : []))));
  await outputs.set(
    'conflicts',
    findings.filter(({ kind }) => kind === 'conflict'),
  );
  await outputs.set(
    'repaired',
    repairs.flatMap(({ repair, result }) => (result === 'done' ? [describeRepair(repair)] : [])),
  );
  await outputs.set('issue-number', open[0]?.number);
  await outputs.set('issues', issues);
  await outputs.set('report', file);
  await outputs.summarise(reconcileSummary(pass));
  for (const { repair, result, detail } of repairs) {
    log.info(`${describeRepair(repair)}: ${result}${detail ? ` (${detail})` : ''}`);
  }
  for (const { cause, number, action } of issues) {
    log.info(`issue${number === undefined ? '' : ` #${number}`} of ${cause}: ${action}`);
  }
  if (pass.healthy) return log.info(`${agreement(pass)}.`);
  const messages = pass.causes.map(describeCause);
  const blind = pass.causes.some(({ key }) => key === 'unreachable/registry' || key === 'empty');
  // Without a registry nothing was reconciled at all; that is never a success.
  if (blind || inputs.onFindings === 'fail') throw new UserError(messages.map((message) => ({ message })));
  for (const message of messages) log.warning(message);
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}

function time(value: string): number {
  const ms = Date.parse(value);
  if (Number.isNaN(ms)) throw new Error('expected a time such as 2026-11-20T12:00:00Z');
  return ms;
}
