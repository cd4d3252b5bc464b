import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { resolveManifestFile, resolveRead } from '../../../src/engine/planning/open-manifest.ts';
import { readManifest } from '../../../src/engine/planning/read-manifest.ts';
import { parseYaml } from '../../../src/platform/text/yaml.ts';
import { wavesOf } from '../../../src/train/graph.ts';
import { missingTokens } from '../../../src/train/manifest/check-manifest.ts';
import type { Manifest } from '../../../src/train/manifest/manifest.ts';
import { slow } from '../../support/slow.ts';
import { planFor } from '../../train/samples.ts';

/** The manifest of a text, or its faults. */
async function resolved(text: string, file: string) {
  return resolveRead(await readManifest(text, file));
}

/** What an editor would underline: `line:column message`. */
async function faultsOf(text: string): Promise<string[]> {
  const read = await resolved(text, 'train.yml');
  if (!('faults' in read)) return [];
  return read.faults.map(({ file, line, column, message }) => {
    expect(file).toBe('train.yml');
    return `${line}:${column} ${message}`;
  });
}

async function read(text: string): Promise<Manifest> {
  const result = await resolved(text, 'train.yml');
  if ('faults' in result) throw new Error(result.faults.map(({ message }) => message).join('\n'));
  return result.manifest;
}

const head = 'name: sample\ndefaults: { workflow: release.yml }\n';
const withComponents = (lines: string) => `${head}components:\n${lines}`;
/** With a ref, so that nobody has to ask for the default branches. */
const onMain = (lines: string) =>
  withComponents(lines).replace('workflow: release.yml', 'workflow: release.yml, ref: main');
const one = '  core: { repository: acme/core }\n';

test('outputs of what is needed over others, of ids with dots, and its own in its health, are no fault', async () => {
  const text = withComponents(
    '  api.v2: { repository: acme/a, outputs: out, health: [{ url: "{outputs.api.v2.url}/health" }] }\n' +
      '  b: { repository: acme/b, needs: [api.v2] }\n' +
      '  c: { repository: acme/c, needs: [b], inputs: { x: "{outputs.api.v2.image-digest}" } }\n',
  );
  expect(await faultsOf(text)).toEqual([]);
  expect((await read(text)).components[0]).toMatchObject({ outputs: 'out' });
});

test.each([
  ['release.yml', 'release.yml'],
  ['.github/workflows/release.yml', 'release.yml'],
  ['./.github/workflows/My release.yaml', 'My release.yaml'],
])('the workflow %s is the file %s, of a rollback as well', async (written, file) => {
  const text = onMain(
    `  a: { repository: acme/a, workflow: "${written}", rollback: { workflow: "${written}", inputs: { v: "{version}" } } }\n`,
  );
  const [component] = (await read(text)).components;
  expect(component).toMatchObject({ dispatch: { workflow: file }, rollback: { workflow: file } });
});

test.each(['Release', 'a/b.yml', ' .yml', '.yml', '../release.yml', 'release.yml/', 'a\\nb.yml'])(
  'the workflow %j is no file of one',
  async (written) => {
    const [fault] = await faultsOf(onMain(`  a: { repository: acme/a, workflow: "${written}" }\n`));
    expect(fault).toContain('expected the file of a workflow, such as release.yml, not the name that its page shows');
  },
);

