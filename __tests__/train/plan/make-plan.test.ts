import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fillIn } from '../../../src/train/manifest/interpolate.ts';
import type { Component } from '../../../src/train/manifest/manifest.ts';
import { canonical, type Plan } from '../../../src/train/plan/plan.ts';
import { reached } from '../../support/reached.ts';
import { type Asked, acyclicGraph, component, current, hostileText, manifest, planFor } from '../samples.ts';

const inputs = { version: '{version}', deps: '{dependency-versions}', nonce: '{nonce}', type: '{release-type}' };
const npm = (id: string) => ({ package: { npm: `@acme/${id}` }, inputs });
const product = manifest(
  [
    component('web', { ...npm('web'), needs: ['api'] }),
    component('api', { ...npm('api'), needs: ['core'] }),
    component('core', npm('core')),
    component('backend', {
      inputs: { url: '{environment.url}', version: '{version}', was: '{previous-version}' },
      health: [{ url: '{environment.url}/health', 'expect-version': '{version}' }],
      rollback: { workflow: 'rollback.yml', ref: 'main', inputs: { version: '{previous-version}' } },
    }),
  ],
  {
    environments: [
      { id: 'production', values: { url: 'https://api.test' }, healthTimeoutMs: 90_000, rollback: true },
      { id: 'bare', values: {}, healthTimeoutMs: 30_000, rollback: false },
    ],
    canary: { components: ['backend', 'web'], bakeMs: 600_000 },
  },
);
const currentVersions = current({ core: '1.0.0', api: '2.0.0', web: '3.0.0', backend: '4.0.0' });
const release: Asked = { packages: ['core', 'api', 'web'], releaseType: 'minor', currentVersions };
const deploy: Asked = { packages: ['backend'], environment: 'production', currentVersions };

function planned(request: Asked, of = product): Plan {
  const result = planFor(of, request);
  if ('faults' in result) throw new Error(result.faults.map(({ message }) => message).join('\n'));
  return result.plan;
}

function faults(request: Asked, of = product): string[] {
  const result = planFor(of, request);
  return 'faults' in result ? result.faults.map(({ message }) => message) : [];
}

