import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import semver from 'semver';
import type { CurrentVersion } from '../../../src/train/plan/existing-versions.ts';
import { exactVersion, RELEASE_TYPES, symbolicVersions } from '../../../src/train/plan/version-text.ts';
import { versionsNeeded } from '../../../src/train/plan/versioned.ts';
import { reached } from '../../support/reached.ts';
import { type Asked, component, current, manifest, selectionOf, versionsFor } from '../samples.ts';

const npm = (id: string) => ({ package: { npm: id } });
const sample = manifest(
  [
    component('core', { ...npm('core'), group: 'eda' }),
    component('server', { ...npm('server'), group: 'eda' }),
    component('tool', npm('tool')),
    component('docs'),
  ],
  {
    groups: [{ id: 'eda', version: 'shared' }],
    environments: [{ id: 'production', values: {}, healthTimeoutMs: 1, rollback: false }],
  },
);
const found = current({ core: '1.2.3', server: '1.4.0', tool: '0.3.0' });
const all = ['core', 'server', 'tool', 'docs'];

function plan(request: Partial<Asked>, selected = all) {
  const result = versionsFor(sample, { packages: selected, currentVersions: found, ...request });
  if (result.faults.length > 0) return { faults: result.faults.map(({ message }) => message) };
  return Object.fromEntries([...result.versions].map(([id, { version }]) => [id, version]));
}

