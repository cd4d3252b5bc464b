import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { realClock } from '../../../../src/platform/time/clock.ts';
import { deregister, register, setStatus, type Tools } from '../../../../src/services/register/register.ts';
import { consulRegistry } from '../../../../src/services/registries/consul/consul-registry.ts';
import type { HttpCall } from '../../../../src/services/registries/http-call.ts';
import { createRegistryClient } from '../../../../src/services/registries/registry-client.ts';
import type { Service } from '../../../../src/services/service.ts';
import { type ConsulAgent, MANAGEMENT, startConsul } from '../../../support/consul-agent.ts';
import { describeWith } from '../../../support/needs.ts';
import { signal } from '../../world.ts';

const service: Service = {
  name: 'chitty-id',
  version: '1.2.0',
  description: `Issues identities. ${'é'.repeat(600)}`,
  endpoints: { health: 'https://id.example/health', api: 'https://id.example:8443/api' },
  capabilities: ['issue', 'verify'],
  deployment: { commit: 'abc', branch: 'main', time: '2026-11-20T12:00:00.000Z', run: 'https://github.test/runs/1' },
};

describe('without an agent', () => {
  const answering = (text: string) => {
    const http = async () => ({ status: 200, headers: {}, text });
    return consulRegistry(
      createRegistryClient('http://consul.test', { http, clock: realClock, signal, timeoutMs: 1_000 }),
    );
  };

  test('a description is cut to the bytes that Consul holds, never within a character', () => {
    const { description = '' } = answering('').represent(service);
    expect(Buffer.byteLength(description)).toBe(511);
    expect(service.description?.startsWith(description)).toBe(true);
  });

  test('what is no catalog is not taken for an empty one', async () => {
    await expect(answering('[]').list()).rejects.toThrow(/something else than a map of services to their tags/);
    await expect(answering('{"error":"No cluster leader"}').list()).rejects.toThrow(/a map of services to their tags/);
    await expect(answering('<html>').list()).rejects.toThrow(/HTML page/);
    await expect(answering('{}').list()).rejects.toThrow(/does not show this token all of the catalog/);
  });

  test('the tags of a name are told in one order, whatever the order in which Consul gives its set', async () => {
    const found = await Promise.all(
      ['["b","a","c"]', '["c","b","a"]'].map((tags) => answering(`{"web":${tags},"consul":[]}`).discover()),
    );
    expect(found).toEqual([{ web: ['a', 'b', 'c'] }, { web: ['a', 'b', 'c'] }]);
  });

  test('what is no answer about a service is not taken for its absence, and nothing is written over it', async () => {
    for (const text of ['', 'null', '[]', '{"error":"rpc error: No cluster leader"}', '{"web":{"id":"web"}}']) {
      const registry = answering(text);
      expect([text, await registry.read('web').catch((error: Error) => error.message)]).toEqual([
        text,
        expect.stringMatching(/Consul answered with something else than (an instance|the services of an agent)/),
      ]);
    }
    const written: string[] = [];
    const http: HttpCall = async ({ method, url }) => {
      if (method !== 'GET') written.push(url);
      return { status: 200, headers: {}, text: '{"error":"rpc error: No cluster leader"}' };
    };
    const registry = consulRegistry(
      createRegistryClient('http://consul.test', { http, clock: realClock, signal, timeoutMs: 1_000 }),
    );
    const outcome = await register(service, { registry, clock: realClock, signal, dryRun: false });
    expect(outcome).toMatchObject({ result: 'failed', reason: expect.stringContaining('Is registry-url an agent?') });
    expect(written).toEqual([]);
  });

  test('what a newer agent keeps of an instance is handed back, though nobody here knows it', async () => {
    const row = {
      ID: 'web',
      Service: 'web',
      Ports: [{ Name: 'http', Port: 8080 }],
      ContentHash: 'abc',
      Datacenter: 'dc1',
    };
    const written: string[] = [];
    const http: HttpCall = async ({ method, body = '' }) => {
      if (method === 'PUT') written.push(String(body));
      return { status: 200, headers: {}, text: JSON.stringify({ web: row }) };
    };
    const registry = consulRegistry(
      createRegistryClient('http://consul.test', { http, clock: realClock, signal, timeoutMs: 1_000 }),
    );
    await registry.upsert({ ...service, name: 'web' }, undefined);
    const [sent = {}] = written.map((body) => JSON.parse(body) as Record<string, unknown>);
    expect(sent).toMatchObject({ ID: 'web', Name: 'web', Ports: row.Ports, Meta: { version: '1.2.0' } });
    expect(Object.keys(sent)).not.toContain('ContentHash');
    expect(Object.keys(sent)).not.toContain('Service');
  });

  test('of an agent that does not filter, only the service itself is read', async () => {
    const rows = { web: { ID: 'web', Service: 'web' }, other: { ID: 'other', Service: 'other' } };
    expect(await answering(JSON.stringify(rows)).read('web')).toMatchObject({ name: 'web' });
    expect(await answering(JSON.stringify(rows)).read('third')).toBeUndefined();
  });

  test('instances in no form that is known are not taken for none', async () => {
    const http: HttpCall = async ({ url }) => ({
      status: 200,
      headers: {},
      text: url.endsWith('/v1/catalog/services') ? '{"consul":[],"web":[]}' : '{"error":"stale"}',
    });
    const registry = consulRegistry(
      createRegistryClient('http://consul.test', { http, clock: realClock, signal, timeoutMs: 1_000 }),
    );
    await expect(registry.list()).rejects.toThrow(/something else than the instances of web/);
  });
});

