import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type RegistryAnswer, SimulatedServiceRegistry } from '../../../simulator/service-registry.ts';
import { deregister, register, setStatus, type Tools } from '../../../src/services/register/register.ts';
import type { Service } from '../../../src/services/service.ts';
import { jumpingClock } from '../../support/jumping-clock.ts';
import { callsTo, NOW, registryOver, signal } from '../world.ts';

const service: Service = {
  name: 'chitty-id',
  version: '1.2.0',
  description: 'Issues "identities"; $(rm -rf /) and \n newlines stay data.',
  endpoints: { health: 'https://id.example/health', api: 'https://id.example/api' },
  capabilities: ['issue', 'verify'],
  deployment: { commit: 'abc', branch: 'main', time: '2026-11-20T12:00:00.000Z', run: 'https://github.test/runs/1' },
};

let simulated: SimulatedServiceRegistry;
let tools: Tools;
let clock: ReturnType<typeof jumpingClock>;
const answer = (status: number, body = '{}', type = 'application/json'): RegistryAnswer => ({
  status,
  body,
  headers: { 'content-type': type },
});
const fail = (
  status: number | 'reset',
  when: 'before-effect' | 'after-effect',
  method = 'POST',
  path = '/api/register',
) => simulated.faults.push({ method, path, when, ...(status === 'reset' ? {} : { answer: answer(status) }) });

beforeEach(() => {
  simulated = new SimulatedServiceRegistry();
  clock = jumpingClock(NOW);
  tools = { registry: registryOver(callsTo(simulated), clock), clock, signal, dryRun: false };
});

