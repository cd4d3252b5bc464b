import { KnownError, UserError } from '../platform/errors.ts';
import { defineAction, type Runner } from '../platform/runner/action.ts';
import { runContext } from '../platform/runner/context.ts';
import {
  duration,
  flag,
  type InputsOf,
  list,
  map,
  oneOf,
  optional,
  required,
  secret,
  text,
  url,
} from '../platform/runner/inputs.ts';
import { discoveredServices } from '../services/discovery.ts';
import { readOneService, readPackageFile } from '../services/register/declared-files.ts';
import { composeService, deploymentFacts, type Partly } from '../services/register/definition.ts';
import { changedFields, describeOutcome, type Order } from '../services/register/outcome-text.ts';
import { writeJson } from '../services/register/output-file.ts';
import { deregister, type Outcome, register, setStatus, type Tools } from '../services/register/register.ts';
import { outcomeSummary } from '../services/register/register-summary.ts';
import { timeLimit } from '../services/register/time-limit.ts';
import { networkCall } from '../services/registries/http-call.ts';
import { catalogRepository, openRegistry } from '../services/registries/open-registry.ts';
import { known } from '../services/registries/rest-record.ts';
import type { ServiceRegistry } from '../services/registries/service-registry.ts';
import { SERVICE_NAME, type Service } from '../services/service.ts';
import { networkInputs, openNetwork } from './setup/network-inputs.ts';

const inputs = {
  'registry-url': required(url),
  registry: optional(oneOf('rest', 'consul', 'backstage'), 'rest'),
  operation: optional(oneOf('register', 'status', 'discover', 'refresh', 'deregister'), 'register'),
  'service-name': optional(text),
  'service-version': optional(text),
  'service-description': optional(text),
  endpoints: optional(map),
  capabilities: optional(list),
  'service-status': optional(text),
  'service-file': optional(text),
  'package-json': optional(text, 'package.json'),
  'on-failure': optional(oneOf('fail', 'warn'), 'fail'),
  paths: optional(map, {}),
  fields: optional(map, {}),
  'catalog-path': optional(text, 'catalog-info.yaml'),
  'catalog-owner': optional(text),
  'discovery-file': optional(text),
  timeout: optional(duration, 120_000),
  ...networkInputs,
  token: secret(optional(text)),
  'api-url': optional(url),
  'dry-run': optional(flag, false),
};

type Inputs = InputsOf<typeof inputs>;

const DEFAULT_STATUS = 'active';

/** Larger documents are handed on by file only: the outputs of a job share 1 MB. */
const LARGEST_OUTPUT = 256 * 1024;

export default defineAction({
  inputs,
  async run(inputs, runner) {
    const facts = await readFacts(inputs, runner);
    const name = nameOf(facts, inputs.operation);
    const { clock } = runner;
    const bounds = { clock, ms: inputs.timeout, signal: runner.signal };
    const { signal, clear } = timeLimit(`The operation ${inputs.operation}`, bounds);
    try {
      const registry = await open(inputs, runner, signal);
      const tools: Tools = { registry, clock, signal, dryRun: inputs.dryRun };
      const outcome = await operate(inputs, { facts, name, tools, runner });
      await report(outcome, { inputs, name, runner });
    } finally {
      clear();
    }
  },
});

async function open(inputs: Inputs, runner: Runner, signal: AbortSignal): Promise<ServiceRegistry> {
  const { registry: kind, registryUrl, token, paths, fields } = inputs;
  if (kind === 'backstage') return openCatalog(inputs, runner, signal);
  const http = networkCall(await openNetwork(inputs, runner));
  return openRegistry({ kind, url: registryUrl, token, paths, fields, http, clock: runner.clock, signal }).registry;
}

/** Most steps register elsewhere and should not wait for GitHub's client. */
async function openCatalog(inputs: Inputs, runner: Runner, signal: AbortSignal): Promise<ServiceRegistry> {
  const { connectTo } = await import('./setup/connect-github.ts');
  const { backstageRegistry } = await import('../services/registries/backstage.ts');
  const { githubCalls } = await import('../services/registries/github-calls.ts');
  const repository = catalogRepository(inputs.registryUrl);
  const client = connectTo(repository, inputs, runner);
  const owner = inputs.catalogOwner ?? runContext(runner.env).owner ?? 'unknown';
  const call = githubCalls(client, { signal, redact: (text) => runner.secrets.redact(text) });
  return backstageRegistry({ call, repository, path: inputs.catalogPath, owner });
}

interface Work {
  /** What is said of the service, the most specific first. */
  readonly facts: readonly Partly[];
  readonly name: string | undefined;
  readonly tools: Tools;
  readonly runner: Runner;
}

