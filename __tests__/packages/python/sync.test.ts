import { chmod, readdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { channelsFrom } from '../../../src/packages/python/from-semver.ts';
import { planSync, type SyncRequest } from '../../../src/packages/python/sync.ts';
import { UserError } from '../../../src/platform/errors.ts';
import { slow } from '../../support/slow.ts';
import { temporaryFolders } from '../../support/temporary.ts';

const folder = temporaryFolders();
const pyproject = (version = '1.4.2', name = 'forge') => `[project]\nname = "${name}"\nversion = "${version}"\n`;
const dynamic = (rest: string) => `[project]\nname = "forge"\ndynamic = ["version"]\n${rest}`;

type Files = Readonly<Record<string, string | Buffer>>;

async function plan(files: Files, request: Partial<SyncRequest> = {}) {
  const workspace = request.workspace ?? (await folder(files));
  return planSync({ workspace, version: '1.5.0', channels: channelsFrom({}), ...request });
}

async function faultsOf(files: Files, request: Partial<SyncRequest> = {}) {
  const error = await plan(files, request).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserError)) throw new Error('expected a UserError', { cause: error });
  return error.faults;
}

const messagesOf = async (files: Files, request: Partial<SyncRequest> = {}) =>
  (await faultsOf(files, request)).map(({ message }) => message).join('\n');