describe('register', () => {
  test('creates, then leaves unchanged, then updates', async () => {
    expect(await register(service, tools)).toMatchObject({ result: 'created', service });
    const later = { ...service, deployment: { ...service.deployment, time: '2026-11-21T00:00:00Z', run: 'other' } };
    expect(await register(later, tools)).toMatchObject({ result: 'unchanged' });
    expect(simulated.writes).toBe(1);
    const outcome = await register({ ...service, version: '1.3.0' }, tools);
    expect(outcome).toMatchObject({
      result: 'updated',
      changes: [{ field: 'version', expected: '1.3.0', found: '1.2.0' }],
    });
    expect(simulated.record('chitty-id')).toMatchObject({ version: '1.3.0', description: service.description });
  });

  test.each([
    ['a lost endpoint', { endpoints: { health: 'https://id.example/health' } }],
    ['another capability', { capabilities: ['issue'] }],
    ['another commit', { deployment: { commit: 'def', branch: 'main' } }],
    ['another description', { description: 'new' }],
  ])('%s is an update', async (_, change) => {
    await register(service, tools);
    expect(await register({ ...service, ...change }, tools)).toMatchObject({ result: 'updated' });
  });

  test('the order of capabilities and the slash of an origin are no update', async () => {
    await register({ ...service, endpoints: { api: 'https://ID.example' } }, tools);
    const same = { ...service, endpoints: { api: 'https://id.example/' }, capabilities: ['verify', 'issue'] };
    expect(await register(same, tools)).toMatchObject({ result: 'unchanged' });
  });

  test('any text survives the round trip', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    await fc.assert(
      fc.asyncProperty(text, fc.uniqueArray(text), async (description, capabilities) => {
        simulated.store('chitty-id', undefined);
        const wanted = { ...service, description, capabilities };
        expect((await register(wanted, tools)).result).toBe('created');
        expect((await register(wanted, tools)).result).toBe('unchanged');
      }),
    );
  });

  test.each([502, 500, 503, 'reset'] as const)(
    '%s after the effect is found out by reading, not by writing again',
    async (status) => {
      fail(status, 'after-effect');
      const outcome = await register(service, tools);
      expect(outcome).toMatchObject({ result: 'created', notes: [expect.stringContaining('POST')] });
      expect(simulated.writes).toBe(1);
    },
  );

  test('502 before the effect is written again after a look', async () => {
    fail(502, 'before-effect');
    expect(await register(service, tools)).toMatchObject({ result: 'created' });
    expect(simulated.requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET', 'POST', 'GET']);
  });

  test('writes are bounded', async () => {
    for (let i = 0; i < 10; i++) fail(502, 'before-effect');
    const outcome = await register(service, tools);
    expect(outcome).toMatchObject({ result: 'failed', reason: expect.stringContaining('answered 502') });
    expect(simulated.writes).toBe(3);
  });

  test('another writer in between (412): read again, then written on top of what is there', async () => {
    await register(service, tools);
    const racing: Tools = { ...tools, registry: { ...tools.registry } };
    let raced = false;
    racing.registry.read = async (name) => {
      const found = await tools.registry.read(name);
      if (!raced) simulated.store(name, { ...simulated.record(name), version: '9.9.9' });
      raced = true;
      return found;
    };
    expect(await register({ ...service, version: '1.3.0' }, racing)).toMatchObject({ result: 'updated' });
    expect(simulated.record('chitty-id')).toMatchObject({ version: '1.3.0' });
  });

  test('a registry that stores something else than was written is a failure with the difference', async () => {
    const { registry } = tools;
    const forgetful = { ...registry, upsert: () => registry.upsert({ ...service, version: '1.1.9' }, undefined) };
    const outcome = await register(service, { ...tools, registry: forgetful });
    expect(outcome).toMatchObject({
      result: 'failed',
      reason: expect.stringContaining('version is 1.1.9, expected 1.2.0'),
      differences: [{ field: 'version', expected: '1.2.0', found: '1.1.9' }],
    });
  });

  test('a registry that serves its own write late is waited for', async () => {
    const { registry } = tools;
    let reads = 0;
    const late = {
      ...registry,
      read: (name: string) => (++reads <= 3 ? Promise.resolve(undefined) : registry.read(name)),
    };
    expect(await register(service, { ...tools, registry: late })).toMatchObject({ result: 'created' });
    expect(simulated.writes).toBe(1);
  });

  test('when the read-back fails, the reader learns that the write may have happened', async () => {
    const { registry } = tools;
    let reads = 0;
    const dying = {
      ...registry,
      read: (name: string) =>
        registry.read(
          ++reads === 1
            ? name
            : (() => {
                for (let i = 0; i < 3; i++) fail(500, 'before-effect', 'GET', '/api/services');
                return name;
              })(),
        ),
    };
    const outcome = await register(service, { ...tools, registry: dying });
    expect(outcome).toMatchObject({ result: 'failed', notes: [expect.stringContaining('may have happened')] });
  });

  test('409 is final and says who holds the name', async () => {
    await register({ ...service, name: 'other' }, tools);
    const outcome = await register(service, tools);
    expect(outcome).toMatchObject({
      result: 'failed',
      reason: expect.stringMatching(/409 \(an endpoint belongs to other\)/),
    });
    expect(simulated.writes).toBe(2);
  });

  test('a dry run writes nothing and says what it would have done', async () => {
    expect(await register(service, { ...tools, dryRun: true })).toMatchObject({ result: 'created' });
    expect(simulated.writes).toBe(0);
  });
});

