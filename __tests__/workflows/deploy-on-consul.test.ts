import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { parse } from 'yaml';
import { type BundleRun, runBundle } from '../bundle/run-action.ts';
import { type ConsulAgent, MANAGEMENT, startConsul } from '../support/consul-agent.ts';
import { condition, interpolate } from '../support/expressions.ts';
import { describeWith } from '../support/needs.ts';
import { slow } from '../support/slow.ts';

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly on: { readonly workflow_call: { readonly inputs: Record<string, { readonly default?: unknown }> } };
  readonly jobs: Record<string, { readonly steps: readonly Step[] }>;
}

const file = new URL('../../.github/workflows/deploy-service.yml', import.meta.url);
const workflow = parse(readFileSync(file, 'utf8')) as Workflow;

/** Runs the steps of a job that talk to the registry, as the workflow gives them their inputs. */
async function registrySteps(
  job: string,
  { inputs, secrets }: { inputs: Record<string, unknown>; secrets: Record<string, string> },
): Promise<Record<string, BundleRun>> {
  const defaults = Object.entries(workflow.on.workflow_call.inputs).map(([name, input]) => [name, input.default ?? '']);
  const steps: Record<string, { outputs: Record<string, string> }> = {
    version: { outputs: { version: String(inputs['service-version']) } },
  };
  const contexts = { inputs: { ...Object.fromEntries(defaults), ...inputs }, secrets, steps, needs: {}, env: {} };
  const runs: Record<string, BundleRun> = {};
  for (const step of workflow.jobs[job]?.steps ?? []) {
    if (step.uses !== '$/register-service' || !condition(step.if, contexts, { failed: false })) continue;
    const given = Object.entries(step.with ?? {}).map(([name, value]) => [name, interpolate(String(value), contexts)]);
    const run = await runBundle('register-service', { inputs: Object.fromEntries(given) });
    if (step.id) steps[step.id] = { outputs: { ...run.outputs } };
    runs[step.name ?? ''] = run;
  }
  return runs;
}

describeWith('consul', 'deploy-service on a real Consul with ACLs, with nothing but its defaults', () => {
  let agent: ConsulAgent;
  beforeAll(async () => {
    agent = await startConsul({ acls: true });
  });
  afterAll(() => agent.stop());

  const inputsOf = () => ({
    ...{ 'service-name': 'web', 'service-version': '1.2.0', registry: 'consul', 'registry-url': agent.url },
    'allow-private-network': true,
  });

  slow('the gate, the registration, discovery and the status go through', async () => {
    const secrets = { REGISTRY_TOKEN: MANAGEMENT };
    const gate = await registrySteps('gate', { inputs: inputsOf(), secrets });
    expect(Object.values(gate)).toMatchObject([{ exitCode: 0, outputs: { registered: 'false' } }]);
    const prove = await registrySteps('prove', { inputs: inputsOf(), secrets });
    expect(Object.entries(prove).map(([name, { exitCode }]) => [name, exitCode])).toEqual([
      ['Register', 0],
      ['Refresh discovery', 0],
      ['Verify that discovery names it', 0],
      ['Set the status to active', 0],
    ]);
    const held = (await agent.as(MANAGEMENT).client.get('/v1/agent/service/web')).body;
    expect(held).toMatchObject({ Meta: { version: '1.2.0', status: 'active' } });
  });

  slow('discovery may have a token of its own, and one that sees nothing is told so', async () => {
    const reader = await agent.tokenWith('node_prefix "" { policy = "read" } service_prefix "" { policy = "read" }');
    const writer = await agent.tokenWith('service "web" { policy = "write" }');
    const secrets = { REGISTRY_TOKEN: writer, DISCOVERY_TOKEN: reader };
    const prove = await registrySteps('prove', { inputs: inputsOf(), secrets });
    expect(Object.values(prove).map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
    const gate = await registrySteps('gate', { inputs: inputsOf(), secrets: {} });
    expect(Object.values(gate)).toMatchObject([{ exitCode: 1 }]);
    expect(Object.values(gate)[0]?.stdout).toContain('Consul does not show this token all of the catalog');
  });
});