describe('bad input is told with line and column', () => {
  test.each([
    [
      'outputs of what is not needed',
      withComponents(
        '  a: { repository: acme/a, outputs: out }\n  b: { repository: acme/b, inputs: { x: "{outputs.a.image}" } }\n',
      ),
      '5:41 Component b: {outputs.a.image} in "{outputs.a.image}", but it does not need a, which may end later or fail: add a to its needs.',
    ],
    [
      'outputs of what hands on nothing',
      withComponents(
        '  a: { repository: acme/a }\n  b: { repository: acme/b, needs: [a], inputs: { x: "{outputs.a.image}" } }\n',
      ),
      '5:53 Component b: {outputs.a.image} in "{outputs.a.image}", but a hands on no outputs: add outputs: NAME, the artifact with them that its workflow leaves.',
    ],
    [
      'outputs of a stranger',
      withComponents('  api: { repository: acme/a, outputs: out, health: [{ url: "{outputs.apo.url}" }] }\n'),
      '4:60 Component api: {outputs.apo.url} in "{outputs.apo.url}": outputs names "apo", which is no component of this manifest; did you mean "api"?',
    ],
    [
      'its own outputs as inputs',
      withComponents('  a: { repository: acme/a, outputs: out, inputs: { x: "{outputs.a.image}" } }\n'),
      '4:55 Component a: {outputs.a.image} in "{outputs.a.image}": its own outputs are known only after its run; its health checks may ask for them.',
    ],
    [
      'previous outputs outside of a rollback',
      withComponents('  a: { repository: acme/a, outputs: out, inputs: { x: "{previous-outputs.image}" } }\n'),
      '4:55 Component a: {previous-outputs.image} in "{previous-outputs.image}": only rollback.inputs know what was there before.',
    ],
    [
      'outputs in a rollback',
      withComponents(
        '  a: { repository: acme/a, outputs: out, rollback: { workflow: r.yml, inputs: { x: "{outputs.a.image}" } } }\n',
      ),
      '4:84 Component a: {outputs.a.image} in "{outputs.a.image}": a rollback gets back what ran before; write {previous-outputs.KEY}.',
    ],
    [
      'outputs without a key',
      withComponents(
        '  a: { repository: acme/a, outputs: out }\n  b: { repository: acme/b, needs: [a], inputs: { x: "{outputs.a}" } }\n',
      ),
      '5:53 Component b: {outputs.a} in "{outputs.a}": expected {outputs.COMPONENT.KEY}, and a key of letters, digits, "-" and "_" that starts with a letter.',
    ],
    [
      'outputs in defaults',
      `${head.replace('release.yml }', 'release.yml, inputs: { x: "{outputs.core.y}" } }')}components:\n${one}`,
      '2:49 {outputs.core.y} in "{outputs.core.y}": only a component itself can ask for outputs; write it into its inputs.',
    ],
    [
      'an artifact that cannot be',
      withComponents('  a: { repository: acme/a, outputs: a/b }\n'),
      '4:37 components.a.outputs is "a/b"; expected the name of an artifact.',
    ],
    [
      'a cycle',
      withComponents(
        '  a:\n    repository: acme/a\n    needs: [b]\n  b:\n    repository: acme/b\n    needs:\n      - a\n',
      ),
      '6:13 Cycle in needs: a → b → a.',
    ],
    [
      'an unknown component',
      withComponents(`${one}  b: { repository: acme/b, needs: [core, croe] }\n`),
      '5:42 Component b needs "croe", which is no component of this manifest; did you mean "core"?',
    ],
    [
      'a duplicate component',
      withComponents(`${one}${one}`),
      '5:3 The key "core" stands here a second time; the first is on line 4.',
    ],
    ['a self-need', withComponents('  a: { repository: acme/a, needs: [a] }\n'), '4:36 Component a needs itself'],
    [
      'an unknown key',
      withComponents('  a: { repository: acme/a, wrkflow: x.yml }\n'),
      '4:28 Unknown key "wrkflow" in components.a; did you mean "workflow"?',
    ],
    [
      'an unknown key at the top',
      `${head}foo: 1\ncomponents:\n${one}`,
      '3:1 Unknown key "foo". Known: name, defaults,',
    ],
    [
      'an unknown {name}',
      withComponents('  a:\n    repository: acme/a\n    inputs: { v: "{verison}" }\n'),
      '6:18 Unknown {verison} in "{verison}"; did you mean "version"? Known: {version} {previous-version}',
    ],
    [
      'an unknown {name} in a check',
      withComponents('  a: { repository: acme/a, health: [{ url: "{base}/x" }] }\n'),
      '4:44 Unknown {base}',
    ],
    [
      'a bad duration',
      withComponents('  a: { repository: acme/a, timeout: 5 minutes }\n'),
      '4:37 components.a.timeout is "5 minutes"; expected a duration such as 90s, 30m or 2h.',
    ],
    [
      'a duration without a unit',
      withComponents('  a: { repository: acme/a, timeout: 90 }\n'),
      '4:37 components.a.timeout is the number 90; expected a duration such as 90s',
    ],
    [
      'no components',
      `${head}components: {}\n`,
      '3:1 components is an empty map; expected a map of at least one component.',
    ],
    ['components that are left out', head, '1:1 The manifest has no components, which is required.'],
    [
      'an unknown group',
      withComponents('  a: { repository: acme/a, group: eda }\n'),
      '4:35 Component a: groups has no group "eda"; add it there.',
    ],
    [
      'an unknown canary component',
      `${head}canary: { components: [cor] }\ncomponents:\n${one}`,
      '3:24 canary.components names "cor", which is no component of this manifest; did you mean "core"?',
    ],
    [
      'a canary that is nowhere',
      `${head}strategy: canary\ncomponents:\n${one}`,
      '3:11 strategy is canary, but canary.components does not say what goes first.',
    ],
    [
      'an id from the prototype',
      withComponents('  __proto__: { repository: acme/a }\n'),
      '4:3 The key "__proto__" in components is not valid; expected an id of lower-case letters',
    ],
    [
      'an id that every object has',
      withComponents('  constructor: { repository: acme/a }\n'),
      '4:3 The id "constructor" is reserved',
    ],
    [
      'an id that is too long',
      withComponents(`  ${'a'.repeat(65)}: { repository: acme/a }\n`),
      `4:3 The key "${'a'.repeat(65)}" in components is not valid`,
    ],
    [
      'a package without a name',
      withComponents('  a: { repository: acme/a, package: {} }\n'),
      '4:28 components.a.package is an empty map; expected { npm: NAME } or { pypi: NAME }, or a list of these.',
    ],
    [
      'a package on two registries',
      withComponents('  a: { repository: acme/a, package: { npm: a, pypi: b }, inputs: { v: "{version}" } }\n'),
      '4:37 components.a.package is not { npm: NAME } or { pypi: NAME }',
    ],
    [
      'a package published twice',
      withComponents(
        '  a: { repository: acme/a, inputs: { v: "{version}" }, package: { npm: x } }\n  b: { repository: acme/b, inputs: { v: "{version}" }, package: { npm: x } }\n',
      ),
      '5:72 Components a and b both publish "x"; only one can.',
    ],
    [
      'no workflow',
      'name: sample\ncomponents:\n  a: { repository: acme/a }\n',
      '3:3 Component a has no workflow, and neither has defaults; add one.',
    ],
    [
      'a workflow and an event type',
      withComponents('  a: { repository: acme/a, workflow: a.yml, event-type: go }\n'),
      '4:45 Component a has both workflow and event-type; keep one.',
    ],
    [
      'a repository without its owner',
      withComponents('  a: { repository: core }\n'),
      '4:20 components.a.repository is "core"; expected a repository as owner/name.',
    ],
    ['a component that is empty', withComponents('  a:\n'), '4:5 components.a is empty; expected a component.'],
    [
      'a group with the id of a component',
      `${head}groups: { core: {} }\ncomponents:\n${one}`,
      '3:11 "core" is a component and a group',
    ],
    [
      'a range that is none',
      withComponents(`${one}  b: { repository: acme/b, compatible: { core: new } }\n`),
      '5:48 Component b: "new" is no version range; expected one such as ^1.2.0',
    ],
    [
      'more payload keys than GitHub takes',
      withComponents(
        `  a: { repository: acme/a, event-type: go, inputs: { ${Array.from({ length: 11 }, (_, i) => `i${i}: "{nonce}"`).join(', ')} } }\n`,
      ),
      '4:52 Component a has 11 inputs; GitHub takes at most 10 with an event-type.',
    ],
    [
      'a strategy that is none',
      `${head}strategy: canry\ncomponents:\n${one}`,
      '3:11 strategy is "canry"; expected sequential, parallel or canary; did you mean "canary"?',
    ],
    [
      'another word for repository',
      withComponents('  a: { repo: acme/a }\n'),
      '4:8 Unknown key "repo" in components.a; did you mean "repository"?',
    ],
    [
      'another word for needs',
      withComponents(`${one}  b: { repository: acme/b, depends-on: [core] }\n`),
      '5:28 Unknown key "depends-on" in components.b; did you mean "needs"?',
    ],
    [
      'a name without quotes',
      withComponents('  a: { repository: acme/a, inputs: { v: {version} } }\n'),
      '4:41 components.a.inputs.v is a map; expected a text, a number, true or false; write it in quotes: "{version}".',
    ],
    [
      'a scope without quotes',
      withComponents('  a: { repository: acme/a, package: { npm: @acme/a } }\n'),
      '4:44 Plain value cannot start with reserved character @: write the value in quotes.',
    ],
    [
      'an event without a nonce',
      withComponents('  a: { repository: acme/a, event-type: go }\n'),
      '4:28 Component a is started by an event, and its inputs carry no {nonce}: nobody could find its run, and every resume would release it again.',
    ],
    [
      'a package of a version that nobody is told',
      withComponents('  a: { repository: acme/a, package: { npm: a }, inputs: { nonce: "{nonce}" } }\n'),
      '4:3 Component a: the train waits until its package is served, but its inputs carry neither {version} nor {release-type}',
    ],
    [
      'a package twice in one component',
      withComponents('  a: { repository: acme/a, inputs: { v: "{version}" }, package: [{ npm: a }, { npm: a }] }\n'),
      '4:85 Component a publishes "a" twice; leave one out.',
    ],
    [
      'a form of tag without its version',
      withComponents('  a: { repository: acme/a, tag: core-v }\n'),
      '4:33 components.a.tag is "core-v"; expected the form of a tag with {version} in it once, such as "core-v{version}".',
    ],
    [
      'a folder above the repository',
      withComponents('  a: { repository: acme/a, directory: ../b }\n'),
      '4:39 components.a.directory is "../b"; expected a folder of the repository, such as packages/core.',
    ],
    [
      'a line that is none',
      withComponents('  a: { repository: acme/a, line: 1.0.0 }\n'),
      '4:34 components.a.line is "1.0.0"; expected a maintenance line such as 1.x or 1.4.x.',
    ],
    ['a tab', withComponents('  a:\n\trepository: acme/a\n'), '5:1 Tabs are not allowed as indentation'],
    ['a bracket that stays open', `${head}components: [\n`, '4:1 Flow sequence in block collection'],
    ['an alias without an anchor', `${head}components: *all\n`, '3:13 There is no anchor &all before the alias *all.'],
    [
      'a second document',
      `${head}components:\n${one}---\nname: b\n`,
      '5:1 A second document begins here (---); expected one document.',
    ],
    ['an empty file', '', '1:1 A manifest is a map with name and components; the document is empty.'],
    ['a list', '- a\n', '1:1 A manifest is a map with name and components; found a list.'],
    [
      'CRLF and a BOM',
      `\uFEFFname: sample\r\ndefaults: { workflow: release.yml }\r\ncomponents:\r\n  a: { repository: acme/a, needs: [a] }\r\n`,
      '4:36 Component a needs itself',
    ],
  ])('%s', async (_, text, expected) => {
    const faults = await faultsOf(text);
    expect(faults[0]).toContain(expected);
    // Faults of syntax may follow from one another; every other mistake is told once.
    if (!/tab|bracket/.test(_)) expect(faults).toHaveLength(1);
  });

  test('an alias bomb is refused at once', async () => {
    const levels = [...'bcdefghij'].map((name, index) => {
      const before = String.fromCharCode(name.charCodeAt(0) - 1);
      return `l${index}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]`;
    });
    expect(await faultsOf(`a: &a [x, x, x]\n${levels.join('\n')}\n`)).toEqual([
      '1:1 The aliases of the document unfold into far more than was written.',
    ]);
  });

  test('10 MB are refused before they are parsed', async () => {
    expect(await faultsOf(`# ${'x'.repeat(10 * 1024 * 1024)}`)).toEqual([
      '1:1 The manifest is 10.0 MB; at most 4 MB are read. Is this the right file?',
    ]);
  });

  test('huge keys and many slips make few and short messages, at once', async () => {
    const huge = 'k'.repeat(500_000);
    const text = withComponents(
      `  "${huge}": { repository: acme/a, "${huge}": 1 }\n  b: { repository: acme/b, needs: ["${huge}x"] }\n`,
    );
    for (const fault of await faultsOf(text)) expect(fault.length).toBeLessThan(1_020);
    expect(await faultsOf(`a:\n${'\tb: 1\n'.repeat(1_000)}`)).toHaveLength(20);
  });

  test('100,000 levels of nesting are a fault, not a crash', async () => {
    expect((await faultsOf('['.repeat(100_000)))[0]).toContain('The document is nested too deeply.');
  });
});

