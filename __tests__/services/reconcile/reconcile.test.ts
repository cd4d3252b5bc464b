import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { UserError } from '../../../src/platform/errors.ts';
import { createNetwork } from '../../../src/platform/net/network.ts';
import { realClock } from '../../../src/platform/time/clock.ts';
import { keepIssues } from '../../../src/services/reconcile/finding-issues.ts';
import { healthLook } from '../../../src/services/reconcile/probe-service.ts';
import { jumpingClock } from '../../support/jumping-clock.ts';
import { startServers } from '../../support/servers.ts';
import { samples } from '../../support/slow.ts';
import { Fleet, FOREIGN, running as runningIn } from '../fleet.ts';
import { callsTo, NOW, registryOver, signal } from '../world.ts';

const NAMES = ['chitty-id', 'chitty-router', 'chitty-tasks', 'chitty-chat', 'chitty-log'];
const health = (name: string) => `https://${name}.test/health`;
const kinds = (findings: readonly { kind: string }[]) => findings.map(({ kind }) => kind);

describe('drift', () => {
  test('a fleet that agrees is healthy, and nothing is written', async () => {
    const fleet = new Fleet(NAMES);
    const pass = await fleet.pass();
    expect(pass).toMatchObject({ healthy: true, findings: [], repairs: [], issues: [] });
    expect(pass.metrics).toMatchObject({ registered: 5, registrationSuccess: 1, integrationPassRate: 1, conflicts: 0 });
    expect(fleet.writes).toBe(0);
  });

  const name = fc.constantFrom(...NAMES);
  const drift = fc.oneof(
    fc.record({ kind: fc.constant('lost' as const), name }),
    fc.record({ kind: fc.constant('new-version' as const), name, version: fc.constantFrom('1.0.1', '2.0.0') }),
    fc.record({
      kind: fc.constant('wrong-endpoint' as const),
      name,
      endpoint: fc.constantFrom('health', 'api', 'mcp'),
    }),
    fc.record({ kind: fc.constant('wrong-capabilities' as const), name }),
    fc.record({ kind: fc.constant('undiscovered' as const), name }),
    fc.record({ kind: fc.constant('discovery-ghost' as const), name: fc.constantFrom('ghost', 'phantom') }),
    fc.record({ kind: fc.constant('discovery-old' as const), name }),
    fc.record({ kind: fc.constant('contested' as const), name, path: fc.constantFrom('/tasks', '/chat/:id') }),
    fc.record({ kind: fc.constant('down' as const), name }),
  );
  type Drift = typeof drift extends fc.Arbitrary<infer T> ? T : never;

  function apply(fleet: Fleet, one: Drift): void {
    const { simulated, running } = fleet;
    const record = simulated.record(one.name);
    const discovery = { services: [] as object[] };
    switch (one.kind) {
      case 'lost':
        simulated.store(one.name, undefined);
        break;
      case 'new-version':
        running[health(one.name)] = runningIn(one.version);
        break;
      case 'wrong-endpoint':
        if (!record) break;
        simulated.store(one.name, {
          ...record,
          endpoints: { ...(record.endpoints as object), [one.endpoint]: `https://old-${one.name}.test` },
        });
        break;
      case 'wrong-capabilities':
        if (record) simulated.store(one.name, { ...record, capabilities: [] });
        break;
      case 'undiscovered':
        discovery.services = simulated.records().filter((other) => other.name !== one.name);
        simulated.setDiscovery(discovery);
        break;
      case 'discovery-ghost':
        discovery.services = [...simulated.records(), { name: one.name }];
        simulated.setDiscovery(discovery);
        break;
      case 'discovery-old':
        discovery.services = simulated.records().map((other) => ({ ...other, version: '0.0.1' }));
        simulated.setDiscovery(discovery);
        break;
      case 'contested':
        simulated.addRoute(one.path, 'chitty-id');
        simulated.addRoute(one.path, one.name);
        break;
      case 'down':
        running[health(one.name)] = { verdict: 'unhealthy', detail: 'it answered 503' };
    }
  }

  test('random drifts converge within two passes, and the second writes nothing', async () => {
    let drifted = 0;
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(drift, { minLength: 1, maxLength: 6 }), async (drifts) => {
        const fleet = new Fleet(NAMES);
        for (const one of drifts) apply(fleet, one);
        const held = fleet.simulated.records().map(({ name }) => name);
        const policy = {
          mode: 'repair' as const,
          cap: 100,
          routeOwners: { '/tasks': 'chitty-id', '/chat/:id': 'chitty-id' },
        };
        const first = await fleet.pass({ policy });
        const writes = fleet.writes;
        if (writes > 0) drifted++;
        const second = await fleet.pass({ policy });
        expect(fleet.writes).toBe(writes);
        expect(second.findings).toEqual(first.findings);
        expect(second.findings.filter(({ kind }) => kind !== 'unhealthy')).toEqual([]);
        expect(first.repairs.filter(({ result }) => result !== 'done')).toEqual([]);
        for (const name of held) expect(fleet.simulated.record(String(name))).toMatchObject(FOREIGN);
        if (first.repairs.some(({ repair }) => repair.kind === 'register' && !repair.creates)) kept++;
        fleet.simulated.close();
      }),
      { numRuns: samples(200) },
    );
    expect(drifted).toBeGreaterThan(samples(180));
    expect(kept).toBeGreaterThan(samples(60));
  });

  test('policy report writes nothing to the registry, whatever it finds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(drift, { minLength: 1, maxLength: 6 }), async (drifts) => {
        const fleet = new Fleet(NAMES);
        for (const one of drifts) apply(fleet, one);
        await fleet.pass({ policy: { mode: 'report', cap: 100, routeOwners: { '/tasks': 'chitty-id' } } });
        expect(fleet.simulated.writes).toBe(0);
        const issues = fleet.tracker.writes;
        await fleet.pass({ policy: { mode: 'report', cap: 100, routeOwners: {} } });
        expect(fleet.tracker.writes).toBe(issues);
        fleet.simulated.close();
      }),
      { numRuns: samples(200) },
    );
  });

  test('repairs are capped, and the rest is left for the next pass', async () => {
    const fleet = new Fleet(NAMES);
    for (const lost of NAMES.slice(1)) fleet.simulated.store(lost, undefined);
    const policy = { mode: 'repair' as const, cap: 3, routeOwners: {} };
    const first = await fleet.pass({ policy });
    expect(first.repairs).toHaveLength(3);
    expect(first.deferred.map(({ kind }) => kind)).toEqual(['register', 'refresh-discovery']);
    expect((await fleet.pass({ policy })).healthy).toBe(true);
  });

  test('nothing is removed: what nobody declared is reported', async () => {
    const fleet = new Fleet(NAMES);
    fleet.simulated.store('stranger', { name: 'stranger', version: '1', endpoints: { health: health('stranger') } });
    const pass = await fleet.pass();
    expect(pass.findings).toContainEqual({ kind: 'unexpected', service: 'stranger', at: 'registry' });
    expect(fleet.simulated.record('stranger')).toBeDefined();
    expect(fleet.simulated.requests.filter(({ method }) => method === 'DELETE')).toEqual([]);
  });

  test('a rollout that is under way is no drift', async () => {
    const fleet = new Fleet(NAMES);
    const record = fleet.simulated.record('chitty-id');
    fleet.simulated.store('chitty-id', { ...record, version: '2.0.0', deployment: { time: '2026-11-20T11:55:00Z' } });
    fleet.simulated.refreshDiscovery();
    expect(await fleet.pass()).toMatchObject({ findings: [], repairs: [] });
    fleet.simulated.store('chitty-id', { ...record, version: '2.0.0', deployment: { time: '2026-11-20T10:00:00Z' } });
    fleet.simulated.refreshDiscovery();
    const pass = await fleet.pass();
    expect(pass.repairs[0]).toMatchObject({
      repair: { kind: 'register', service: { version: '1.0.0' } },
      result: 'done',
    });
  });

  test('a version that runs but is not the declared one is the deployment’s fault, not the registry’s', async () => {
    const fleet = new Fleet(NAMES);
    fleet.declared[0] = {
      ...fleet.declared[0],
      name: 'chitty-id',
      endpoints: fleet.declared[0]?.endpoints ?? {},
      capabilities: ['tasks'],
      version: '2.0.0',
    };
    const pass = await fleet.pass();
    expect(pass.findings).toEqual([
      {
        kind: 'stale',
        service: 'chitty-id',
        at: 'reality',
        field: 'version',
        expected: '2.0.0',
        found: '1.0.0',
        truth: 'declared',
      },
    ]);
    expect(fleet.simulated.writes).toBe(0);
  });

  test('a route claimed twice is resolved only where the policy names the owner', async () => {
    const fleet = new Fleet(NAMES);
    for (const service of ['chitty-id', 'chitty-tasks']) {
      fleet.simulated.addRoute('/tasks', service);
      fleet.simulated.addRoute('/shared', service);
    }
    fleet.simulated.addRoute('/*', 'chitty-router');
    const routeOwners = { '/tasks': 'chitty-tasks', '/shared': 'somebody-else' };
    const pass = await fleet.pass({ policy: { mode: 'repair', cap: 9, routeOwners } });
    expect(pass.repairs).toMatchObject([
      { repair: { kind: 'resolve-route', path: '/tasks', owner: 'chitty-tasks' }, result: 'done' },
    ]);
    expect(pass.findings.filter((one) => one.kind === 'conflict' && one.reason === 'same')).toMatchObject([
      { path: '/shared' },
    ]);
    expect(pass.causes.map(({ key }) => key)).toEqual(['conflict/chitty-id+chitty-tasks']);
  });

  test('a conflict that the registry reports in another form is told, and one that is not understood', async () => {
    const fleet = new Fleet(NAMES);
    const conflicts = [{ route: '/tasks', service: 'chitty-id' }, { what: 'ever' }];
    const pass = await fleet.pass({ sources: { conflicts: async () => ({ conflicts }) } });
    expect(pass.findings).toEqual([
      { kind: 'conflict', path: '/tasks', services: ['chitty-id'], reason: 'reported' },
      { kind: 'conflict', path: '{"what":"ever"}', services: [], reason: 'not-understood' },
    ]);
    expect(pass.healthy).toBe(false);
    expect(pass.causes.map(({ title }) => title)).toEqual([
      'chitty-id has routes in conflict',
      'The registry reports route conflicts',
    ]);
  });

  test('routes that are only declared conflict too, and nothing is written that could not help', async () => {
    const fleet = new Fleet(NAMES);
    fleet.declared.splice(0, 2, ...fleet.declared.slice(0, 2).map((one) => ({ ...one, routes: ['/api/tasks'] })));
    const policy = { mode: 'repair' as const, cap: 9, routeOwners: { '/api/tasks': 'chitty-id' } };
    const pass = await fleet.pass({ policy, sources: { routes: undefined } });
    expect(pass.findings).toEqual([
      { kind: 'conflict', path: '/api/tasks', services: ['chitty-id', 'chitty-router'], reason: 'same' },
    ]);
    expect(fleet.simulated.writes).toBe(0);
    fleet.declared.splice(0, 1, ...fleet.declared.slice(0, 1).map(({ routes: _routes, ...one }) => one));
    expect((await fleet.pass({ policy, sources: { routes: undefined } })).issues).toMatchObject([{ action: 'closed' }]);
  });

  test('a name that stands twice in the registry is reported, and neither record is touched', async () => {
    const fleet = new Fleet(NAMES);
    const twice = { name: 'chitty-id', version: '0.9.0', endpoints: {}, capabilities: [] };
    const registered = fleet.simulated.records().map((one) => ({ ...twice, ...one }));
    const registry = registryOver(callsTo(fleet.simulated), jumpingClock(NOW));
    const list = async () => [...registered, twice];
    const pass = await fleet.pass({ sources: { registry: { ...registry, list } } });
    expect(pass.findings).toContainEqual({ kind: 'duplicate', service: 'chitty-id', at: 'registry', count: 2 });
    expect(pass.causes.map(({ title }) => title)).toContain('chitty-id is there more than once');
    expect(fleet.simulated.writes).toBe(0);
  });
});

