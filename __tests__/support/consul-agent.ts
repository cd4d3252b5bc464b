import { type ChildProcess, spawn } from 'node:child_process';
import { freePorts } from '../../scripts/free-ports.ts';
import { createNetwork } from '../../src/platform/net/network.ts';
import { realClock } from '../../src/platform/time/clock.ts';
import { consulRegistry } from '../../src/services/registries/consul/consul-registry.ts';
import { credentialsOf } from '../../src/services/registries/credentials.ts';
import { networkCall } from '../../src/services/registries/http-call.ts';
import { createRegistryClient, type RegistryClient } from '../../src/services/registries/registry-client.ts';
import type { ServiceRegistry } from '../../src/services/registries/service-registry.ts';

/** The token that may do everything, where ACLs are on. */
export const MANAGEMENT = '00000000-0000-4000-8000-000000000001';

export interface ConsulAgent {
  readonly url: string;
  /** A client with this token, and a registry over it. */
  as(token?: string): { client: RegistryClient; registry: ServiceRegistry };
  /** Registers an instance by hand. */
  register(body: Record<string, unknown>): Promise<void>;
  /** Resolves when the catalog says of the service what the agent knows: it is brought up to date a moment later. */
  catalogued(name: string, meta: Readonly<Record<string, string>>): Promise<void>;
  /** Makes a token with these rules (HCL) and returns it. */
  tokenWith(rules: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a real Consul agent in development mode, on loopback and on ports of its own. */
export async function startConsul({ acls = false } = {}): Promise<ConsulAgent> {
  const [http, server, lan, wan] = await freePorts(4);
  const ports = ['-http-port', http, '-server-port', server, '-serf-lan-port', lan, '-serf-wan-port', wan];
  const options = ['agent', '-dev', '-bind', '127.0.0.1', '-dns-port', '-1', '-grpc-port', '-1'];
  const rules = `acl = { enabled = true, default_policy = "deny", tokens = { initial_management = "${MANAGEMENT}", agent = "${MANAGEMENT}" } }`;
  const all = [...options, ...ports.map(String), ...(acls ? ['-hcl', rules] : [])];
  const agent = spawn('consul', all, { stdio: ['ignore', 'pipe', 'pipe'] });
  await ready(agent);
  const url = `http://127.0.0.1:${http}`;
  const as = (token?: string) => {
    const client = createRegistryClient(url, {
      http: networkCall(createNetwork({ allowPrivateNetwork: true })),
      clock: realClock,
      signal: new AbortController().signal,
      timeoutMs: 5_000,
      credentials: credentialsOf('consul', url, { token }),
    });
    return { client, registry: consulRegistry(client) };
  };
  const { client } = as(acls ? MANAGEMENT : undefined);
  return {
    url,
    as,
    async register(body) {
      await client.send('PUT', '/v1/agent/service/register', { body });
    },
    async catalogued(name, meta) {
      const wanted = Object.entries(meta);
      for (let looks = 0; looks < 1_000; looks += 1) {
        const held = (await client.get(`/v1/catalog/service/${name}`)).body as { ServiceMeta: typeof meta }[];
        if (wanted.every(([key, value]) => held[0]?.ServiceMeta[key] === value)) return;
        await realClock.sleep(20);
      }
      throw new Error(`The catalog does not have ${name} with ${JSON.stringify(meta)}`);
    },
    async tokenWith(rules) {
      const name = `policy-${Math.random().toString(36).slice(2)}`;
      await client.send('PUT', '/v1/acl/policy', { body: { Name: name, Rules: rules } });
      const made = await client.send('PUT', '/v1/acl/token', { body: { Policies: [{ Name: name }] } });
      return (made.body as { SecretID: string }).SecretID;
    },
    async stop() {
      const gone = new Promise((resolve) => agent.once('exit', resolve));
      agent.kill('SIGKILL');
      await gone;
    },
  };
}

function ready(agent: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    agent.stdout?.on('data', (chunk: Buffer) => {
      log += chunk;
      if (/Synced node info/.test(log)) resolve();
    });
    agent.once('error', reject);
    agent.once('exit', () => reject(new Error(`consul ended: ${log}`)));
  });
}