describe('a plan', () => {
  test('puts components into dependency order and fills in what is known', () => {
    const { components, waves } = planned(release);
    expect(waves).toEqual([['core'], ['api'], ['web']]);
    expect(components.map(({ id, version, previousVersion }) => [id, version, previousVersion])).toEqual([
      ['core', '1.1.0', '1.0.0'],
      ['api', '2.1.0', '2.0.0'],
      ['web', '3.1.0', '3.0.0'],
    ]);
    expect(components[2]?.inputs).toEqual({
      version: '3.1.0',
      deps: '{"@acme/api":"2.1.0","@acme/core":"1.1.0"}',
      nonce: '{nonce}',
      type: 'minor',
    });
  });

  test('takes what is not selected as satisfied, and says what is left out', () => {
    const result = planFor(product, { ...release, packages: ['web'] });
    expect(result).toMatchObject({
      leftOut: ['api', 'core', 'backend'],
      plan: { waves: [['web']], components: [{ needs: [], inputs: { deps: '{}' } }] },
    });
  });

  test('of a deployment takes existing versions, the environment, and what to go back to', () => {
    const deployedVersions = new Map([['backend', '3.9.0']]);
    expect(planned({ ...deploy, deployedVersions })).toMatchObject({
      environment: 'production',
      rollback: true,
      components: [
        {
          version: '4.0.0',
          previousVersion: '3.9.0',
          inputs: { url: 'https://api.test', version: '4.0.0', was: '3.9.0' },
          health: [{ url: 'https://api.test/health', 'expect-version': '4.0.0' }],
          rollback: {
            ...{ workflow: 'rollback.yml', inputs: { version: '3.9.0' } },
            health: [{ url: 'https://api.test/health', 'expect-version': '3.9.0' }],
          },
          gateTimeout: 90_000,
        },
      ],
    });
  });

  test('of a rollback whose version nobody knows asks for no version afterwards', () => {
    const rollback = { workflow: 'rollback.yml', inputs: {} };
    const health = [
      { url: '{environment.url}/health', 'expect-version': '{version}' },
      { url: '{environment.url}/v/{version}' },
    ];
    const unknown = manifest([component('backend', { inputs: {}, health, rollback })], {
      environments: [{ id: 'bare', values: { url: 'https://b.test' }, healthTimeoutMs: 1, rollback: true }],
    });
    expect(planned({ ...deploy, environment: 'bare' }, unknown).components[0]?.rollback).toEqual({
      ...{ ...rollback, ref: 'main' },
      health: [{ url: 'https://b.test/health' }],
    });
  });

  test('with an environment and a release type makes new versions', () => {
    const { components } = planned({ ...deploy, releaseType: 'minor' });
    expect(components).toMatchObject([{ version: '4.1.0', previousVersion: '4.0.0' }]);
  });

  test('of a first deployment has no rollback, with a warning', () => {
    const result = planFor(product, deploy);
    expect(result).toMatchObject({
      warnings: [{ message: expect.stringContaining('no previous version is known, so it cannot be rolled back') }],
    });
    expect('plan' in result && result.plan.components[0]?.rollback).toBeUndefined();
  });

  test.each([
    ['sequential', { strategy: 'sequential' }, { strategy: 'sequential', maxParallel: 1 }],
    ['sequential, wider', { strategy: 'sequential', maxParallel: 4 }, { strategy: 'sequential', maxParallel: 4 }],
    ['parallel', { strategy: 'parallel', maxParallel: 4 }, { strategy: 'parallel', maxParallel: 4 }],
    ['canary', { strategy: 'canary' }, { strategy: 'canary', canary: { components: ['web'], bake: 600_000 } }],
  ] as const)('has its strategy as data: %s', (_, request, expected) => {
    expect(planned({ ...release, ...request })).toMatchObject(expected);
  });

  test('waits half an hour for a package to be served, unless told otherwise', () => {
    const own = manifest([component('a', { ...npm('a'), gateTimeoutMs: 5_000 }), component('b', npm('b'))]);
    const { components } = planned(
      { packages: 'all', releaseType: 'patch', currentVersions: current({ a: '1.0.0', b: '1.0.0' }) },
      own,
    );
    expect(components.map(({ gateTimeout }) => gateTimeout)).toEqual([5_000, 1_800_000]);
  });
});

describe('no plan is made', () => {
  test.each([
    [
      'of an unknown environment',
      { ...deploy, environment: 'prodution' },
      /no environment "prodution"; did you mean "production"/,
    ],
    [
      'of an environment that lacks a value',
      { ...deploy, environment: 'bare' },
      /\{environment.url\} .* environment bare does not define url/,
    ],
    [
      'of texts that need an environment, without one',
      { ...deploy, environment: undefined, releaseType: 'patch' },
      /no environment is chosen/,
    ],
    [
      'of a canary that is not selected',
      { ...release, packages: ['core'], strategy: 'canary' },
      /none of canary.components \(backend and web\) is selected/,
    ],
    ['of nothing', { ...release, packages: [] }, /selects nothing/],
  ] as const)('%s', (_, { environment, ...request }, message) => {
    expect(faults({ ...request, ...(environment && { environment }) } as Asked).join('\n')).toMatch(message);
  });

  test('where faults of several kinds come together, and all are told', () => {
    const request: Asked = {
      ...release,
      environment: 'nowhere',
      strategy: 'canary',
      versions: { nope: '1.0.0' },
      packages: ['core'],
    };
    expect(faults(request)).toHaveLength(3);
  });

  test('where inputs are longer than GitHub takes', () => {
    const many = Array.from({ length: 2_000 }, (_, index) =>
      component(`c${index}`, { package: { npm: `@acme/component-number-${index}` } }),
    );
    const last = component('last', { ...npm('last'), needs: many.map(({ id }) => id) });
    const versions = current(Object.fromEntries([...many, last].map(({ id }) => [id, '1.0.0'])));
    const request: Asked = { packages: 'all', releaseType: 'patch', currentVersions: versions };
    expect(faults(request, manifest([...many, last]))).toEqual([
      expect.stringContaining('longer than the 65535 characters'),
    ]);
  });

  test('where versions would not be compatible; a planned version counts before a current one', () => {
    const pair = manifest([
      component('server', npm('server')),
      component('client', { ...npm('client'), compatible: { server: '^1.0.0' } }),
    ]);
    const now = current({ server: '1.9.0', client: '1.0.0' });
    const request: Asked = { packages: 'all', releaseType: 'minor', currentVersions: now };
    expect(faults(request, pair)).toEqual([]);
    expect(faults({ ...request, versions: { server: '2.0.0' } }, pair)).toEqual([
      expect.stringContaining('Component client works with server "^1.0.0", but server would be at 2.0.0.'),
    ]);
    expect(
      faults(
        { ...request, packages: ['client'], currentVersions: current({ server: '0.9.0', client: '1.0.0' }) },
        pair,
      ),
    ).toHaveLength(1);
    expect(
      planFor(pair, { ...request, packages: ['client'], currentVersions: current({ client: '1.0.0' }) }),
    ).toMatchObject({
      warnings: [{ message: expect.stringContaining('cannot be told: no version of it is known') }],
    });
  });
});