describe('what is refused', () => {
  const refused: [string, Files, string[]][] = [
    ['no Python project', { 'package.json': '{}' }, ['No Python project was found', 'input to']],
    [
      'two pyprojects, none named',
      { 'a/pyproject.toml': pyproject(), 'b/c/pyproject.toml': pyproject() },
      ['2 Python projects were found: a, b/c', 'input to'],
    ],
    ['a downgrade', { 'pyproject.toml': pyproject('2.0.0') }, ['holds 2.0.0', '1.5.0', 'would be a downgrade']],
    ['a downgrade below a post-release', { 'pyproject.toml': pyproject('1.5.0.post1') }, ['would be a downgrade']],
    [
      'two places that disagree',
      { 'pyproject.toml': `${pyproject()}[tool.poetry]\nversion = "1.4.1"\n` },
      [
        'pyproject.toml ([project].version) says 1.4.2',
        'pyproject.toml ([tool.poetry].version) says 1.4.1',
        'disagree',
      ],
    ],
    [
      'a __version__ that disagrees',
      { 'pyproject.toml': pyproject(), 'forge/__init__.py': '__version__ = "0.1"\n' },
      ['forge/__init__.py (__version__) says 0.1'],
    ],
    [
      'a static and a dynamic version',
      { 'pyproject.toml': `${pyproject()}dynamic = ["version"]\n` },
      ['two sources', '[project].version is "1.4.2"', '[project].dynamic'],
    ],
    [
      'a literal beside a version from the git tag',
      {
        'pyproject.toml': dynamic('[tool.hatch.version]\nsource = "vcs"\n'),
        'setup.cfg': '[metadata]\nversion = 1.4.2\n',
      },
      ['two sources', 'git tag', 'setup.cfg ([metadata] version)'],
    ],
    ['a project without a version', { 'pyproject.toml': '[project]\nname = "forge"\n' }, ['No version was found']],
    ['a dynamic version from nowhere', { 'pyproject.toml': dynamic('') }, ['No version was found']],
    [
      'a version that is no string',
      { 'pyproject.toml': '[project]\nversion = 1.4\n' },
      ['[project].version is not a string'],
    ],
    ['a placeholder', { 'pyproject.toml': pyproject('@VERSION@') }, ['holds "@VERSION@"', 'PEP 440']],
    ['an npm version in a Python file', { 'pyproject.toml': pyproject('1.0.0-next.1') }, ['"1.0.0-next.1"']],
    [
      'broken TOML',
      { 'pyproject.toml': '[project]\nname = "forge"\nversion = \n' },
      ['pyproject.toml is not valid TOML'],
    ],
    ['a duplicate key', { 'pyproject.toml': `${pyproject()}version = "1"\n` }, ['is not valid TOML']],
    ['a file that is not UTF-8', { 'pyproject.toml': Buffer.from([0x5b, 0xff, 0x5d]) }, ['not UTF-8']],
    [
      'a hatch file that does not exist',
      { 'pyproject.toml': dynamic('[tool.hatch.version]\npath = "gone.py"\n') },
      ['names gone.py, which does not exist'],
    ],
    [
      'hatch’s code source',
      { 'pyproject.toml': dynamic('[tool.hatch.version]\nsource = "code"\npath = "x.py"\n') },
      ['source = "code"'],
    ],
    [
      'a hatch pattern that matches nothing',
      { 'pyproject.toml': dynamic('[tool.hatch.version]\npath = "v"\npattern = "V(?P<version>.+)"\n'), v: '1.0' },
      ['matches nothing'],
    ],
    [
      'a hatch pattern that never ends',
      {
        'pyproject.toml': dynamic('[tool.hatch.version]\npath = "v"\npattern = "(?P<version>(a+)+)$"\n'),
        v: `${'a'.repeat(60)}b`,
      },
      ['(a+)+', 'did not end within 2000 ms on v', 'simpler pattern'],
    ],
    [
      'TOML that is nested without end',
      { 'pyproject.toml': `${pyproject()}x = ${'['.repeat(20_000)}${']'.repeat(20_000)}` },
      ['pyproject.toml is nested too deeply'],
    ],
    [
      'a hatch pattern only Python understands',
      { 'pyproject.toml': dynamic('[tool.hatch.version]\npath = "v"\npattern = "(?(1)a|b)"\n'), v: '1.0' },
      ['only Python'],
    ],
    [
      'a computed attribute',
      {
        'pyproject.toml': dynamic('[tool.setuptools.dynamic]\nversion = { attr = "forge.__version__" }\n'),
        'forge.py': 'parts = 1, 4\n__version__ = ".".join(map(str, parts))\n',
      },
      ['forge.py: __version__ is computed'],
    ],
    [
      'an attribute assigned twice',
      {
        'pyproject.toml': dynamic('[tool.setuptools.dynamic]\nversion = { attr = "forge.__version__" }\n'),
        'forge.py': '__version__ = "1.0"\n__version__ = "1.1"\n',
      },
      ['assigns __version__ 2 times'],
    ],
    [
      'an attribute of a module that is not there',
      { 'pyproject.toml': dynamic('[tool.setuptools.dynamic]\nversion = { attr = "gone.__version__" }\n') },
      ['no module "gone"'],
    ],
    [
      'an attribute that is not assigned',
      {
        'pyproject.toml': dynamic('[tool.pdm]\nversion = { source = "file", path = "v.py" }\n'),
        'v.py': '# __version__ = "1.4.2"\n',
      },
      ['v.py assigns no __version__'],
    ],
    [
      'a computed setup.py',
      { 'setup.py': 'from setuptools import setup\nsetup(version="1." + "4")\n' },
      ['is computed'],
    ],
    [
      'a version built from adjacent strings',
      { 'setup.py': 'from setuptools import setup\nsetup(version="1." "4")\n' },
      ['is computed'],
    ],
    ['an f-string', { 'setup.py': 'from setuptools import setup\nsetup(version=f"1.4")\n' }, ['is computed']],
    [
      'a crate that is not there',
      { 'pyproject.toml': `${dynamic('')}[build-system]\nbuild-backend = "maturin"\n` },
      ['Cargo.toml'],
    ],
  ];
  test.each(refused)('%s', async (_, files, words) => {
    const messages = await messagesOf(files);
    for (const word of words) expect(messages).toContain(word);
  });

  test('the fault has its place', async () => {
    const [fault] = await faultsOf({ 'py/pyproject.toml': pyproject('2.0.0') });
    expect(fault).toMatchObject({ file: 'py/pyproject.toml', line: 3, column: 12 });
  });

  test('a version that cannot be mapped, before any file is read', async () => {
    expect(await messagesOf({}, { version: '1.0.0-next.1' })).toContain('"next: dev"');
  });

  test('a step that does not keep the order', async () => {
    const request = { version: '1.0.0-beta.0', previous: '1.0.0-beta' };
    expect(await messagesOf({ 'pyproject.toml': pyproject('1.0.0b0') }, request)).toContain('is the same as');
  });

  test('the faults of all projects at once', async () => {
    const files = {
      'a/pyproject.toml': pyproject('2.0.0'),
      'b/pyproject.toml': 'x',
      'c/readme': '',
      'd/pyproject.toml': pyproject(),
    };
    expect((await faultsOf(files, { to: ['a', 'b', 'c', 'd', 'e'] })).map(({ message }) => message)).toEqual([
      expect.stringContaining('b/pyproject.toml is not valid TOML'),
      expect.stringContaining('no Python project in c'),
      expect.stringContaining('"e" does not exist'),
    ]);
  });
});