async function operate(inputs: Inputs, { facts, name = '', tools, runner }: Work): Promise<Outcome> {
  switch (inputs.operation) {
    case 'register':
      return register(composeService(facts, deploymentFacts(runner.env, runner.clock.now())), tools);
    case 'status':
      return setStatus(name, inputs.serviceStatus ?? DEFAULT_STATUS, tools);
    case 'deregister':
      return deregister(name, tools);
    case 'refresh':
    case 'discover':
      return discover(inputs, { facts, name, tools, runner });
  }
}

async function discover(inputs: Inputs, { name = '', tools, runner }: Work): Promise<Outcome> {
  const { registry, dryRun } = tools;
  try {
    const refreshes = inputs.operation === 'refresh' && !dryRun;
    if (refreshes) await registry.refresh();
    const document = await registry.discover();
    const services = discoveredServices(document);
    await handOn(document, inputs, runner);
    const service = name === '' ? undefined : await registry.read(name);
    const notes = [
      `The discovery document names ${services.length} ${services.length === 1 ? 'service' : 'services'}.`,
    ];
    if (inputs.operation === 'refresh' && dryRun) notes.unshift('Dry run: it was not refreshed.');
    if (name !== '' && !services.some((one) => one.name === name)) notes.push(`${name} is not among them.`);
    if (name !== '') notes.push(service ? `${name} is registered${inVersion(service)}.` : `${name} is not registered.`);
    return { result: refreshes ? 'updated' : 'unchanged', changes: [], notes, ...(service ? { service } : {}) };
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return { result: 'failed', reason: error.message, differences: [], notes: [] };
  }
}

function inVersion({ version }: Service): string {
  return version === undefined ? '' : ` in version ${version}`;
}

async function handOn(document: unknown, inputs: Inputs, runner: Runner): Promise<void> {
  const text = JSON.stringify(document);
  const file = await writeJson(text, { runner, file: inputs.discoveryFile, standard: 'discovery.json' });
  await runner.outputs.set('discovery-file', file);
  if (text.length <= LARGEST_OUTPUT) await runner.outputs.set('discovery', text);
  else
    runner.log.notice(
      `The discovery document has ${text.length} characters: it is in ${file}, not in the output discovery.`,
    );
}

async function report(
  outcome: Outcome,
  { inputs, name, runner }: { inputs: Inputs; name: string | undefined; runner: Runner },
): Promise<void> {
  const { outputs, log } = runner;
  await outputs.set('result', outcome.result);
  if (outcome.result === 'failed' || name !== undefined) {
    await outputs.set('registered', String(isRegistered(outcome, inputs.operation)));
  }
  await outputs.set('service', outcome.service);
  const order = orderOf(inputs, name);
  await outputs.summarise(outcomeSummary(order, outcome, inputs.registryUrl));
  const told = describeOutcome(order, outcome);
  for (const note of outcome.notes) log.info(note);
  if (outcome.result !== 'failed') {
    for (const { field, expected, found } of changedFields(outcome)) {
      log.info(`${field}: ${found ?? '(none)'} → ${expected}`);
    }
    if (outcome.pending) return log.notice(`${told}: it is not in force before a person merges ${outcome.pending}`);
    return log.info(`${told}.`);
  }
  const message = `${told}: ${outcome.reason}`;
  if (inputs.onFailure === 'fail') throw new UserError(message);
  log.warning(`${message} The step goes on because of on-failure: warn; registered is false.`);
}

function orderOf({ operation, serviceStatus, dryRun }: Inputs, name: string | undefined): Order {
  return { operation, name, status: serviceStatus ?? DEFAULT_STATUS, dryRun };
}

/** Whether the registry holds the service now; what waits for a person is not in force. */
function isRegistered(outcome: Outcome, operation: Inputs['operation']): boolean {
  if (operation !== 'deregister' && outcome.result === 'failed') return false;
  return outcome.service !== undefined && !('pending' in outcome);
}

async function readFacts(inputs: Inputs, { workspace }: Runner): Promise<Partly[]> {
  const said = known({
    name: inputs.serviceName,
    version: inputs.serviceVersion,
    description: inputs.serviceDescription,
    endpoints: inputs.endpoints,
    capabilities: inputs.capabilities,
    status: inputs.serviceStatus,
  });
  const { serviceFile: file, serviceName: name } = inputs;
  const declared = file === undefined ? {} : await readOneService(file, name, workspace);
  return [said, declared, await readPackageFile(inputs.packageJson, workspace)];
}

function nameOf(facts: readonly Partly[], operation: Inputs['operation']): string | undefined {
  const name = facts.map((one) => one.name).find((one) => one !== undefined);
  // Registering tells all that is wrong with the service at once.
  if (operation === 'register') return name;
  if (name === undefined) {
    if (operation === 'discover' || operation === 'refresh') return undefined;
    throw new UserError(`The operation ${operation} needs a service-name.`);
  }
  if (!SERVICE_NAME.test(name)) throw new UserError(`The service name ${JSON.stringify(name)} is not valid.`);
  return name;
}