describe('a release', () => {
  test.each([
    ['patch', undefined, { core: '1.4.1', server: '1.4.1', tool: '0.3.1' }],
    ['minor', undefined, { core: '1.5.0', server: '1.5.0', tool: '0.4.0' }],
    ['major', undefined, { core: '2.0.0', server: '2.0.0', tool: '1.0.0' }],
    ['prerelease', 'beta', { core: '1.4.1-beta.0', server: '1.4.1-beta.0', tool: '0.3.1-beta.0' }],
    ['preminor', 'rc', { core: '1.5.0-rc.0', server: '1.5.0-rc.0', tool: '0.4.0-rc.0' }],
    ['premajor', undefined, { core: '2.0.0-0', server: '2.0.0-0', tool: '1.0.0-0' }],
  ] as const)('of type %s %s raises every current version, a shared group as one', (releaseType, id, versions) => {
    expect(plan({ releaseType, ...(id && { prereleaseId: id }) })).toEqual(versions);
  });

  test('of one member of a shared group starts from the highest of all members', () => {
    expect(plan({ releaseType: 'patch' }, ['core'])).toEqual({ core: '1.4.1' });
  });

  test("takes explicit versions first; one for a member is its group's", () => {
    const versions = { core: '2.0.0', tool: '0.9.0' };
    expect(plan({ releaseType: 'patch', versions })).toEqual({ core: '2.0.0', server: '2.0.0', tool: '0.9.0' });
    expect(plan({ versions })).toEqual({ core: '2.0.0', server: '2.0.0', tool: '0.9.0' });
  });

  test("of a new member of a shared group gives it the group's version", () => {
    expect(plan({ releaseType: 'patch', currentVersions: current({ server: '1.4.0', tool: '0.3.0' }) })).toMatchObject({
      core: '1.4.1',
    });
  });

  test('of a repository with too many tags wants a version, and takes it, unless it is served', () => {
    const uncounted = 'acme/tool has 5,000 tags or more, too many to read: give its version in versions.';
    const tool: CurrentVersion = { versions: ['0.3.0'], served: ['0.3.0'], source: 'the registry', uncounted };
    const currentVersions = new Map([...found, ['tool', tool] as const]);
    expect(plan({ releaseType: 'patch', currentVersions }, ['tool'])).toEqual({
      faults: [`Component tool: ${uncounted}`],
    });
    expect(plan({ versions: { tool: '0.4.0' }, currentVersions }, ['tool'])).toEqual({ tool: '0.4.0' });
    expect(plan({ versions: { tool: '0.3.0' }, currentVersions }, ['tool'])).toEqual({
      faults: [expect.stringContaining('0.3.0 for tool is not above its current version 0.3.0')],
    });
    const hidden: CurrentVersion = { versions: [], source: '', uncounted };
    const bare = new Map([...found, ['tool', hidden] as const]);
    expect(plan({ versions: { tool: '9.0.0' }, currentVersions: bare }, ['tool'])).toEqual({ tool: '9.0.0' });
  });

  test('for the first time needs an explicit version, and says where it looked', () => {
    const currentVersions = new Map([
      ...found,
      ['tool', { lookedIn: ['the registry for "tool"', 'package.json'] }],
    ] as const);
    expect(plan({ releaseType: 'patch', currentVersions })).toEqual({
      faults: [
        'Component tool: no current version was found (looked in the registry for "tool" and package.json). If this is its first release, give its version: versions: { tool: 1.0.0 }.',
      ],
    });
    expect(plan({ releaseType: 'patch', currentVersions, versions: { tool: '0.1.0' } })).toMatchObject({
      tool: '0.1.0',
    });
  });

  test('reports everything that is wrong with versions before anything is looked up', () => {
    const versions = { core: 'v2.0.0', nope: '1.0.0', tol: '1.0.0', eda: '1.0.0', server: '1.x' };
    expect(plan({ releaseType: 'patch', versions })).toEqual({
      faults: [
        expect.stringContaining('the manifest has no component "nope". Known: core, server, tool and docs.'),
        expect.stringContaining('no component "tol"; did you mean "tool"?'),
        expect.stringContaining('"eda" is a group; name its components.'),
        expect.stringContaining('"v2.0.0" for core is not SemVer; did you mean 2.0.0?'),
        expect.stringContaining('"1.x" for server is not SemVer; expected a version such as'),
        expect.stringContaining('core is given v2.0.0 and server 1.x, but the group eda releases under one version'),
      ],
    });
  });

  test('never proposes a first version where something was seen, may be hidden, or could not be read', () => {
    const told = (tool: CurrentVersion) =>
      plan({ releaseType: 'patch', currentVersions: new Map([...found, ['tool', tool]]) });
    const lookedIn = ['the tags of acme/tool'];
    expect(told({ lookedIn, seen: ['the tag 2026.01.15'] })).toEqual({
      faults: [
        'Component tool: there is the tag 2026.01.15, but no version can be read from that (looked in the tags of acme/tool). ' +
          'Say the form of its tags (tag: "v{version}"), or give its version: versions: { tool: … }, above what exists.',
      ],
    });
    expect(told({ lookedIn, hidden: 'the token may not see acme/tool' })).toEqual({
      faults: [expect.stringMatching(/but the token may not see acme\/tool\. Give the job access, .*tool: … }/)],
    });
    expect(told({ versions: ['1.0.0'], source: 'a tag', unread: ['2026.01.15'] })).toEqual({
      faults: [expect.stringContaining('there is 2026.01.15, above every version that is known')],
    });
    expect(told({ fault: 'Component tool: the registry is down.' })).toEqual({ core: '1.4.1', server: '1.4.1' });
    expect(
      plan({
        releaseType: 'patch',
        versions: { tool: '3.0.0' },
        currentVersions: new Map([...found, ['tool', { lookedIn, seen: ['x'] }]]),
      }),
    ).toMatchObject({ tool: '3.0.0' });
  });

  test('of a maintenance line goes on where the line stopped, and does not leave it', () => {
    const old = manifest([component('tool', { ...npm('tool'), line: '1.x' })]);
    const ask = (request: Partial<Asked>, versions = ['1.9.5', '2.1.0']) =>
      versionsFor(old, {
        packages: 'all',
        currentVersions: new Map([['tool', { versions, source: 'npm' }]]),
        ...request,
      });
    expect(ask({ releaseType: 'patch' }).versions.get('tool')).toEqual({ version: '1.9.6', from: '1.9.5' });
    expect(ask({ versions: { tool: '1.10.0' } }).versions.get('tool')).toEqual({ version: '1.10.0', from: '1.9.5' });
    const message = (request: Partial<Asked>, versions?: string[]) =>
      ask(request, versions).faults.map((one) => one.message);
    expect(message({ releaseType: 'major' })).toEqual([
      expect.stringContaining('makes 2.0.0, which is not of its line 1.x'),
    ]);
    expect(message({ versions: { tool: '2.2.0' } })).toEqual([
      'Input versions: 2.2.0 for tool is not of its line 1.x.',
    ]);
    expect(message({ releaseType: 'patch' }, ['2.1.0'])).toEqual([
      expect.stringContaining('no version of its line 1.x is known. The highest is 2.1.0'),
    ]);
  });

  test('may be asked for again where a failed release left its tag and no package', () => {
    const currentVersions = new Map([
      ...found,
      ['tool', { versions: ['0.3.0', '0.4.0'], served: ['0.3.0'], source: 'x' }],
    ] as const);
    expect(plan({ releaseType: 'patch', currentVersions, versions: { tool: '0.4.0' } })).toMatchObject({
      tool: '0.4.0',
    });
    expect(plan({ releaseType: 'patch', currentVersions })).toMatchObject({ tool: '0.4.1' });
    expect(plan({ versions: { core: '2.0.0', tool: '0.3.0' }, currentVersions })).toEqual({
      faults: ['Input versions: 0.3.0 for tool is not above its current version 0.3.0.'],
    });
  });

  test.each([
    [
      "not above the group's highest",
      { versions: { core: '1.3.0', tool: '0.4.0' } },
      /1\.3\.0 for core is not above .* group eda, 1\.4\.0/,
    ],
    [
      'of a component that is not selected',
      { versions: { docs: '1.0.0' } },
      /docs is given "1\.0\.0", but packages does not select it/,
    ],
    [
      'without a release type',
      {},
      /Nothing says which version components core, server and tool are to have: give release-type/,
    ],
    ['with a prerelease id that is none', { releaseType: 'prerelease', prereleaseId: '0.x' }, /"0\.x" is not valid/],
    [
      'with a prerelease id that has no effect',
      { releaseType: 'minor', prereleaseId: 'rc' },
      /expected preminor or prerelease/,
    ],
    ['that is a commit', { versions: { core: 'a'.repeat(40) } }, /is not SemVer/],
  ] as const)('%s is a fault', (_, request, message) => {
    const result = plan(request, ['core', 'server', 'tool']);
    expect(result).toHaveProperty('faults', expect.arrayContaining([expect.stringMatching(message)]));
  });

  test('never goes back: beta to alpha is a fault', () => {
    const currentVersions = current({ core: '1.0.0', server: '1.0.0', tool: '1.0.0-beta.3' });
    expect(plan({ releaseType: 'prerelease', prereleaseId: 'alpha', currentVersions }, ['tool'])).toEqual({
      faults: [expect.stringContaining('would not be above its current version 1.0.0-beta.3')],
    });
  });

  test('always raises versions, and gives a shared group one', () => {
    const part = fc.nat({ max: 20 });
    const version = fc
      .tuple(part, part, part, fc.constantFrom('', '-alpha.1', '-beta', '-rc.3', '-0'))
      .map(([major, minor, patch, pre]) => `${major}.${minor}.${patch}${pre}`);
    const ids = fc.constantFrom(undefined, 'alpha', 'beta', 'rc');
    const results = reached({ planned: 50, refused: 1 });
    fc.assert(
      fc.property(
        fc.tuple(version, version, version),
        fc.constantFrom(...RELEASE_TYPES),
        ids,
        (now, releaseType, id) => {
          const [core, server, tool] = now;
          const prereleaseId = releaseType.startsWith('pre') ? id : undefined;
          const currentVersions = current({ core, server, tool });
          const result = versionsFor(sample, {
            packages: ['core', 'server', 'tool'],
            currentVersions,
            releaseType,
            ...(prereleaseId && { prereleaseId }),
          });
          if (result.faults.length > 0) {
            expect(result.faults[0]?.message).toContain('would not be above');
            results.met('refused');
            return;
          }
          const next = (one: string) => result.versions.get(one)?.version ?? '';
          expect(next('core')).toBe(next('server'));
          for (const [one, before] of Object.entries({ core, server, tool }))
            expect(semver.gt(next(one), before)).toBe(true);
          results.met('planned');
        },
      ),
      { numRuns: 300 },
    );
    results.verify();
  });
});