describeWith('consul', 'a real Consul agent', () => {
  let agent: ConsulAgent;
  let tools: Tools;
  const held = async (id: string) =>
    (await agent.as().client.get(`/v1/agent/service/${id}`)).body as Record<string, unknown>;

  beforeAll(async () => {
    agent = await startConsul();
    tools = { registry: agent.as().registry, clock: realClock, signal, dryRun: false };
  });
  afterAll(() => agent.stop());

  test('created, unchanged, updated, active, listed, discovered, removed', async () => {
    expect(await register(service, tools)).toMatchObject({ result: 'created', service: { version: '1.2.0' } });
    expect(await register(service, tools)).toMatchObject({ result: 'unchanged' });
    expect(await register({ ...service, version: '1.3.0' }, tools)).toMatchObject({ result: 'updated' });
    expect(await setStatus('chitty-id', 'active', tools)).toMatchObject({ result: 'updated' });
    expect(await setStatus('chitty-id', 'active', tools)).toMatchObject({ result: 'unchanged' });
    expect(await register({ ...service, version: '1.3.0' }, tools)).toMatchObject({ result: 'unchanged' });

    await agent.catalogued('chitty-id', { version: '1.3.0', status: 'active' });
    const listed = (await tools.registry.list()).filter(({ name }) => name === 'chitty-id');
    expect(listed).toMatchObject([{ ...service, version: '1.3.0', status: 'active', description: expect.any(String) }]);
    expect(await tools.registry.discover()).toMatchObject({ 'chitty-id': ['issue', 'verify'] });

    expect(await deregister('chitty-id', tools)).toMatchObject({ result: 'updated' });
    expect(await deregister('chitty-id', tools)).toMatchObject({ result: 'unchanged' });
  });

  const handMade = {
    Name: 'web',
    Tags: ['traefik.enable=true', 'urlprefix-/web'],
    Address: '10.0.0.5',
    Port: 8080,
    TaggedAddresses: { lan: { Address: '10.0.0.5', Port: 8080 }, wan: { Address: '198.51.100.7', Port: 80 } },
    Meta: { team: 'identity' },
    Weights: { Passing: 10, Warning: 1 },
    EnableTagOverride: true,
    Check: { TTL: '1h' },
  };

  test('a service that was made by hand keeps all that it had', async () => {
    await agent.register(handMade);
    const before = await held('web');
    const wanted = {
      ...service,
      name: 'web',
      capabilities: ['web'],
      endpoints: { health: 'http://127.0.0.1:9/health' },
    };
    expect(await register(wanted, tools)).toMatchObject({ result: 'updated' });
    const after = await held('web');
    for (const field of ['Address', 'Port', 'TaggedAddresses', 'Weights', 'EnableTagOverride', 'ID']) {
      expect([field, after[field]]).toEqual([field, before[field]]);
    }
    expect(after).toMatchObject({
      Tags: [...handMade.Tags, 'web'],
      Meta: { team: 'identity', version: '1.2.0', 'endpoint-health': 'http://127.0.0.1:9/health' },
    });
    expect((await agent.as().client.get('/v1/agent/checks')).body).toHaveProperty(['service:web']);
    expect(await register(wanted, tools)).toMatchObject({ result: 'unchanged' });
  });

  test('tags that we wrote can be taken away, those of others and unsaid ones stay', async () => {
    const web = { ...service, name: 'web', endpoints: { health: 'http://127.0.0.1:9/health' } };
    const { capabilities: _capabilities, ...silent } = web;
    expect(await register({ ...silent, version: '1.2.1' }, tools)).toMatchObject({ result: 'updated' });
    expect(await held('web')).toMatchObject({ Tags: [...handMade.Tags, 'web'] });
    // One that was there before us is not ours, even if we name it.
    const named = { ...web, capabilities: ['traefik.enable=true', 'issue'] };
    expect(await register(named, tools)).toMatchObject({ result: 'updated' });
    expect(await held('web')).toMatchObject({ Tags: [...handMade.Tags, 'issue'] });
    expect(await register({ ...web, capabilities: [] }, tools)).toMatchObject({ result: 'updated' });
    expect(await held('web')).toMatchObject({ Tags: handMade.Tags });
    await deregister('web', tools);
  });

  test('more tags than one value of metadata holds are remembered', async () => {
    const many = Array.from({ length: 60 }, (_, index) => `capability-ü-${index}`);
    await register({ ...service, name: 'many', capabilities: many }, tools);
    expect(await register({ ...service, name: 'many', capabilities: many }, tools)).toMatchObject({
      result: 'unchanged',
    });
    await register({ ...service, name: 'many', capabilities: ['one'] }, tools);
    expect(await held('many')).toMatchObject({ Tags: ['one'] });
    await deregister('many', tools);
  });

  test('an address that we chose follows the endpoint', async () => {
    const at = (host: string) => ({ ...service, name: 'moving', endpoints: { api: `http://${host}:81/` } });
    await register(at('10.0.0.8'), tools);
    expect(await held('moving')).toMatchObject({ Address: '10.0.0.8', Port: 81 });
    await register(at('10.0.0.9'), tools);
    const moved = await held('moving');
    expect(moved).toMatchObject({ Address: '10.0.0.9', Port: 81 });
    expect(JSON.stringify(moved.TaggedAddresses)).not.toContain('10.0.0.8');
    await deregister('moving', tools);
  });

  test('of several instances ours alone is written, and no other is removed', async () => {
    await agent.register({ ID: 'shop', Name: 'shop', Port: 1 });
    await agent.register({ ID: 'shop-2', Name: 'shop', Port: 2 });
    const other = await held('shop-2');
    expect(await register({ ...service, name: 'shop' }, tools)).toMatchObject({ result: 'updated' });
    expect(await held('shop')).toMatchObject({ Meta: { version: '1.2.0' }, Port: 1 });
    expect(await held('shop-2')).toEqual(other);
    expect(await deregister('shop', tools)).toMatchObject({ result: 'updated' });
    expect(await held('shop-2')).toEqual(other);
  });

  test('where no instance is ours, all of them learn the facts, and none is removed', async () => {
    for (const [index, ID] of ['a', 'b'].entries())
      await agent.register({ ID, Name: 'twice', Port: index + 1, Tags: [ID] });
    expect(await register({ ...service, name: 'twice' }, tools)).toMatchObject({ result: 'updated' });
    expect(await held('a')).toMatchObject({ Tags: ['a', 'issue', 'verify'], Port: 1, Meta: { version: '1.2.0' } });
    expect(await held('b')).toMatchObject({ Tags: ['b', 'issue', 'verify'], Port: 2, Meta: { version: '1.2.0' } });
    expect(await register({ ...service, name: 'twice' }, tools)).toMatchObject({ result: 'unchanged' });
    expect(await setStatus('twice', 'active', tools)).toMatchObject({ result: 'updated' });
    expect((await tools.registry.list()).filter(({ name }) => name === 'twice')).toHaveLength(1);
    for (const ID of ['c', 'd']) await agent.register({ ID, Name: 'theirs' });
    const refused = await deregister('theirs', tools);
    expect(refused).toMatchObject({
      result: 'failed',
      reason: expect.stringContaining('only as others registered it (c, d)'),
    });
    expect(await held('c')).toMatchObject({ ID: 'c' });
  });

  test('an instance that another agent holds at the same address is not registered twice', async () => {
    const elsewhere = {
      Node: 'node-b',
      Address: '10.0.0.2',
      Service: { ID: 'far', Service: 'far', Address: 'id.example', Port: 8443 },
    };
    await agent.as().client.send('PUT', '/v1/catalog/register', { body: elsewhere });
    const outcome = await register({ ...service, name: 'far' }, tools);
    expect(outcome).toMatchObject({
      result: 'failed',
      reason: expect.stringMatching(/agent on node node-b already/),
    });
    expect((await agent.as().client.get('/v1/agent/service/far')).status).toBe(404);
    // Another address is another instance.
    const another = { ...service, name: 'far', endpoints: { api: 'http://10.0.0.3:80/' } };
    expect(await register(another, tools)).toMatchObject({ result: 'created' });
    expect((await tools.registry.list()).filter(({ name }) => name === 'far')).toHaveLength(1);
  });

  test('its own checks tell the health of a service', async () => {
    await agent.register({ Name: 'fine' });
    await agent.register({ Name: 'broken', Check: { TTL: '1h', Status: 'critical', Name: 'disk', Notes: '' } });
    const byName = new Map((await tools.registry.list()).map((one) => [one.name, one.health]));
    expect(byName.get('fine')).toMatchObject({ passes: true });
    expect(byName.get('broken')).toMatchObject({
      passes: false,
      detail: expect.stringMatching(/1 of 1 instance fail: disk on .* is critical/),
    });
  });
});