describe('a registry that does not do as asked', () => {
  const page = '<!doctype html><title>Sign in</title>';
  test.each([
    [401, '{"error":"unknown token"}', 'application/json', /401 \(unknown token\).*does not know the token/],
    [403, '{"message":"no"}', 'application/json', /403 \(no\).*may not do this/],
    [409, '', 'application/json', /409.*conflicting record/],
    [412, '', 'application/json', /412.*changed the record/],
    [200, page, 'text/html', /200 with an HTML page where JSON was expected/],
    [404, page, 'text/html', /404 with an HTML page/],
    [401, page, 'text/html', /401 with an HTML page/],
    [200, '{"name":', 'application/json', /200 with invalid JSON/],
    [301, '', 'text/plain', /a redirect/],
    [200, '{"ok":true}', 'application/json', /no record with a name/],
    [200, '[{"name":"chitty-id"},{"name":"chitty-id"}]', 'application/json', /2 services named "chitty-id"/],
    [
      200,
      '{"name":"someone-else"}',
      'application/json',
      /asked for "chitty-id" and answered with the service "someone-else"/,
    ],
  ])('%i %s (%s)', async (status, body, type, reason) => {
    const again = () =>
      simulated.faults.push({ method: 'GET', path: '/', when: 'before-effect', answer: answer(status, body, type) });
    for (let i = 0; i < 5; i++) again();
    const outcome = await register(service, tools);
    expect(outcome).toMatchObject({ result: 'failed', reason: expect.stringMatching(reason) });
    expect(simulated.writes).toBe(0);
  });

  test('a read that fails on the way is repeated, and Retry-After is kept', async () => {
    const busy = { ...answer(429), headers: { 'retry-after': '7' } };
    simulated.faults.push({ method: 'GET', path: '/', when: 'before-effect', answer: busy });
    fail('reset', 'before-effect', 'GET', '/');
    expect(await register(service, tools)).toMatchObject({ result: 'created' });
    expect(clock.slept).toEqual([7_000, 1_000]);
  });

  test.each([
    ['12', 12_000],
    ['Fri, 20 Nov 2026 12:00:20 GMT', 20_000],
  ])('a busy registry that says Retry-After: %s is not asked before, not even to read back', async (after, pause) => {
    const date = 'Fri, 20 Nov 2026 12:00:00 GMT';
    const busy = { ...answer(429), headers: { 'retry-after': after, date } };
    simulated.faults.push({ method: 'POST', path: '/', when: 'before-effect', answer: busy });
    expect(await register(service, tools)).toMatchObject({ result: 'created' });
    expect(clock.slept[0]).toBe(pause);
  });

  test.each(['GET', 'POST'])('a %s that is to wait for an hour is not waited for', async (method) => {
    const busy = { ...answer(503), headers: { 'retry-after': '3600' } };
    simulated.faults.push({ method, path: '/', when: 'before-effect', answer: busy });
    expect(await register(service, tools)).toMatchObject({ result: 'failed', reason: expect.stringContaining('503') });
    expect(clock.slept).toEqual([]);
    expect(simulated.requests.at(-1)?.method).toBe(method);
  });

  test('the token is sent, and a wrong one is refused', async () => {
    const guarded = new SimulatedServiceRegistry({ token: 'right' });
    const withToken = (token: string) =>
      register(service, { ...tools, registry: registryOver(callsTo(guarded), clock, token) });
    expect((await withToken('wrong')).result).toBe('failed');
    expect((await withToken('right')).result).toBe('created');
  });
});

describe('status and deregister', () => {
  test('active is set once per deployment, with the time of the deployment', async () => {
    await register(service, tools);
    expect(await setStatus('chitty-id', 'active', tools)).toMatchObject({ result: 'updated' });
    expect(simulated.record('chitty-id')).toMatchObject({ status: 'active', last_deployed: service.deployment?.time });
    expect(await setStatus('chitty-id', 'active', tools)).toMatchObject({ result: 'unchanged' });
    await register(
      { ...service, version: '2.0.0', deployment: { commit: 'def', time: '2026-11-22T00:00:00Z' } },
      tools,
    );
    expect(await setStatus('chitty-id', 'active', tools)).toMatchObject({ result: 'updated' });
    expect(simulated.record('chitty-id')).toMatchObject({ last_deployed: '2026-11-22T00:00:00Z' });
  });

  test('the status of a service that is not registered cannot be set', async () => {
    const outcome = await setStatus('chitty-id', 'active', tools);
    expect(outcome).toMatchObject({ result: 'failed', reason: expect.stringContaining('register it before') });
    expect(simulated.writes).toBe(0);
  });

  test('deregister removes once', async () => {
    await register(service, tools);
    expect(await deregister('chitty-id', tools)).toMatchObject({ result: 'updated' });
    expect(simulated.record('chitty-id')).toBeUndefined();
    expect(await deregister('chitty-id', tools)).toMatchObject({ result: 'unchanged' });
  });
});
