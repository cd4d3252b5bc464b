import { expect, test } from '@jest/globals';
import { type EcosystemTag, ecosystemTag } from '../../../src/train/plan/ecosystem-tag.ts';
import { component, current, manifest, planFor } from '../samples.ts';

const COMPONENTS = [
  component('core', { group: 'eda' }),
  component('infra', { group: 'eda' }),
  component('chatgpt-buddy'),
  component('notes'),
];

function tagOf(form: string, versions: Readonly<Record<string, string>>): EcosystemTag {
  const of = manifest(COMPONENTS, { groups: [{ id: 'eda', version: 'independent' }] });
  const currentVersions = current({ core: '1.0.0', infra: '1.0.0', 'chatgpt-buddy': '1.0.0', notes: '1.0.0' });
  const planned = planFor(of, { currentVersions, versions, packages: Object.keys(versions) });
  if ('faults' in planned) throw new Error(JSON.stringify(planned.faults));
  return ecosystemTag(form, { plan: planned.plan, components: COMPONENTS, trainId: 'run-7' });
}

const ALL = { core: '3.0.0', infra: '3.0.0', 'chatgpt-buddy': '2.1.0-beta.1' };

test.each<[string, Readonly<Record<string, string>>, EcosystemTag]>([
  ['v2026.11', ALL, { tag: 'v2026.11' }],
  ['shop-{train}', ALL, { tag: 'shop-run-7' }],
  ['ecosystem-v{version.chatgpt-buddy}', ALL, { tag: 'ecosystem-v2.1.0-beta.1' }],
  ['eda/v{version.eda}', ALL, { tag: 'eda/v3.0.0' }],
  ['{version.eda}+{version.core}', ALL, { tag: '3.0.0+3.0.0' }],
  ['v{version.notes}', ALL, { leftOut: 'notes' }],
  [
    'v{version.eda}',
    { ...ALL, infra: '3.1.0' },
    { fault: expect.stringContaining('The members of eda have several versions, 3.0.0 and 3.1.0.') as never },
  ],
  ['v{version.core}', { ...ALL, infra: '3.1.0' }, { tag: 'v3.0.0' }],
  [
    'v{version.chatgpt-budy}',
    ALL,
    {
      fault: expect.stringMatching(
        /no component and no group "chatgpt-budy"; did you mean "chatgpt-buddy"\?.*Known: core, eda/,
      ) as never,
    },
  ],
  ['v{version}', ALL, { fault: expect.stringContaining('Unknown {version}') as never }],
  ['v{env}', ALL, { fault: expect.stringContaining('Unknown {env}') as never }],
])('%s', (form, versions, expected) => {
  expect(tagOf(form, versions)).toEqual(expected);
});

test.each([
  'a b',
  'a..b',
  '.a',
  'a.lock',
  'a/',
  '/a',
  'a//b',
  'a~1',
  'a^',
  'a:b',
  'a?',
  'a*',
  'a[',
  'a\\b',
  'a@{b',
  '@',
  '-d',
  'a.',
  'a/.b',
  'a\u0007b',
])('%j is no name of a tag', (form) => {
  expect(tagOf(form, ALL)).toEqual({ fault: expect.stringContaining('cannot be the name of a git tag') as never });
});