test('all faults of a manifest are told at once, of structure and of meaning, in the order of its lines', async () => {
  const text = `name: Sample
defaults: { workflow: release.yml, timeout: soon, inputs: { v: "{verison}" } }
tokens: { acme: no variable }
components:
  a: { repository: acme/a, needs: [b, a, nope], group: none }
  b: { repository: acme/b, needs: [a, 5], wrkflow: b.yml }
  b2: { repository: acme/a, workflow: other.yml, package: {} }
  a: { repository: acme/a, needs: [b] }
  UPPER:
`;
  const faults = await faultsOf(text);
  expect(faults.map((fault) => fault.slice(0, 42))).toEqual(
    [
      '1:7 name is "Sample"; expected an id of lo',
      '2:45 defaults.timeout is "soon"; expected ',
      '2:64 Unknown {verison} in "{verison}"; did',
      '3:17 tokens.acme is "no variable"; expecte',
      '6:39 components.b.needs.1 is the number 5;',
      '6:43 Unknown key "wrkflow" in components.b',
      '7:50 components.b2.package is an empty map',
      '8:3 The key "a" stands here a second time;',
      '8:36 Cycle in needs: a → b → a. Nothing on',
      '9:3 The key "UPPER" in components is not v',
      '9:9 components.UPPER is empty; expected a ',
    ].map((start) => expect.stringContaining(start.trim().slice(0, 30))),
  );
});