describe('canonical', () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, item]) => [key, shuffled(item)]),
    );
  };

  test('is the same text for the same plan, whatever the order of its keys', () => {
    const plan = planned(release);
    const other = shuffled(plan) as Plan;
    expect(Object.keys(other)).not.toEqual(Object.keys(plan));
    expect(canonical(other)).toBe(canonical(plan));
    expect(JSON.parse(canonical(plan))).toEqual(plan);
  });

  test('differs where anything differs', () => {
    expect(canonical(planned(release))).not.toBe(canonical(planned({ ...release, releaseType: 'patch' })));
  });
});

test('every plan keeps all needs inside it, earlier than what needs them', () => {
  const needed = reached({ inside: 50, 'left out': 50 });
  fc.assert(
    fc.property(acyclicGraph, fc.infiniteStream(fc.boolean()), (nodes, coins) => {
      const whole = manifest(nodes.map(({ id, needs }) => component(id, { needs })));
      const packages = nodes.map(({ id }) => id).filter(() => coins.next().value);
      fc.pre(packages.length > 0);
      const { components, waves } = planned({ packages, currentVersions: new Map() }, whole);
      const ids = components.map(({ id }) => id);
      expect(waves.flat()).toEqual(ids);
      expect([...ids].sort()).toEqual([...packages].sort());
      for (const [index, { needs }] of components.entries()) {
        for (const need of needs) expect(ids.slice(0, index)).toContain(need);
        needed.met('inside', needs.length);
      }
      const all = nodes.filter(({ id }) => packages.includes(id)).flatMap((node) => node.needs);
      needed.met('left out', all.filter((need) => !packages.includes(need)).length);
    }),
  );
  needed.verify();
});

test('what an environment says reaches the workflow letter by letter, even where it looks like a placeholder', () => {
  fc.assert(
    fc.property(hostileText, (url) => {
      const environments = [{ id: 'odd', values: { url }, healthTimeoutMs: 1, rollback: false }];
      const { components } = planned({ ...deploy, environment: 'odd' }, { ...product, environments });
      expect(fillIn(components[0]?.inputs.url ?? '', { nonce: 'N', train: 'T' })).toBe(url);
    }),
  );
});

describe('what planning costs grows with the manifest alone', () => {
  /** How often planning reads something of a component. Half of them share one version; each needs up to two before it. */
  function reads(count: number): number {
    let seen = 0;
    const counting: ProxyHandler<Component> = {
      get(of, name) {
        seen += 1;
        return Reflect.get(of, name);
      },
    };
    const ids = Array.from({ length: count }, (_, index) => `c${index}`);
    const components = ids.map((id, index) => {
      const needs = [index - 1, index - 7].flatMap((need) => (index % 5 === 0 ? [] : (ids[need] ?? [])));
      const group = index % 2 === 0 ? { group: 'even' } : {};
      return new Proxy(component(id, { package: { npm: id }, ...group, needs }), counting);
    });
    const whole = manifest(components, { groups: [{ id: 'even', version: 'shared' }] });
    const versions = current(Object.fromEntries(ids.map((id) => [id, '1.0.0'])));
    expect(
      planned({ packages: 'all', releaseType: 'patch', currentVersions: versions }, whole).components,
    ).toHaveLength(count);
    return seen;
  }

  test('twice the components are read twice as often', () => {
    expect(reads(400) / reads(200)).toBeLessThan(2.1);
  });
});