describe('a deployment', () => {
  const deploy = (request: Partial<Asked>) => plan({ environment: 'production', ...request });

  test('takes the versions that exist, older ones and members of a group apart as well', () => {
    expect(deploy({ versions: { core: '1.0.0' } })).toEqual({ core: '1.0.0', server: '1.4.0', tool: '0.3.0' });
  });

  test('takes symbolic versions as the commits they were resolved to', () => {
    const commit = 'b'.repeat(40);
    const request = { versions: { docs: 'develop-latest' }, resolved: { docs: commit } };
    const result = versionsFor(sample, {
      packages: all,
      environment: 'production',
      currentVersions: found,
      ...request,
    });
    expect(result.versions.get('docs')).toEqual({
      version: commit,
      requested: 'develop-latest',
    });
  });

  test('refuses what it cannot resolve and what is no version', () => {
    expect(deploy({ versions: { tool: 'newest' } })).toEqual({
      faults: [
        expect.stringContaining('"newest" for tool is not valid; expected a version such as 1.4.0, a commit of 40'),
      ],
    });
    expect(deploy({ versions: { docs: 'develop-latest' } })).toEqual({
      faults: [expect.stringContaining('"develop-latest" for docs was not found as a branch of acme/docs')],
    });
  });
});

test('symbolic versions are told apart from SemVer and commits', () => {
  const versions = { a: 'develop-latest', b: 'latest', c: '1.0.0-latest', d: 'feature/x-latest', e: 'c'.repeat(40) };
  expect([...symbolicVersions(versions)]).toEqual([
    ['a', { branch: 'develop' }],
    ['b', {}],
    ['d', { branch: 'feature/x' }],
  ]);
});

test.each([
  ['1.2.3', '1.2.3'],
  ['1.2.3-rc.1+build.5', '1.2.3-rc.1+build.5'],
  ['v1.2.3', undefined],
  [' 1.2.3', undefined],
  ['1.2', undefined],
  ['01.2.3', undefined],
  ['1.2.3-01', undefined],
  ['', undefined],
])('%j as an exact version is %j', (text, version) => {
  expect(exactVersion(text)).toBe(version);
});

test('versions are looked up for what has one, for shared groups whole, and for what is compared', () => {
  const compared = manifest(
    [...sample.components, component('app', { compatible: { tool: '^0.3.0' } }), component('lonely', npm('lonely'))],
    { groups: sample.groups },
  );
  expect(
    versionsNeeded(selectionOf(compared, { packages: ['core', 'docs', 'app'], releaseType: 'patch' })).map(
      ({ id }) => id,
    ),
  ).toEqual(['core', 'server', 'tool']);
});