describe('the version that a repair writes', () => {
  /** A pass that repairs over one service that is held in 1.2.2, where its looks find these answers, the last again and again. */
  async function passOver(...bodies: readonly (readonly [type: string, body: object])[]) {
    const servers = startServers();
    let looks = 0;
    const url = await servers.http((_, response) => {
      const [type, body] = bodies[Math.min(looks++, bodies.length - 1)] ?? ['', {}];
      response.writeHead(200, { 'content-type': type }).end(JSON.stringify(body));
    });
    const fleet = new Fleet([]);
    fleet.deploy('chitty-id', '1.2.2');
    fleet.simulated.refreshDiscovery();
    const network = createNetwork({ allowPrivateNetwork: true });
    const real = healthLook({ network, clock: realClock, signal });
    const { findings, repairs } = await fleet.pass({ look: (_, timeoutMs) => real(url, timeoutMs) });
    const told = repairs.map(({ repair, result, detail = '' }) => `${repair.kind}: ${result} ${detail}`);
    const held = fleet.simulated.record('chitty-id')?.version;
    const { writes } = fleet;
    fleet.simulated.close();
    await servers.close();
    return { findings: findings.map(({ kind }) => kind), told, held, writes };
  }
  const DRAFT = 'application/health+json';
  const JSON_TYPE = 'application/json';
  const untouched = { findings: [], told: [], held: '1.2.2', writes: 0 };

  test.each<[string, string, object]>([
    ['the held one as releaseId, beside the version of the API', DRAFT, { version: '1', releaseId: '1.2.2' }],
    ['only the version of the API', DRAFT, { version: '1.3.0' }],
    ['one that cannot follow the held one', JSON_TYPE, { version: '1' }],
    ['the held one, and a release of something else', JSON_TYPE, { version: '1.2.2', releaseId: '1.9.9' }],
    ['an empty one', JSON_TYPE, { version: '' }],
  ])('is none where the answer tells %s', async (_, type, versions) => {
    expect(await passOver([type, { status: 'pass', ...versions }])).toEqual(untouched);
  });

  test('is the one that the service tells twice', async () => {
    expect(await passOver([DRAFT, { status: 'pass', version: '1', releaseId: '1.3.0' }])).toMatchObject({
      findings: [],
      told: ['register: done updated', 'refresh-discovery: done '],
      held: '1.3.0',
    });
  });

  test('is none that a second look does not confirm', async () => {
    const answer = (version: string) => [JSON_TYPE, { status: 'ok', version }] as const;
    const { told, held } = await passOver(answer('1.3.0'), answer('1.2.2'));
    expect(told[0]).toMatch(/^register: failed a second look at .* does not confirm version 1\.3\.0: version 1\.2\.2$/);
    expect(held).toBe('1.2.2');
  });
});