test('a token in the manifest is not printed, and its owner is told to revoke it', async () => {
  const token = `ghp_${'x'.repeat(36)}`;
  const faults = await faultsOf(`${head}tokens: { my-org: ${token} }\ncomponents:\n${one}`);
  expect(faults).toEqual([
    '3:19 tokens.my-org is a token itself, which everybody can read here: revoke it. Write the name of the environment variable that holds a new one, such as MY_ORG_TOKEN.',
  ]);
  const elsewhere = await faultsOf(withComponents(`  a: { repository: ${token} }\n`));
  expect(elsewhere.join()).toContain('components.a.repository is "***"');
});

test('an owner may be an Enterprise Managed User, and his token have an entry', async () => {
  const text = onMain('  a: { repository: octocat_acme/a }\n').replace(
    'components:',
    'tokens: { octocat_acme: TOKEN }\ncomponents:',
  );
  expect(await read(text)).toMatchObject({
    tokens: { octocat_acme: 'TOKEN' },
    components: [{ repository: 'octocat_acme/a' }],
  });
});

test('components of one repository may have workflows of their own', async () => {
  const text = withComponents(`${one}  b: { repository: Acme/Core, workflow: other.yml }\n`);
  expect(await faultsOf(text)).toEqual([]);
});

test('runs that carry no nonce are warned of once', async () => {
  const result = await resolved(withComponents(`${one}  b: { repository: acme/b }\n`), 'train.yml');
  expect('warnings' in result && result.warnings).toEqual([
    {
      file: 'train.yml',
      line: 4,
      column: 3,
      message: expect.stringContaining('The inputs of core and b carry no {nonce}'),
    },
  ]);
});

