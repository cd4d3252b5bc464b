import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createNetwork } from '../../../src/platform/net/network.ts';
import { realClock } from '../../../src/platform/time/clock.ts';
import { deregister, register, setStatus, type Tools } from '../../../src/services/register/register.ts';
import { consulRegistry } from '../../../src/services/registries/consul.ts';
import { networkCall } from '../../../src/services/registries/http-call.ts';
import { createRegistryClient, type RegistryClient } from '../../../src/services/registries/registry-client.ts';
import type { Service } from '../../../src/services/service.ts';
import { need } from '../../support/needs.ts';
import { signal } from '../world.ts';

const service: Service = {
  name: 'chitty-id',
  version: '1.2.0',
  description: `Issues identities. ${'x'.repeat(600)}`,
  endpoints: { health: 'https://id.example/health', api: 'https://id.example:8443/api' },
  capabilities: ['issue', 'verify'],
  deployment: { commit: 'abc', branch: 'main', time: '2026-11-20T12:00:00.000Z', run: 'https://github.test/runs/1' },
};

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, () => {
      const server = createServer();
      return new Promise<typeof server>((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
    }),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

describe('without an agent', () => {
  const answering = (text: string) => {
    const http = async () => ({ status: 200, headers: {}, text });
    return consulRegistry(
      createRegistryClient('http://consul.test', { http, clock: realClock, signal, deadline: 1_000 }),
    );
  };

  test('a description is cut to what Consul holds', () => {
    expect(answering('').represent(service).description).toHaveLength(512);
  });

  test('what is no catalog is not taken for an empty one', async () => {
    await expect(answering('[]').list()).rejects.toThrow(/no map of services/);
    await expect(answering('<html>').list()).rejects.toThrow(/HTML page/);
  });
});

if (need('consul'))
  describe('a real Consul agent', () => {
    let agent: ChildProcess;
    let client: RegistryClient;
    let tools: Tools;

    beforeAll(async () => {
      const [http, server, lan, wan] = await freePorts(4);
      const ports = [
        '-http-port',
        http,
        '-server-port',
        server,
        '-serf-lan-port',
        lan,
        '-serf-wan-port',
        wan,
        '-dns-port',
        -1,
        '-grpc-port',
        -1,
      ];
      agent = spawn('consul', ['agent', '-dev', '-bind', '127.0.0.1', ...ports.map(String)], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      await new Promise<void>((resolve, reject) => {
        let log = '';
        const read = (chunk: Buffer) => {
          log += chunk;
          if (/Synced node info/.test(log)) resolve();
        };
        agent.stdout?.on('data', read);
        agent.once('exit', () => reject(new Error(`consul ended: ${log}`)));
      });
      const options = {
        http: networkCall(createNetwork({ allowPrivateNetwork: true })),
        clock: realClock,
        signal,
        deadline: 5_000,
      };
      client = createRegistryClient(`http://127.0.0.1:${http}`, options);
      tools = { registry: consulRegistry(client), clock: realClock, signal, dryRun: false };
    }, 30_000);

    afterAll(async () => {
      const gone = new Promise((resolve) => agent.once('exit', resolve));
      agent.kill('SIGKILL');
      await gone;
    });

    test('created, unchanged, updated, active, listed, discovered, removed', async () => {
      expect(await register(service, tools)).toMatchObject({ result: 'created', service: { version: '1.2.0' } });
      expect(await register(service, tools)).toMatchObject({ result: 'unchanged' });
      expect(await register({ ...service, version: '1.3.0' }, tools)).toMatchObject({ result: 'updated' });
      expect(await setStatus('chitty-id', 'active', tools)).toMatchObject({ result: 'updated' });
      expect(await setStatus('chitty-id', 'active', tools)).toMatchObject({ result: 'unchanged' });
      expect(await register({ ...service, version: '1.3.0' }, tools)).toMatchObject({ result: 'unchanged' });

      const listed = await tools.registry.list();
      expect(listed).toHaveLength(1);
      expect(listed[0]).toMatchObject({
        ...service,
        version: '1.3.0',
        status: 'active',
        description: expect.any(String),
      });
      expect(await tools.registry.discover()).toMatchObject({ 'chitty-id': ['issue', 'verify'] });

      expect(await deregister('chitty-id', tools)).toMatchObject({ result: 'updated' });
      expect(await deregister('chitty-id', tools)).toMatchObject({ result: 'unchanged' });
    });

    test('what others had configured survives an update', async () => {
      const body = {
        Name: 'legacy',
        Meta: { team: 'identity' },
        Weights: { Passing: 10, Warning: 1 },
        Check: { TTL: '1h' },
      };
      await client.send('PUT', '/v1/agent/service/register', { body });
      expect(await register({ ...service, name: 'legacy' }, tools)).toMatchObject({ result: 'updated' });
      const { body: kept } = await client.get('/v1/agent/service/legacy');
      expect(kept).toMatchObject({
        Address: 'id.example',
        Port: 8443,
        Weights: { Passing: 10, Warning: 1 },
        Meta: { team: 'identity', version: '1.2.0' },
      });
      expect((await client.get('/v1/agent/checks')).body).toHaveProperty(['service:legacy']);
      await deregister('legacy', tools);
    });

    test('two instances under one name are reported, not overwritten', async () => {
      for (const ID of ['a', 'b'])
        await client.send('PUT', '/v1/agent/service/register', { body: { ID, Name: 'twice' } });
      const outcome = await register({ ...service, name: 'twice' }, tools);
      expect(outcome).toMatchObject({ result: 'failed', reason: expect.stringContaining('2 services named "twice"') });
    });
  });