describe('unreachable is not absent', () => {
  const down = async (): Promise<never> => {
    throw new UserError('no connection');
  };

  test.each(['discovery', 'routes', 'proxies'] as const)(
    'without %s nothing is said to be missing from it',
    async (source) => {
      const fleet = new Fleet(NAMES);
      const pass = await fleet.pass({ sources: { [source]: down } });
      expect(pass.findings).toEqual([{ kind: 'unreachable', source, detail: 'no connection' }]);
      expect(pass.healthy).toBe(false);
      expect(fleet.simulated.writes).toBe(0);
    },
  );

  test('without the registry nothing is repaired and no issue is closed', async () => {
    const fleet = new Fleet(NAMES);
    fleet.running[health('chitty-id')] = { verdict: 'unhealthy', detail: 'it answered 500' };
    await fleet.pass();
    fleet.running[health('chitty-id')] = { verdict: 'healthy', detail: '' };
    for (let i = 0; i < 3; i++) {
      fleet.simulated.faults.push({
        method: 'GET',
        path: '/api/services',
        when: 'before-effect',
        answer: { status: 500, headers: {}, body: '' },
      });
    }
    const pass = await fleet.pass();
    expect(kinds(pass.findings)).toEqual(['unreachable']);
    expect(pass.issues).toMatchObject([{ action: 'opened' }, { action: 'kept', number: 1 }]);
    expect(fleet.simulated.writes).toBe(0);
    expect((await fleet.pass()).issues).toMatchObject([{ action: 'closed' }, { action: 'closed' }]);
  });

  test('a service that does not answer stays registered', async () => {
    const fleet = new Fleet(NAMES);
    fleet.running[health('chitty-id')] = { verdict: 'unhealthy', detail: 'no connection' };
    await fleet.pass();
    expect(fleet.simulated.writes).toBe(0);
  });

  test('a service that cannot be probed is not healthy by accident', async () => {
    const fleet = new Fleet(NAMES);
    fleet.simulated.store('chitty-id', { ...fleet.simulated.record('chitty-id'), endpoints: {} });
    const pass = await fleet.pass({
      policy: { mode: 'report', cap: 0, routeOwners: {} },
      sources: { declared: undefined },
    });
    expect(pass.findings).toContainEqual(
      expect.objectContaining({ kind: 'unhealthy', detail: 'it has no health endpoint' }),
    );
  });

  test('a pass without time to look is not healthy, and closes nothing', async () => {
    const fleet = new Fleet(['a', 'b', 'c']);
    fleet.running['https://a.test/health'] = { verdict: 'unhealthy', detail: 'it answered 500' };
    await fleet.pass();
    const look = async () => ({ verdict: 'inconclusive', detail: 'no time was left', unseen: true }) as const;
    const { healthy, causes, findings, issues } = await fleet.pass({ look });
    expect({ healthy, causes: causes.map(({ key }) => key) }).toEqual({ healthy: false, causes: ['unseen'] });
    expect(findings.map((one) => one.kind === 'unseen' && `${one.via} ${one.service}`)).toEqual([
      ...['direct a', 'direct b', 'direct c'],
    ]);
    expect(issues.map(({ cause, action }) => [cause, action])).toEqual([
      ['unseen', 'opened'],
      ['service/a', 'kept'],
    ]);
    fleet.simulated.close();
  });

  test('an empty registry is one trouble, told clearly', async () => {
    const fleet = new Fleet([]);
    const pass = await fleet.pass({ sources: { declared: undefined } });
    expect(pass.healthy).toBe(false);
    expect(pass.causes.map(({ title }) => title)).toEqual(['The registry holds no service']);
    expect(pass.metrics).toMatchObject({ registrationSuccess: 0, integrationPassRate: 0 });
  });

  test('a discovery document that is none is not an empty one', async () => {
    const fleet = new Fleet(NAMES);
    const pass = await fleet.pass({ sources: { discovery: async () => ({ hello: 'world', services: 3 }) } });
    expect(pass.findings).toMatchObject([
      { kind: 'unreachable', source: 'discovery', detail: expect.stringContaining('names no services') },
    ]);
  });
});