test('a thousand faults are counted, not listed', async () => {
  const unknown = (of: number) => Array.from({ length: 25 }, (_, index) => `x${of}-${index}`).join(', ');
  const many = Array.from(
    { length: 40 },
    (_, index) => `  c${index}: { repository: acme/c${index}, needs: [${unknown(index)}] }\n`,
  );
  const read = await resolved(withComponents(many.join('')), 'train.yml');
  const faults = 'faults' in read ? read.faults : [];
  expect(faults).toHaveLength(101);
  expect(faults.map(({ message }) => message)).toContain('900 more faults of this kind are not shown.');
});

test('a file that is not there is said to be missing, with what to do', async () => {
  await expect(resolveManifestFile('/nowhere/train.yml', '.github/release-train.yml')).rejects.toThrow(
    'The manifest ".github/release-train.yml" cannot be read: there is no such file. Check the input manifest',
  );
});

describe('a good manifest', () => {
  test('is read with defaults applied and durations in milliseconds', async () => {
    const manifest = await read(`name: sample
defaults: { workflow: release.yml, ref: next, timeout: 20m, inputs: { nonce: "{nonce}", level: 1.10 } }
groups: { eda: { version: shared }, loose: }
components:
  core:
    repository: acme/core
    group: eda
    package: { npm: "@acme/core" }
    inputs: { level: 2.50, flag: true, zip: 010, version: "{version}" }
  web:
    repository: acme/web
    needs: [core]
    event-type: deploy
    timeout: 1.5h
    gate-timeout: 90s
    health: [{ url: "{environment.url}", version: "{version}" }]
    rollback: { workflow: back.yml, inputs: { version: "{previous-version}" } }
environments:
  production: { url: https://x.test, port: 8080, health_timeout: 30s, rollback: true }
  staging:
`);
    expect(manifest).toEqual({
      name: 'sample',
      strategy: 'parallel',
      onFailure: 'continue',
      tokens: {},
      groups: [
        { id: 'eda', version: 'shared' },
        { id: 'loose', version: 'independent' },
      ],
      environments: [
        { id: 'production', values: { url: 'https://x.test', port: '8080' }, healthTimeoutMs: 30_000, rollback: true },
        { id: 'staging', values: {}, healthTimeoutMs: 120_000, rollback: false },
      ],
      components: [
        {
          id: 'core',
          repository: 'acme/core',
          dispatch: { workflow: 'release.yml' },
          ref: 'next',
          needs: [],
          group: 'eda',
          package: { npm: '@acme/core' },
          inputs: { nonce: '{nonce}', level: '2.50', flag: 'true', zip: '010', version: '{version}' },
          timeoutMs: 1_200_000,
          compatible: {},
          health: [],
        },
        {
          id: 'web',
          repository: 'acme/web',
          dispatch: { eventType: 'deploy' },
          ref: 'next',
          needs: ['core'],
          inputs: { nonce: '{nonce}', level: '1.10' },
          timeoutMs: 5_400_000,
          gateTimeoutMs: 90_000,
          compatible: {},
          health: [{ url: '{environment.url}', 'expect-version': '{version}' }],
          rollback: { workflow: 'back.yml', ref: 'next', inputs: { version: '{previous-version}' } },
        },
      ],
    });
  });

  test('may be one for deployments, with a canary and notifications, or be JSON', async () => {
    const text = `name: product
components:
  backend:
    repository: acme/backend
    workflow: orchestrated-deployment.yml
    health: [{ url: "{environment.backend_url}/health", version: "{version}" }]
    rollback: { workflow: rollback.yml, inputs: { version: "{previous-version}" } }
  web: { repository: acme/web, workflow: deploy.yml, needs: [backend], compatible: { backend: ">=2 <4" } }
environments:
  production: { backend_url: https://api.example.com, health_timeout: 120s, rollback: true }
strategy: canary
on-failure: halt
max-parallel: 3
state-commit-prefix: "ABC-123:"
canary: { components: [backend], bake: 10m }
notifications:
  channels: { alerts: { slack: SLACK_TOKEN, channel: "#alerts" } }
  rules: [{ events: [failed], channels: [alerts], escalate: { after: 5m, to: [alerts], every: 1h } }]
`;
    const manifest = await read(text);
    expect(manifest).toMatchObject({
      stateCommitPrefix: 'ABC-123:',
      strategy: 'canary',
      canary: { components: ['backend'], bakeMs: 600_000 },
      onFailure: 'halt',
      maxParallel: 3,
      notifications: {
        channels: [{ name: 'alerts', kind: 'slack', token: 'SLACK_TOKEN', channel: '#alerts' }],
        rules: [{ escalate: { after: 300_000, to: ['alerts'], every: 3_600_000, times: 3 } }],
      },
    });
    const document = await parseYaml(text);
    if ('faults' in document) throw new Error('It is good.');
    expect(await read(JSON.stringify(document.value, null, 2))).toEqual(manifest);
  });

  test('may have every kind of check, suites with captured values and short durations included', async () => {
    const manifest = await read(
      withComponents(`  a:
    repository: acme/a
    health:
      - { url: "tls://x.test", min-days: 30, severity: warn, attempt-timeout: 500ms, max-latency: 250ms }
      - { url: "dns:x.test", record: TXT, server: 192.0.2.53 }
      - { kind: mcp, url: https://x.test/mcp, min-tools: 2, window: 1m, max-error-rate: 0.05, failure-limit: 3 }
      - kind: suite
        url: https://x.test
        steps:
          - { url: /tasks, method: POST, body: { title: "{nonce}" }, capture: { id: /id } }
          - { url: "/tasks/{captured.id}", condition: 'body.list == [{"a": 1}]', until-gone: true }
`),
    );
    expect(manifest.components[0]?.health).toHaveLength(4);
  });

  test('warns of a token that nobody uses, and of one that is missing where it is needed', async () => {
    const result = await resolved(
      `${head}tokens: { acmee: T, Acme: A }\ncomponents:\n  core: { repository: acme/core, inputs: { n: "{nonce}" } }\n`,
      'train.yml',
    );
    if ('faults' in result) throw new Error('It is good.');
    expect(result.warnings).toEqual([
      {
        file: 'train.yml',
        line: 3,
        column: 11,
        message: 'tokens has "acmee", but no component\'s repository belongs to it; did you mean "acme"?',
      },
    ]);
    const missing = missingTokens(result.manifest.tokens, ['acme/core'], { owners: new Set(), variables: new Set() });
    expect(result.located(missing)).toEqual([
      {
        file: 'train.yml',
        line: 3,
        column: 27,
        message: expect.stringContaining('The environment variable A, which is to hold the token for Acme, is not set'),
      },
    ]);
    expect(
      missingTokens(result.manifest.tokens, ['acme/core'], { owners: new Set(), variables: new Set(['A']) }),
    ).toEqual([]);
  });

  test('gives faults that are found later their places', async () => {
    const result = await resolved(onMain('  a: { repository: acme/a, inputs: { e: "{environment}" } }\n'), 'train.yml');
    if ('faults' in result) throw new Error('It is good.');
    const plan = planFor(result.manifest, { packages: 'all', currentVersions: new Map() });
    expect('faults' in plan && result.located(plan.faults)).toEqual([
      { file: 'train.yml', line: 4, column: 41, message: expect.stringContaining('no environment is chosen') },
    ]);
  });
});

