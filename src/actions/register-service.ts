import { defineAction } from '../platform/runner/action.ts';
import { duration, flag, list, map, oneOf, optional, required, secret, text, url } from '../platform/runner/inputs.ts';
import { readOneService, readPackageFile } from '../services/register/declared-files.ts';
import { parseDiscoveryCondition } from '../services/register/discover.ts';
import { operate } from '../services/register/operate.ts';
import type { Task } from '../services/register/outcome-text.ts';
import { nameIn, readFacts } from '../services/register/service-facts.ts';
import { handOn, tellOutcome } from '../services/register/tell-outcome.ts';
import { timeLimit } from '../services/register/time-limit.ts';
import { catalogRepository } from '../services/registries/open-registry.ts';
import { openCatalog } from './setup/open-catalog.ts';
import { openServiceRegistry, registryChecks, registryInputs } from './setup/registry-inputs.ts';

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
  ...registryInputs,
  'discovery-timeout': optional(duration),
  'discovery-condition': optional(text),
  'discovery-file': optional(text),
  'catalog-path': optional(text, 'catalog-info.yaml'),
  'catalog-owner': optional(text),
  'catalog-namespace': optional(text, 'default'),
  timeout: optional(duration, 120_000),
  token: secret(optional(text)),
  'api-url': optional(url),
  'dry-run': optional(flag, false),
};

const DEFAULT_STATUS = 'active';

export default defineAction({
  inputs,
  checks: [
    ({ serviceFile, serviceName }, { workspace }) =>
      serviceFile === undefined || readOneService(serviceFile, serviceName, workspace),
    ({ packageJson }, { workspace }) => readPackageFile(packageJson, workspace),
    async (given, { workspace }) => nameIn(await readFacts(given, workspace), given.operation),
    ({ discoveryCondition }) => parseDiscoveryCondition(discoveryCondition),
    ...registryChecks,
    (given, runner) =>
      given.registry === 'backstage'
        ? catalogRepository(given.registryUrl)
        : openServiceRegistry(given, { kind: given.registry, token: given.token }, runner),
  ],
  async run(inputs, runner) {
    const { operation, dryRun, registry: kind, token, registryUrl, onFailure, discoveryTimeout: waitMs } = inputs;
    const facts = await readFacts(inputs, runner.workspace);
    const status = inputs.serviceStatus ?? DEFAULT_STATUS;
    const task: Task = { operation, name: nameIn(facts, operation), status, dryRun };
    const condition = await parseDiscoveryCondition(inputs.discoveryCondition);
    const { clock, env } = runner;
    const bounds = { clock, ms: inputs.timeout + (waitMs ?? 0), signal: runner.signal };
    const { signal, clear } = timeLimit(`The operation ${operation}`, bounds);
    try {
      const bounded = { ...runner, signal };
      const { registry } =
        kind === 'backstage'
          ? await openCatalog(inputs, bounded)
          : await openServiceRegistry(inputs, { kind, token }, bounded);
      const knowledge = { facts, env, wanted: { version: inputs.serviceVersion, waitMs, condition } };
      const { outcome, document } = await operate(task, knowledge, { registry, clock, signal, dryRun });
      if (document !== undefined) await handOn(document, inputs.discoveryFile, runner);
      await tellOutcome(task, outcome, { runner, registryUrl, onFailure });
    } finally {
      clear();
    }
  },
});
