import { describe, expect, test } from '@jest/globals';
import { readHub, ruleFor, sourceNamed } from '../../../src/operations/hub/hub-file.ts';

const SOUND = `
sources:
  acme/services: { events: [services-changed], components: { auth: services/auth, users: services/users } }
  acme/tests: { events: [tests-changed], components: { e2e: . }, deploys: false }
environments:
  - { branch: main, environment: production }
  - { branch: "hotfix/*", environment: production }
  - { branch: "feature/**", environment: dev, deploys: false }
senders: [Acme-Bot]
`;

async function faultsOf(text: string): Promise<string[]> {
  const read = await readHub(text, 'hub.yml');
  if (!('faults' in read)) return [];
  return read.faults.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe('a hub file', () => {
  test('says sources and environments; names count without case, branches with it', async () => {
    const read = await readHub(SOUND, 'hub.yml');
    if ('faults' in read) throw new Error(JSON.stringify(read.faults));
    const { hub } = read;
    expect(sourceNamed(hub, 'ACME/Services')?.components.get('auth')).toBe('services/auth');
    expect(sourceNamed(hub, 'acme/tests')?.deploys).toBe(false);
    expect(hub.senders).toEqual(new Set(['acme-bot']));
    const environmentOf = async (branch: string) => (await ruleFor(hub, branch))?.environment;
    expect(await environmentOf('main')).toBe('production');
    expect(await environmentOf('Main')).toBeUndefined();
    expect(await environmentOf('hotfix/1')).toBe('production');
    expect(await environmentOf('hotfix/1/2')).toBeUndefined();
    expect(await environmentOf('feature/a/b')).toBe('dev');
    expect(await environmentOf('!main')).toBeUndefined();
  });

  test.each([
    ['', [/^1:1 .*is empty/]],
    ['sources: {}', [/has no environments/, /sources is an empty map; expected a map from owner\/name/]],
    [
      SOUND.replace('environments:', 'enviroments:'),
      [/has no environments/, /Unknown key "enviroments"; did you mean "environments"/],
    ],
    [
      SOUND.replace('acme/services', 'services'),
      [/^3:3 The key "services" in sources is not valid; expected a repository as owner\/name/],
    ],
    [
      SOUND.replace('services/auth', '../auth'),
      [/^3:\d+ sources.acme\/services.components.auth is "..\/auth"; expected a folder inside/],
    ],
    [
      SOUND.replace('branch: main', 'branch: refs/heads/main'),
      [/^6:\d+ environments.0.branch is "refs\/heads\/main"; expected a branch/],
    ],
    [
      SOUND.replace('"hotfix/*"', 'main'),
      [/^7:\d+ The rule for "main" never counts: the one for "main" before it fits first/],
    ],
    [
      SOUND.replace('branch: main', 'branch: "**"'),
      [/The rule for "hotfix\/\*" never counts/, /The rule for "feature\/\*\*" never counts/],
    ],
    [
      SOUND.replace('acme/tests', 'Acme/Services'),
      [/^4:3 The source "Acme\/Services" is there twice: GitHub does not distinguish case/],
    ],
  ])('%j is told with every fault and its place', async (text, faults) => {
    const found = await faultsOf(text);
    expect(found).toHaveLength(faults.length);
    for (const [index, fault] of faults.entries()) expect(found[index]).toMatch(fault);
  });
});