describe('issues', () => {
  test('N failures with one cause make one issue: opened, left alone, updated, closed', async () => {
    const fleet = new Fleet(NAMES);
    const { tracker, running } = fleet;
    for (const name of NAMES)
      running[health(name)] = { verdict: 'unhealthy', detail: 'no connection (timeout after 5003 ms)' };
    expect((await fleet.pass()).issues).toMatchObject([{ action: 'opened', number: 1 }]);
    for (const name of NAMES)
      running[health(name)] = { verdict: 'unhealthy', detail: 'no connection (timeout after 5011 ms)' };
    expect((await fleet.pass()).issues).toMatchObject([{ action: 'unchanged', number: 1 }]);
    expect(tracker.writes).toBe(1);
    for (const name of NAMES) running[health(name)] = { verdict: 'unhealthy', detail: 'it answered 502' };
    expect((await fleet.pass()).issues).toMatchObject([{ action: 'updated', number: 1 }]);
    for (const name of NAMES) running[health(name)] = { verdict: 'healthy', detail: '' };
    expect((await fleet.pass()).issues).toMatchObject([{ action: 'closed', number: 1 }]);
    expect(tracker.issues.map(({ open }) => open)).toEqual([false]);
    const { writes } = tracker;
    await fleet.pass();
    expect(tracker.writes).toBe(writes);
  });

  test('services on a host that is down share an issue; another service has its own', async () => {
    const fleet = new Fleet(NAMES);
    const shared = 'https://gateway.test';
    for (const name of ['chitty-id', 'chitty-log']) {
      const endpoints = { health: `${shared}/${name}` };
      const index = fleet.declared.findIndex((one) => one.name === name);
      fleet.declared[index] = { name, endpoints, capabilities: ['tasks'] };
      fleet.simulated.store(name, { ...fleet.simulated.record(name), endpoints });
    }
    fleet.simulated.refreshDiscovery();
    fleet.running[health('chitty-chat')] = { verdict: 'unhealthy', detail: 'it answered 500' };
    await fleet.pass();
    expect(fleet.tracker.issues.map(({ title }) => title).sort()).toEqual([
      'No service at https://gateway.test is healthy',
      'chitty-chat is not healthy',
    ]);
  });

  test('what follows from an unhealthy service is told in its issue', async () => {
    const fleet = new Fleet(NAMES);
    fleet.simulated.addProxy('chitty-id', 'https://proxy.test/chitty-id', 'https://chitty-id.test');
    fleet.running[health('chitty-id')] = { verdict: 'unhealthy', detail: 'it answered 500' };
    const pass = await fleet.pass();
    expect(pass.causes.map(({ key, findings }) => [key, findings.length])).toEqual([['service/chitty-id', 2]]);
  });

  test('hostile names stay text: no comment ends, nobody is pinged', async () => {
    const fleet = new Fleet([]);
    const name = 'x --> @team <img src=x> | `';
    fleet.simulated.store(name, { name, version: '1', endpoints: { health: 'https://x.test' } });
    const first = await fleet.pass({ sources: { declared: undefined } });
    expect(first.issues.map(({ action }) => action)).toContain('opened');
    const again = await fleet.pass({ sources: { declared: undefined } });
    expect(again.issues.every(({ action }) => action === 'unchanged')).toBe(true);
    for (const { title, body } of fleet.tracker.issues) {
      expect(body.split('\n')[0]).toMatch(/^<!-- [^>]* -->$/);
      expect(body.replace(/`+[^`\n]*`+/g, '')).not.toMatch(/@team|<img/);
      expect(title).not.toContain('@team');
    }
  });

  test('one that cannot be written keeps no other from being written, and is told', async () => {
    const fleet = new Fleet(['a', 'b']);
    const { tracker } = fleet;
    const { causes } = await fleet.pass({
      policy: { mode: 'report', routeOwners: {}, cap: 0 },
      look: async (url) => ({ verdict: 'unhealthy', detail: `${url} answered 500`, versions: [] }),
      dryRun: true,
    });
    const refusing = {
      ...tracker,
      async create(issue: { title: string; body: string }) {
        if (issue.title.startsWith('a ')) throw new UserError('403: issues: write is missing');
        return tracker.create(issue);
      },
    };
    const kept = await keepIssues(refusing, causes, { canTell: () => true, dryRun: false, runUrl: undefined });
    expect(kept.failures).toEqual(['403: issues: write is missing']);
    expect(kept.changes).toEqual([{ cause: 'service/b', action: 'opened', number: 1 }]);
    fleet.simulated.close();
  });

  test('two issues for one cause become one', async () => {
    const fleet = new Fleet(NAMES);
    fleet.running[health('chitty-id')] = { verdict: 'unhealthy', detail: 'it answered 500' };
    await fleet.pass();
    const [issue] = fleet.tracker.issues;
    await fleet.tracker.create({ title: 'twin', body: issue?.body ?? '' });
    expect((await fleet.pass()).issues).toMatchObject([
      { action: 'unchanged', number: 1 },
      { action: 'closed', number: 2 },
    ]);
  });

  test('a dry run writes neither repairs nor issues', async () => {
    const fleet = new Fleet(NAMES);
    fleet.simulated.store('chitty-id', undefined);
    fleet.running[health('chitty-log')] = { verdict: 'unhealthy', detail: 'down' };
    const pass = await fleet.pass({ dryRun: true });
    expect(pass.repairs.map(({ result }) => result)).toEqual(['planned', 'planned']);
    expect(fleet.writes).toBe(0);
  });
});