describe('paths stay in the workspace', () => {
  test.each(['..', '../other', '/', 'a/../../other', '/etc'])('to: %s', async (to) => {
    expect(await messagesOf({ 'a/pyproject.toml': pyproject() }, { to: [to] })).toContain('lies outside the workspace');
  });

  test('a file is no project folder', async () => {
    const files = { 'pyproject.toml': pyproject() };
    expect(await messagesOf(files, { to: ['pyproject.toml'] })).toContain('is a file. Expected the folder');
  });

  test('a folder, a file and a path in pyproject.toml that lead out by a link or by ..', async () => {
    const outside = await folder({ 'pyproject.toml': pyproject(), 'version.py': '__version__ = "1.4.2"\n' });
    const hatch = (path: string) => dynamic(`[tool.hatch.version]\npath = "${path}"\n`);
    const workspace = await folder({
      'b/x': '',
      'c/pyproject.toml': hatch('link.py'),
      'd/pyproject.toml': hatch('../../version.py'),
    });
    await symlink(outside, join(workspace, 'a'), 'junction');
    await symlink(join(outside, 'pyproject.toml'), join(workspace, 'b/pyproject.toml'));
    await symlink(join(outside, 'version.py'), join(workspace, 'c/link.py'));
    for (const to of ['a', 'b', 'c', 'd']) {
      expect(await messagesOf({}, { workspace, to: [to] })).toContain('lies outside the workspace');
    }
  });

  test('a link within the workspace is followed and kept', async () => {
    const workspace = await folder({ 'real.toml': pyproject(), 'py/x': '' });
    await symlink(join(workspace, 'real.toml'), join(workspace, 'py/pyproject.toml'));
    const plan = await planSync({ workspace, version: '1.5.0', channels: channelsFrom({}), to: ['py'] });
    await plan.write();
    expect(plan.files).toEqual(['real.toml']);
    expect(await readFile(join(workspace, 'py/pyproject.toml'), 'utf8')).toBe(pyproject('1.5.0'));
  });
});

describe('nothing to write', () => {
  const elsewhere: [string, Files, string][] = [
    ['hatch-vcs', { 'pyproject.toml': dynamic('[tool.hatch.version]\nsource = "vcs"\n') }, 'git tag'],
    [
      'hatch-nodejs-version',
      { 'pyproject.toml': dynamic('[tool.hatch.version]\nsource = "nodejs"\n') },
      'package.json',
    ],
    [
      'setuptools-scm',
      { 'pyproject.toml': dynamic('[build-system]\nrequires = ["setuptools>=80", "setuptools_scm[toml]>=8"]\n') },
      'setuptools-scm takes the version from the git tag',
    ],
    [
      'setuptools-scm by its table',
      { 'pyproject.toml': dynamic('[tool.setuptools_scm]\nlocal_scheme = "x"\n') },
      'git tag',
    ],
    ['use_scm_version', { 'setup.py': 'from setuptools import setup\nsetup(use_scm_version=True)\n' }, 'git tag'],
    [
      'pbr',
      { 'setup.py': 'import setuptools\nsetuptools.setup(pbr=True)\n' },
      'pbr takes the version from the git tag',
    ],
    ['pdm scm', { 'pyproject.toml': dynamic('[tool.pdm]\nversion = { source = "scm" }\n') }, 'git tag'],
    [
      'poetry-dynamic-versioning',
      { 'pyproject.toml': '[tool.poetry]\nversion = "0.0.0"\n[tool.poetry-dynamic-versioning]\nenable = true\n' },
      'git tag',
    ],
  ];
  test.each(elsewhere)('%s', async (_, files, reason) => {
    const { edits, notes, version } = await plan({ ...files, 'uv.lock': 'version = 1\n' });
    expect({ edits, version }).toEqual({ edits: [], version: '1.5.0' });
    expect(notes[0]).toContain(reason);
    expect(notes[0]).toContain('nothing to write');
  });

  test('when everything is there already', async () => {
    const { edits, diff, notes } = await plan({ 'pyproject.toml': pyproject('1.5.0') });
    expect({ edits, diff, notes }).toEqual({ edits: [], diff: '', notes: [] });
  });
});

