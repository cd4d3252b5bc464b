import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseCatalogFile } from '../../../src/packages/npm/catalog-file.ts';
import { planUpdates } from '../../../src/packages/npm/plan-updates.ts';
import { parsePackageJson } from '../../../src/packages/workspace/package-json.ts';
import { anyText } from '../../support/any-text.ts';

async function plan(text: string, versions: Record<string, string>, yaml?: string, file = 'pnpm-workspace.yaml') {
  const root = await parsePackageJson(text, 'package.json');
  const catalogFiles = yaml === undefined ? [] : [await parseCatalogFile(yaml, file)];
  return planUpdates({ root, packages: [root], catalogFiles }, versions);
}

const written = (result: Awaited<ReturnType<typeof plan>>, file: string) =>
  result.changes.find((one) => one.file === file)?.after;

describe('package.json', () => {
  test('all four kinds, and nothing else', async () => {
    const text = `{
  "name": "app", "version": "1.0.0", "lib": "^1.0.0",
  "dependencies": {"lib": "^1.0.0", "other": "^1.0.0", "old-lib": "npm:lib@~1.1.0"},
  "devDependencies": {"lib": "1.0.0"},
  "peerDependencies": {"lib": "^0.9.0 || ^1.0.0"},
  "optionalDependencies": {"lib": "1.x"},
  "bundledDependencies": ["lib"],
  "scripts": {"lib": "^1.0.0"}
}`;
    const result = await plan(text, { lib: '2.1.0' });
    expect(written(result, 'package.json')).toBe(
      text
        .replace('{"lib": "^1.0.0", "other"', '{"lib": "^2.1.0", "other"')
        .replace('{"lib": "1.0.0"}', '{"lib": "2.1.0"}')
        .replace('^0.9.0 || ^1.0.0', '^0.9.0 || ^1.0.0 || ^2.1.0')
        .replace('"1.x"', '"2.x"'),
    );
    expect(result.updated.map(({ kind, to }) => `${kind} ${to}`)).toEqual([
      'dependencies ^2.1.0',
      'devDependencies 2.1.0',
      'peerDependencies ^0.9.0 || ^1.0.0 || ^2.1.0',
      'optionalDependencies 2.x',
    ]);
  });

  test('an alias is raised by the package that is meant, and stays where it stands for another version on purpose', async () => {
    const alone = await plan('{"dependencies":{"old-lib":"npm:lib@~1.1.0"}}', { lib: '2.1.0' });
    expect(written(alone, 'package.json')).toBe('{"dependencies":{"old-lib":"npm:lib@~2.1.0"}}');

    const beside = await plan('{"dependencies":{"lib":"^1.0.0"},"devDependencies":{"lib-1":"npm:lib@^1.0.0"}}', {
      lib: '2.1.0',
    });
    expect(written(beside, 'package.json')).toBe(
      '{"dependencies":{"lib":"^2.1.0"},"devDependencies":{"lib-1":"npm:lib@^1.0.0"}}',
    );
    expect(beside.leftAlone).toEqual([
      {
        file: 'package.json',
        kind: 'devDependencies',
        package: 'lib',
        specifier: 'npm:lib@^1.0.0',
        reason: expect.stringMatching(/beside lib itself/),
      },
    ]);

    const three =
      '{"devDependencies":{"react-17":"npm:react@^17.0.2","react-18":"npm:react@~18.0.0","react-19":"npm:react@^19.0.0"}}';
    for (const [version, before, after] of [
      ['19.2.0', '^19.0.0', '^19.2.0'],
      ['20.0.0', '^19.0.0', '^20.0.0'],
      ['18.3.1', '~18.0.0', '~18.3.1'],
    ] as const) {
      const result = await plan(three, { react: version });
      expect(result.faults).toEqual([]);
      expect(written(result, 'package.json')).toBe(three.replace(before, after));
      expect(result.leftAlone.map(({ reason }) => reason)).toEqual([
        expect.stringMatching(/another on purpose/),
        expect.stringMatching(/another on purpose/),
      ]);
    }
  });

  test('a peer that holds already is not narrowed, one that does not is raised', async () => {
    const text = '{"peerDependencies":{"a":"^1.0.0","b":"~1.4.0","c":"1.x","d":">=1","e":"^1.0.0","f":"^0.9.0"}}';
    const versions = { a: '1.5.0', b: '1.5.0', c: '1.5.0', d: '1.5.0', e: '2.0.0', f: '1.0.0' };
    const result = await plan(text, versions);
    expect(written(result, 'package.json')).toBe(
      '{"peerDependencies":{"a":"^1.0.0","b":"~1.5.0","c":"1.x","d":">=1","e":"^2.0.0","f":"^1.0.0"}}',
    );
    expect(result.leftAlone.map(({ package: name, reason }) => `${name}: ${reason}`)).toEqual([
      'a: ^1.0.0 already takes in 1.5.0',
      'c: 1.x already takes in 1.5.0',
      'd: >=1 already takes in 1.5.0',
    ]);
  });

  test("bun's catalogs, within workspaces or beside them", async () => {
    const text = `{
  "workspaces": { "packages": ["packages/*"], "catalog": { "lib": "^1.0.0" }, "catalogs": { "old": { "lib": "^0.9.0" } } },
  "catalogs": { "testing": { "other": "~1.0.0" } },
  "dependencies": { "lib": "catalog:", "other": "catalog:testing", "third": "catalog:" }
}`;
    const result = await plan(text, { lib: '2.0.0', other: '1.1.0', third: '1.0.0' });
    expect(written(result, 'package.json')).toBe(
      text.replace('"catalog": { "lib": "^1.0.0"', '"catalog": { "lib": "^2.0.0"').replace('~1.0.0', '~1.1.0'),
    );
    expect(result.leftAlone.map(({ kind, package: name, reason }) => `${kind} ${name}: ${reason}`)).toEqual([
      expect.stringMatching(/^dependencies third: catalog: has no entry/),
      expect.stringMatching(/^workspaces.catalogs.old lib: .*another on purpose/),
    ]);
  });

  test('an alias to another package is not ours, whatever its name', async () => {
    const result = await plan('{"dependencies":{"lib":"npm:fork@^1.0.0"}}', { lib: '2.0.0' });
    expect(result).toEqual({ changes: [], updated: [], leftAlone: [], faults: [] });
  });

  test('what is left alone says why', async () => {
    const text = JSON.stringify({
      dependencies: { a: 'workspace:^', b: 'latest', c: 'file:../c', d: '^2.0.0', e: 'catalog:' },
      overrides: { x: { 'a@1': '1.0.0' } },
      pnpm: { overrides: { 'x>b': '1.0.0' } },
      resolutions: { '**/@s/c': '1.0.0' },
    });
    const versions = { a: '2.0.0', b: '2.0.0', c: '2.0.0', d: '2.0.0', e: '2.0.0', '@s/c': '2.0.0' };
    const { leftAlone, changes } = await plan(text, versions);
    expect(changes).toEqual([]);
    expect(leftAlone.map(({ kind, package: name, reason }) => `${kind} ${name}: ${reason}`)).toEqual([
      expect.stringMatching(/^dependencies a: workspace:\^ is the workspace's own package/),
      expect.stringMatching(/^dependencies b: latest is a dist-tag/),
      expect.stringMatching(/^dependencies c: file:..\/c is a folder or a file/),
      expect.stringMatching(/^dependencies d: it is at 2.0.0 already/),
      expect.stringMatching(/^dependencies e: catalog: has no entry/),
      expect.stringMatching(/^overrides a: it is pinned/),
      expect.stringMatching(/^pnpm.overrides b: it is pinned/),
      expect.stringMatching(/^resolutions @s\/c: it is pinned/),
    ]);
  });

  test('a downgrade is a fault that names the file, the range and the version', async () => {
    const { faults } = await plan('{"dependencies":{"lib":"^2.0.0"}}', { lib: '1.9.0' });
    expect(faults).toEqual([
      { file: 'package.json', message: expect.stringMatching(/lib \^2\.0\.0.*above 1\.9\.0.*never lowered/) },
    ]);
  });

  test.each([
    ['{"dependencies": {"a": "^1.0.0",}}', /not valid JSON/, 1, 33],
    ['{\n  "dependencies": {\n    "a": ^1.0.0\n  }\n}', /not valid JSON/, 3, 10],
    ['{\n  // no\n}', /not valid JSON/, 2, 3],
    ['[]', /expected a JSON object/, 1, 1],
    ['', /not valid JSON/, 1, 1],
    ['{\n "dependencies": ["a"] }', /"dependencies" must map package names to ranges/, 2, 18],
    ['{"devDependencies":{"a":1}}', /the range of "a" in "devDependencies" must be a text/, 1, 25],
  ])('malformed: %j is located', async (text, message, line, column) => {
    await expect(plan(text, {})).rejects.toMatchObject({
      faults: expect.arrayContaining([{ file: 'package.json', message: expect.stringMatching(message), line, column }]),
    });
  });

  test('names such as __proto__ are names', async () => {
    const result = await plan('{"dependencies":{"__proto__":"^1.0.0","constructor":"^1.0.0"}}', { lib: '2.0.0' });
    expect(result.updated).toEqual([]);
  });

  test('only the bytes of ranges differ, whatever the formatting', async () => {
    const indent = fc.constantFrom('', '  ', '\t', '    ');
    const newline = fc.constantFrom('\n', '\r\n');
    const end = fc.constantFrom('', '\n', '\n\n', '  \n');
    const bom = fc.constantFrom('', '\uFEFF');
    const name = fc.stringMatching(/^(@[a-z]{1,5}\/)?[a-z]{1,8}$/).filter((one) => one !== 'lib');
    const others = fc.dictionary(name, fc.constantFrom('^1.0.0', '~2.0.0', 'latest'), { noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(
        others,
        others,
        indent,
        newline,
        end,
        bom,
        anyText(),
        async (a, b, space, eol, tail, mark, note) => {
          const write = (range: string) =>
            mark +
            JSON.stringify({ note, dependencies: { ...a, lib: range, ...b }, lib: '^1.0.0' }, null, space).replaceAll(
              '\n',
              eol,
            ) +
            tail;
          const result = await plan(write('^1.0.0'), { lib: '2.0.0' });
          expect(written(result, 'package.json')).toBe(write('^2.0.0'));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('pnpm-workspace.yaml', () => {
  const yaml = `# shared versions
packages: ["packages/*"]
catalog:
  lib: ^1.0.0   # keep this comment
  quoted: "^1.0.0"
  single: '>=1.0.0'
  other: ^9.0.0
catalogs:
  legacy:
    lib: ~1.2.0
  alias: { old: "npm:lib@^1.0.0" }
overrides:
  lib: ^1.0.0
`;
  test('entries are edited in place, in every catalog', async () => {
    for (const eol of ['\n', '\r\n']) {
      const text = `\uFEFF${yaml.replaceAll('\n', eol)}`;
      const manifest = '{"dependencies":{"lib":"catalog:","x":"catalog:legacy"}}';
      const result = await plan(manifest, { lib: '2.1.0', quoted: '2.0.0', single: '2.0.0' }, text);
      expect(written(result, 'pnpm-workspace.yaml')).toBe(
        text
          .replace('lib: ^1.0.0   #', 'lib: ^2.1.0   #')
          .replace('"^1.0.0"', '"^2.0.0"')
          .replace("'>=1.0.0'", "'>=2.0.0'")
          .replace('~1.2.0', '~2.1.0')
          .replace('npm:lib@^1.0.0', 'npm:lib@^2.1.0'),
      );
      expect(written(result, 'package.json')).toBeUndefined();
      expect(result.leftAlone).toEqual([expect.objectContaining({ kind: 'overrides', package: 'lib' })]);
    }
  });

  test("yarn's catalogs stand in .yarnrc.yml", async () => {
    const text = 'nodeLinker: node-modules\ncatalog:\n  lib: "npm:^1.0.0"\ncatalogs:\n  next: { lib: "^2.0.0-rc.1" }\n';
    const result = await plan('{"dependencies":{"lib":"catalog:"}}', { lib: '2.0.0' }, text, '.yarnrc.yml');
    expect(written(result, '.yarnrc.yml')).toBe(text.replace('^2.0.0-rc.1', '^2.0.0'));
    expect(result.leftAlone).toEqual([
      expect.objectContaining({ file: '.yarnrc.yml', kind: 'catalog', specifier: 'npm:^1.0.0' }),
    ]);
  });

  const shared = `catalog:
  react: &react ^18.0.0 # one for both
  react-dom: *react
  "@types/react": *react
overrides:
  x: *react
`;
  test('a range that others share by an anchor is changed for its own entry alone', async () => {
    const both = await plan('{}', { react: '18.2.0', 'react-dom': '18.2.0' }, shared);
    expect(written(both, 'pnpm-workspace.yaml')).toBe(
      shared
        .replace('&react ^18.0.0', '&react ^18.2.0')
        .replace('react-dom: *react', 'react-dom: ^18.2.0')
        .replace('"@types/react": *react', '"@types/react": ^18.0.0')
        .replace('x: *react', 'x: ^18.0.0'),
    );
    const one = await plan('{}', { 'react-dom': '18.2.0' }, `\uFEFF${shared}`);
    expect(written(one, 'pnpm-workspace.yaml')).toBe(
      `\uFEFF${shared.replace('react-dom: *react', 'react-dom: ^18.2.0')}`,
    );
    expect([...both.updated, ...one.updated].map(({ package: name, to }) => `${name} ${to}`)).toEqual([
      'react ^18.2.0',
      'react-dom ^18.2.0',
      'react-dom ^18.2.0',
    ]);
  });

  test.each([
    ['catalogs:\n  a: &a\n    lib: ^1.0.0\n  b: *a\n', ['catalogs.a', 'catalogs.b']],
    ['catalogs:\n  a: &a\n    lib: ^1.0.0\n  b:\n    <<: *a\n    other: ^1.0.0\n', ['catalogs.a', 'catalogs.b']],
  ])('a whole catalog that is shared is left and reported: %j', async (text, kinds) => {
    const { changes, leftAlone } = await plan('{}', { lib: '1.1.0' }, text);
    expect(changes).toEqual([]);
    expect(leftAlone).toEqual(
      kinds.map((kind) =>
        expect.objectContaining({ kind, reason: expect.stringMatching(/shared by the YAML anchor &a; write out/) }),
      ),
    );
  });

  test('a number that would be read as another one is quoted', async () => {
    const result = await plan('{}', { lib: '1.10.0' }, 'catalog:\n  lib: 1.9\n');
    expect(written(result, 'pnpm-workspace.yaml')).toBe("catalog:\n  lib: '1.10'\n");
  });

  test('malformed YAML is located', async () => {
    await expect(plan('{}', {}, 'catalog:\n  a: "x\n b: [')).rejects.toMatchObject({
      faults: expect.arrayContaining([
        expect.objectContaining({
          file: 'pnpm-workspace.yaml',
          message: expect.stringMatching(/not valid YAML/),
          line: expect.any(Number),
        }),
      ]),
    });
  });
});