slow('10,000 components with 30,000 needs are read and planned in seconds', async () => {
  const lines = Array.from({ length: 10_000 }, (_, index) => {
    const needs = [1, 7, 90].flatMap((back) => (index >= back ? [`c${index - back}`] : []));
    return `  c${index}: { repository: acme/c${index}, needs: [${needs.join(', ')}], inputs: { v: "{version}" } }\n`;
  });
  const manifest = await read(onMain(lines.join('')));
  const currentVersions = new Map(manifest.components.map(({ id }) => [id, { versions: ['1.0.0'], source: 'a tag' }]));
  const result = planFor(manifest, { packages: 'all', releaseType: 'patch', currentVersions });
  expect('plan' in result && result.plan.components).toHaveLength(10_000);
});

describe('examples/eda-ecosystem', () => {
  const path = join(process.cwd(), 'examples/eda-ecosystem/release-train.yml');

  test('has 16 components on 10 levels, at most 4 wide, of 3 owners', async () => {
    const { manifest, warnings } = await resolveManifestFile(path);
    expect(warnings).toEqual([]);
    expect(manifest.components).toHaveLength(16);
    expect(new Set(manifest.components.map(({ repository }) => repository)).size).toBe(16);
    expect(Object.keys(manifest.tokens)).toEqual(['typescript-eda', 'web-buddy', 'chatgpt-buddy']);
    const waves = wavesOf(manifest.components);
    expect(waves).toHaveLength(10);
    expect(Math.max(...waves.map(({ length }) => length))).toBe(4);
    expect(waves.at(0)).toEqual(['eda-domain']);
    expect(waves.at(-1)).toEqual(['chatgpt-buddy']);
  });

  test('names the schema for editors', async () => {
    expect(await readFile(path, 'utf8')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.\.\/release-train\.schema\.json\n/,
    );
  });
});

test.each(['a.', 'a..b', 'a..'])(
  'an id that no nonce can carry, %s, is a fault: no child could claim its release',
  async (id) => {
    const text = `name: shop\ncomponents:\n  ${id}: { repository: acme/a }\n`;
    await expect(read(text)).rejects.toThrow(
      /expected an id of lower-case letters.*without '\.\.' and without '\.' at its end/,
    );
  },
);

test.each(['a.b', 'a-', 'a_b.c-1'])('the id %s is fine', async (id) => {
  expect(
    await read(`name: shop\ndefaults: { workflow: r.yml }\ncomponents:\n  ${id}: { repository: acme/a }\n`),
  ).toMatchObject({
    components: [{ id }],
  });
});
