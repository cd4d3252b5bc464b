import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Manifest } from '../../../src/train/manifest/manifest.ts';
import type { Plan, PlannedComponent } from '../../../src/train/plan/plan.ts';
import { planDifferences, strangeRepositories } from '../../../src/train/plan/plan-differences.ts';
import { RELEASE_TYPES } from '../../../src/train/plan/version-text.ts';
import { type Asked, acyclicGraph, component, current, manifest, planFor } from '../samples.ts';

const inputs = { version: '{version}', deps: '{dependency-versions}', nonce: '{nonce}', type: '{release-type}' };
const product = manifest(
  [
    component('core', { package: { npm: '@acme/core' }, inputs }),
    component('web', { package: { npm: '@acme/web' }, inputs, needs: ['core'] }),
    component('backend', {
      dispatch: { eventType: 'deploy' },
      inputs: { url: '{environment.url}', version: '{version}' },
      health: [{ url: '{environment.url}/health', 'expect-version': '{version}' }],
      rollback: { workflow: 'rollback.yml', ref: 'main', inputs: { version: '{previous-version}' } },
    }),
  ],
  {
    environments: [{ id: 'production', values: { url: 'https://api.test' }, healthTimeoutMs: 90_000, rollback: true }],
  },
);
const currentVersions = current({ core: '1.0.0', web: '3.0.0', backend: '4.0.0' });
const release: Asked = { packages: ['core', 'web'], releaseType: 'minor', currentVersions };
const deploy: Asked = {
  ...{ packages: ['backend'], environment: 'production', currentVersions },
  deployedVersions: new Map([['backend', '3.9.0']]),
};
const back: Asked = {
  ...{ ...deploy, versions: { backend: '3.8.0' } },
  earlierVersions: new Map([['backend', { leaves: '3.9.0', earlier: ['3.8.0'] }]]),
};

function planned(request: Asked, of: Manifest = product): Plan {
  const result = planFor(of, request);
  if ('faults' in result) throw new Error(result.faults.map(({ message }) => message).join('\n'));
  return result.plan;
}

describe('a plan that the manifest makes has no differences', () => {
  test.each([
    ['a release', release],
    ['with given versions', { packages: ['core', 'web'], currentVersions, versions: { core: '9.9.9', web: '8.0.0' } }],
    ['a deployment', deploy],
    ['of a commit', { ...deploy, versions: { backend: 'a'.repeat(40) } }],
    ['of one component', { ...release, packages: ['web'] }],
    ['back to what was good before', back],
    ['back, and returned if that fails', { ...back, rollback: true }],
    ['by another strategy', { ...release, strategy: 'sequential', maxParallel: 1, onFailure: 'halt' }],
  ] as [string, Asked][])('%s', (_, request) => {
    expect(planDifferences(planned(request), product)).toEqual([]);
  });

  test.each([true, false])('of a deployment that was started with rollback: %s', (rollback) => {
    expect(planDifferences({ ...planned(deploy), rollback }, product)).toEqual([]);
  });

  test('also after its patience was changed', () => {
    const patient = {
      ...product,
      components: product.components.map((one) => ({ ...one, timeoutMs: 1, gateTimeoutMs: 2 })),
    };
    expect(planDifferences(planned(release), patient)).toEqual([]);
  });

  test('whatever the graph, the selection and the kind of release', () => {
    fc.assert(
      fc.property(
        acyclicGraph,
        fc.constantFrom(...RELEASE_TYPES),
        fc.infiniteStream(fc.boolean()),
        (nodes, type, takes) => {
          const components = nodes.map(({ id, needs }) => component(id, { needs, package: { npm: id }, inputs }));
          const chosen = nodes.filter(() => takes.next().value).map(({ id }) => id);
          const of = manifest(components);
          const versions = current(Object.fromEntries(nodes.map(({ id }) => [id, '1.2.3'])));
          const packages = chosen.length > 0 ? chosen : ['all'];
          expect(planDifferences(planned({ packages, releaseType: type, currentVersions: versions }, of), of)).toEqual(
            [],
          );
        },
      ),
    );
  });
});

describe('what somebody else wrote into a plan is found and named', () => {
  const forged = (request: Asked, changes: Partial<PlannedComponent>, index = 0): string[] => {
    const plan = planned(request);
    const components = plan.components.map((one, at) => (at === index ? { ...one, ...changes } : one));
    return planDifferences({ ...plan, components }, product);
  };

  test.each([
    [
      'repository',
      { repository: 'evil/core' },
      'core: its repository is "evil/core", the manifest makes it "acme/core"',
    ],
    ['workflow', { dispatch: { workflow: 'evil.yml' } }, 'core: its dispatch is {"workflow":"evil.yml"}'],
    ['event', { dispatch: { eventType: 'evil' } }, 'core: its dispatch is {"eventType":"evil"}'],
    ['ref', { ref: 'evil' }, 'core: its ref is "evil", the manifest makes it "main"'],
    ['an input', { inputs: { ...inputs, version: '6.6.6' } }, 'core: its inputs is {'],
    ['a gate', { package: { npm: 'other' } }, 'core: its package is {"npm":"other"}'],
    ['a rollback', { rollback: { workflow: 'evil.yml', ref: 'main', inputs: {} } }, 'core: its rollback is {'],
    ['a component', { id: 'evil' }, 'evil: the manifest has no such component'],
    ['a version that is none', { version: '$(id)' }, 'core: "$(id)" is no version'],
    ['an earlier version that is none', { previousVersion: '$(id)' }, 'core: "$(id)" is no version'],
    ['a field of theirs', { shell: 'id' } as object, 'core: its shell is "id", the manifest makes it nothing'],
  ] as [string, Partial<PlannedComponent>, string][])('%s', (_, changes, message) => {
    expect(forged(release, changes).join('\n')).toContain(message);
  });

  test('an order that lets a component start too early', () => {
    expect(forged(release, { needs: [] }, 1)).toEqual(['web: its needs is nothing, the manifest makes it core']);
  });

  test('a health check that looks elsewhere', () => {
    expect(forged(deploy, { health: [] })[0]).toMatch(/^backend: its health is nothing, the manifest makes it \[/);
  });

  test("an environment, or a name, that is not the manifest's; a rollback that it does not allow", () => {
    const plan = planned(deploy);
    expect(planDifferences({ ...plan, environment: 'evil' }, product)).toEqual([
      'the manifest has no environment "evil"',
    ]);
    expect(planDifferences({ ...planned(release), rollback: true }, product)).toEqual([
      'it says rollback: true, but a release is never rolled back',
    ]);
    expect(planDifferences({ ...plan, name: 'other' }, product)).toEqual([
      'it is a plan of "other", and the manifest is "sample"',
    ]);
  });
});

test("to cancel, only the repositories have to be the manifest's", () => {
  const plan = planned(release);
  const changed = { ...product, components: product.components.map((one) => ({ ...one, inputs: {}, ref: 'next' })) };
  expect(strangeRepositories(plan, changed)).toEqual([]);
  const components = plan.components.map((one) => ({ ...one, repository: 'evil/core' }));
  expect(strangeRepositories({ ...plan, components }, product)[0]).toBe(
    'core: its repository is "evil/core", the manifest has "acme/core"',
  );
});