describeWith('consul', 'a real Consul agent with ACLs', () => {
  let agent: ConsulAgent;
  const toolsOf = (token?: string): Tools => ({
    registry: agent.as(token).registry,
    clock: realClock,
    signal,
    dryRun: false,
  });

  beforeAll(async () => {
    agent = await startConsul({ acls: true });
    await agent.register({ Name: 'web', Port: 80 });
    await agent.register({ Name: 'other', Port: 81 });
  });
  afterAll(() => agent.stop());

  test('what the token may not see is not absent', async () => {
    const writer = await agent.tokenWith('service "web" { policy = "write" }');
    await expect(toolsOf(writer).registry.list()).rejects.toThrow(/does not show this token all/);
    await expect(toolsOf(writer).registry.discover()).rejects.toThrow(/does not show this token all/);
    await expect(toolsOf().registry.discover()).rejects.toThrow(/does not show this token all of the catalog/);
    await expect(toolsOf(writer).registry.read('other')).rejects.toThrow(/403/);
  });

  test('a token for one service suffices to register it, new or not', async () => {
    const web = await agent.tokenWith('service "web" { policy = "write" }');
    expect(await register({ ...service, name: 'web' }, toolsOf(web))).toMatchObject({ result: 'updated' });
    const fresh = await agent.tokenWith('service "fresh" { policy = "write" }');
    expect(await register({ ...service, name: 'fresh' }, toolsOf(fresh))).toMatchObject({ result: 'created' });
    expect(await register({ ...service, name: 'fresh' }, toolsOf(fresh))).toMatchObject({ result: 'unchanged' });
  });

  test('a token that sees all lists all', async () => {
    const reader = await agent.tokenWith('node_prefix "" { policy = "read" } service_prefix "" { policy = "read" }');
    const names = (await toolsOf(reader).registry.list()).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['web', 'other']));
    expect(await toolsOf(MANAGEMENT).registry.discover()).not.toHaveProperty('consul');
  });

  test('a token that Consul does not know is told as such', async () => {
    const outcome = await register({ ...service, name: 'web' }, toolsOf('10000000-0000-4000-8000-000000000000'));
    expect(outcome).toMatchObject({
      result: 'failed',
      reason: expect.stringMatching(/ACL not found.*does not know the token/),
    });
  });
});
