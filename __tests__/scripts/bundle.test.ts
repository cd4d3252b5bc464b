import { existsSync } from 'node:fs';
import { cp, link, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { importedWhole, withoutLicence } from '../../scripts/bundle.ts';
import { chunkNames, doubled, namedChunks } from '../../scripts/chunks.ts';
import { compact } from '../../scripts/compact.ts';
import { joinedFiles } from '../../scripts/joined-files.ts';
import { root } from '../../scripts/project.ts';
import { run } from '../support/processes.ts';
import { slow } from '../support/slow.ts';
import { temporaryFolders } from '../support/temporary.ts';

const folder = temporaryFolders();

const LOADED_LATE = ['@actions/core', '@octokit/endpoint', 'ajv', 'yaml'];

describe('the bundle', () => {
  const builtElsewhere = async () => {
    const elsewhere = join(await folder(), 'a folder further down');
    await copyProject(elsewhere);
    const said = await run(process.execPath, [join(elsewhere, 'scripts', 'build.ts')], { cwd: root });
    // What npm run build has left here, which npm run check holds against the sources.
    const [here, there] = [await filesOf(join(root, 'dist')), await filesOf(join(elsewhere, 'dist'))];
    expect([...there.keys()]).toEqual([...here.keys()]);
    expect([...there.keys()]).toEqual(expect.arrayContaining(['index.js', 'train.js', 'licenses.txt']));
    const different = [...here].filter(([name, content]) => !there.get(name)?.equals(content));
    expect(different.map(([name]) => name)).toEqual([]);

    // The build refuses a package without licence: what counts is that it knows those that are loaded late.
    expect(said).toMatch(/with code of [3-9]\d packages/);
    expect(withoutLicence(LOADED_LATE, String(there.get('licenses.txt')))).toEqual([]);
  };
  // That it is what the sources give here, `npm run check` says.
  slow('is the same, byte for byte, wherever it is built, and tells every licence', builtElsewhere);

  test('tells the licence of what is loaded late', async () => {
    const told = await readFile(join(root, 'dist/licenses.txt'), 'utf8');
    expect(withoutLicence(LOADED_LATE, told)).toEqual([]);
  });

  test('names a package whose licence is not told', () => {
    expect(withoutLicence(['@scope/a', 'b', 'c'], '@scope/a\nMIT\nText of b\n\nc\r\nISC\n')).toEqual(['b']);
  });
});

describe('the files of the bundle', () => {
  const module = (name: string, size: number, ...chunks: number[]) => ({ name, size, chunks });
  const modules = [
    module('./build/src/actions/train.js', 900, 1),
    module('./build/src/train/plan/plan.js', 50, 1),
    module('./node_modules/@scope/lib/index.js', 500, 2),
    { size: 700, chunks: [3], modules: [{ name: './build/src/engine/runs/follow.js', size: 700 }] },
    module('./build/src/engine/runs/launch.js', 300, 4),
  ];

  test('say what they hold: an action, a library, or a room', () => {
    expect(Object.fromEntries(chunkNames(modules))).toEqual({
      1: 'action-train.js',
      2: 'lib-scope-lib.js',
      3: 'engine-runs.js',
      4: 'engine-runs.js',
    });
  });

  test('never have the name of an action, whose stub would replace them', () => {
    const room = [module('./build/src/train/machine.js', 400, 9)];
    expect([...chunkNames(room).values()]).toEqual(['train.js']);
    expect([...chunkNames(room, ['train']).values()]).toEqual(['train-machine.js']);
  });

  test('hold all that is shared of one room, and are asked for once by an import', async () => {
    const chunk = (id: number, text: string) =>
      Buffer.from(`export const id = ${id};\nexport const ids = [${id}];\nexport const modules = {\n${text}\n};\n`);
    const load = 'Promise.all(/* import() */[r.e(3), r.e(2), r.e(4)]).then(run)';
    const files = new Map([
      ['index.js', Buffer.from(`u = (chunkId) => {\n  return "" + chunkId + ".index.js";\n};\n${load}`)],
      ['3.index.js', chunk(3, "follow: () => 'followed'")],
      ['4.index.js', chunk(4, `launch: () => '${load}'`)],
    ]);
    const named = namedChunks(files, modules, []);
    expect([...named.keys()]).toEqual(['index.js', 'engine-runs.js']);
    const code = String(named.get('engine-runs.js'));
    const held = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    expect(held.ids).toEqual([3, 4]);
    expect(held.modules.follow()).toBe('followed');
    expect(held.modules.launch()).toBe('Promise.all(/* import() */[r.e(4), r.e(2)]).then(run)');
    expect(String(named.get('index.js'))).toContain('[r.e(4), r.e(2)]');
    expect(() => namedChunks(files.set('4.index.js', Buffer.from('other')), modules, [])).toThrow('no longer writes');
  });

  test('are looked up by these names, and a chunk of which nothing is known is refused', () => {
    const entry = 'u = (chunkId) => {\n  return "" + chunkId + ".index.js";\n};';
    const files = new Map([
      ['index.js', Buffer.from(entry)],
      ['3.index.js', Buffer.from('follow')],
      ['licenses.txt', Buffer.from('MIT')],
    ]);
    const named = namedChunks(files, modules, []);
    expect([...named.keys()]).toEqual(['index.js', 'engine-runs.js', 'licenses.txt']);
    expect(String(named.get('index.js'))).toContain('"3": "engine-runs.js"');
    expect(() => namedChunks(files.set('5.index.js', Buffer.from('')), modules, [])).toThrow('what 5.index.js holds');
    expect(() => namedChunks(new Map([['index.js', Buffer.from('')]]), modules, [])).toThrow(
      'no longer looks up chunks',
    );
  });

  test('import no module of Node with all that it exports', () => {
    const file = (...lines: string[]) => Buffer.from(lines.join('\n'));
    const files = new Map([
      ['a.js', file('import * as http from "node:http";', 'import { createRequire } from "module";')],
      [
        'b.js',
        file("import{Agent}from'https';", "import { main } from './index.js';", 'const a = import("node:tls");'),
      ],
      ['licenses.txt', file("import 'fs'")],
    ]);
    expect(importedWhole(files)).toEqual(['a.js: http', 'b.js: https']);
  });

  test('are joined where all imports together gain by it, libraries and rooms apart', () => {
    const sizes = { 'net.js': 30_000, 'time.js': 2000, 'plan.js': 70_000, 'lib-a.js': 2000, 'lib-b.js': 4000 };
    const often = ['net.js', 'time.js', 'lib-a.js', 'action-one.js'];
    const imports = [often, often, [...often, 'plan.js', 'lib-b.js'], ['time.js']].map((names) => new Set(names));
    const homes = joinedFiles(new Map(Object.entries({ ...sizes, 'action-one.js': 900 })), imports);
    expect(Object.fromEntries(homes)).toEqual({
      ...{ 'net.js': 'net.js', 'time.js': 'time.js', 'plan.js': 'plan.js' },
      ...{ 'lib-a.js': 'lib-b.js', 'lib-b.js': 'lib-b.js', 'action-one.js': 'action-one.js' },
    });
    // Once fewer imports load only one of the two.
    const together = joinedFiles(new Map(Object.entries(sizes)), imports.slice(0, 3));
    expect(together.get('time.js')).toBe('net.js');
  });

  test('keep the names of functions and classes, of libraries only those of classes', () => {
    const code =
      'export class Train { depart(platform) { const after = () => platform; return after(); } }\nfunction stop(train) { return train; }\nstop();';
    const own = String(compact('engine-runs.js', Buffer.from(code)));
    expect(own).toMatch(/class Train\{depart\((\w)\)\{const after=\(\)=>\1;.*function stop\(\w\)/);
    const library = String(compact('lib-a.js', Buffer.from(code)));
    expect(library).toContain('class Train{depart(');
    expect(library).not.toContain('after');
  });

  test('compile a module with its file, and ask the process for a module of Node', async () => {
    const module = (id: number, body: string) => `/***/ ${id}:\n/***/ ((module) => {\n\n${body}\n\n/***/ })`;
    const os = module(7, 'module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");');
    const chunk = `export const id = 1;\nexport const modules = {\n\n${os},\n\n${module(8, 'module.exports = (1);')}\n\n};\n`;
    const code = String(compact('room.js', Buffer.from(chunk)));
    expect(code).toMatch(/\{7:\(\w+=>\{.*,8:\(\w+=>\{/);
    const { modules } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    const exported: { exports?: unknown } = {};
    modules[7](exported);
    expect(exported.exports).toBe(process.getBuiltinModule('os'));
    const files = [...(await filesOf(join(root, 'dist')))].filter(([, content]) => content.includes('const modules={'));
    const late = files.filter(([, content]) => !/const modules=\{\d[\de]*:\(/.test(String(content)));
    expect(files.length).toBeGreaterThan(40);
    expect(late.map(([name]) => name)).toEqual([]);
  });

  test('hold nothing twice', () => {
    expect(doubled([...modules, module('./build/src/records.js', 10, 1, 3)])).toEqual(['./build/src/records.js']);
    expect(doubled(modules)).toEqual([]);
  });
});

/** The project as far as its build needs it, with the packages that it ships, and those that build it. */
async function copyProject(project: string): Promise<void> {
  const tracked = await run('git', ['ls-files', '-z', 'src', 'scripts', '*action.yml', '*.json'], { cwd: root });
  const paths = tracked.split('\0').filter((name) => name !== '');
  await Promise.all(paths.map((path) => cp(join(root, path), join(project, path))));
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean }>;
  };
  const builders = /^node_modules\/(typescript|@typescript\/.+|@types\/node|undici-types|@vercel\/ncc|@swc\/.+)$/;
  const needed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && (!dev || builders.test(path)));
  for (const [path] of needed) await linkTree(join(root, path), join(project, path));
}

async function filesOf(dist: string): Promise<Map<string, Buffer>> {
  const files = (await readdir(dist)).sort().map(async (name) => [name, await readFile(join(dist, name))] as const);
  return new Map(await Promise.all(files));
}

/** The same files under another name: a copy would take longer than the build, and a symbolic link be seen through. */
async function linkTree(from: string, to: string): Promise<void> {
  if (!existsSync(from)) return;
  await mkdir(to, { recursive: true });
  const entries = await readdir(from, { withFileTypes: true });
  const linked = entries.map(async (entry) => {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linkTree(source, target);
    else if (entry.isFile() && !existsSync(target)) await link(source, target).catch(() => cp(source, target));
  });
  await Promise.all(linked);
}