describe('several projects', () => {
  test('share a lock file and are written together', async () => {
    const lock = (version: string) =>
      ['a', 'b']
        .map((n) => `[[package]]\nname = "${n}"\nversion = "${version}"\nsource = { editable = "py/${n}" }\n`)
        .join('\n');
    const workspace = await folder({
      'py/a/pyproject.toml': pyproject('1.4.2', 'a'),
      'py/b/pyproject.toml': pyproject('1.0', 'b'),
      'uv.lock': lock('1.0.0'),
    });
    const done = await plan({}, { workspace, to: ['py/a', 'py/b/', './py/a'] });
    await done.write();
    expect(done.files).toEqual(['py/a/pyproject.toml', 'py/b/pyproject.toml', 'uv.lock']);
    expect(await readFile(join(workspace, 'uv.lock'), 'utf8')).toBe(lock('1.5.0'));
    expect(await readFile(join(workspace, 'py/b/pyproject.toml'), 'utf8')).toBe(pyproject('1.5.0', 'b'));
  });

  test('a lock file without the project is said', async () => {
    const { notes, files } = await plan({ 'pyproject.toml': pyproject(), 'uv.lock': 'version = 1\n' });
    expect(files).toEqual(['pyproject.toml']);
    expect(notes).toEqual(['uv.lock holds no version of forge itself (run uv lock).']);
  });

  test('a copy that says something else, and one by its parts, are named', async () => {
    const { notes, files } = await plan({
      'pyproject.toml': `${pyproject()}[tool.commitizen]\nversion = "1.3.0"\n`,
      'forge/__init__.py': '__version__ = "1.4.2"\nversion_info = (1, 4, 2)\n',
      'forge/_version.py': '__version__ = "1.4.1"\n',
      'forge/version.py': 'VERSION = "1"\n',
    });
    expect(files).toEqual(['forge/__init__.py', 'pyproject.toml']);
    expect(notes).toEqual([
      'forge/__init__.py writes version_info out by its parts, which is not kept in line; compute it from the version.',
      'forge/_version.py (__version__) says 1.4.1, unlike the project, and is left as it is.',
      'pyproject.toml ([tool.commitizen].version) says 1.3.0, unlike the project, and is left as it is.',
    ]);
  });
});

describe('all or nothing', () => {
  const files = { 'a/pyproject.toml': pyproject(), 'b/pyproject.toml': pyproject() };

  test('a read-only file: none is written, and no temporary file stays', async () => {
    const workspace = await folder(files);
    await chmod(join(workspace, 'b/pyproject.toml'), 0o444);
    const { write } = await plan({}, { workspace, to: ['a', 'b'] });
    await expect(write()).rejects.toThrow('b/pyproject.toml cannot be written: it is read-only. No file was changed');
    for (const path of Object.keys(files)) {
      expect(await readFile(join(workspace, path), 'utf8')).toBe(pyproject());
      expect(await readdir(join(workspace, dirname(path)))).toEqual(['pyproject.toml']);
    }
  });

  test('a cancelled step writes nothing', async () => {
    const workspace = await folder(files);
    const signal = AbortSignal.abort(new Error('cancelled'));
    const { write } = await plan({}, { workspace, to: ['a', 'b'], signal });
    await expect(write()).rejects.toThrow('cancelled');
    expect(await readFile(join(workspace, 'a/pyproject.toml'), 'utf8')).toBe(pyproject());
  });

  test('planning writes nothing, and the diff shows what would change', async () => {
    const workspace = await folder({ 'pyproject.toml': pyproject() });
    const { diff } = await plan({}, { workspace });
    expect(await readFile(join(workspace, 'pyproject.toml'), 'utf8')).toBe(pyproject());
    expect(diff.split('\n')).toEqual([
      '--- a/pyproject.toml',
      '+++ b/pyproject.toml',
      '@@ -1,3 +1,3 @@',
      ' [project]',
      ' name = "forge"',
      '-version = "1.4.2"',
      '+version = "1.5.0"',
    ]);
  });
});

describe('the one project of a workspace', () => {
  test('is found below the root, past tool settings, hidden folders, modules and virtual environments', async () => {
    const project = pyproject();
    const { files } = await plan({
      'pyproject.toml': '[tool.ruff]\nline-length = 100\n',
      'setup.cfg': '[flake8]\nmax-line-length = 100\n',
      '.hidden/pyproject.toml': project,
      'node_modules/x/pyproject.toml': project,
      'env/pyvenv.cfg': '',
      'env/lib/pyproject.toml': project,
      'packages/python/pyproject.toml': project,
    });
    expect(files).toEqual(['packages/python/pyproject.toml']);
  });
});

slow('a lock file of 1,000 packages and 3 MB is read in seconds', async () => {
  const entry = (index: number) =>
    `[[package]]\nname = "p${index}"\nversion = "1.4.2"\nsource = { registry = "https://example.com/simple" }\nwheels = [\n` +
    `    { url = "https://example.com/p-1.4.2.whl", hash = "sha256:${'0'.repeat(64)}", size = 1 },\n`.repeat(20) +
    ']\n\n';
  const own = '[[package]]\nname = "forge"\nversion = "1.4.2"\nsource = { editable = "." }\n';
  const lock = `version = 1\n\n${Array.from({ length: 1_000 }, (_, index) => entry(index)).join('')}${own}`;
  const { edits } = await plan({ 'pyproject.toml': pyproject(), 'uv.lock': lock });
  expect(edits).toHaveLength(2);
});
