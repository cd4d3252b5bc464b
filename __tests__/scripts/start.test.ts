import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { cp, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { root } from '../../scripts/project.ts';
import { ofMatrix, slow } from '../support/slow.ts';
import { temporaryFolders } from '../support/temporary.ts';

const folder = temporaryFolders();
const SCRIPTS = [
  ...['scripts/demo', 'scripts/histories', 'scripts/mutants', 'scripts/bench', 'scripts/e2e', 'scripts/crash-points'],
  ...['scripts/build', 'scripts/check', 'scripts/contracts', 'scripts/complete-lock-file', 'scripts/release'],
  ...['scripts/acceptance', 'scripts/manifest-reference', 'scripts/doctor', 'scripts/train', 'scripts/practice'],
  ...['scripts/plan'],
  ...['scripts/extract-github-api', 'simulator/cli'],
];
/** What is wrong with a file is told before anything is asked there. */
const NOWHERE = 'http://127.0.0.1:1';
const MANIFEST = `
name: pair
defaults: { workflow: publish.yml }
components: { one: { repository: acme/one } }
`;
/** Nothing is wrong with it. */
const SENT = MANIFEST.replace('publish.yml', 'publish.yml, inputs: { version: "{version}", nonce: "{nonce}" }');

interface Said {
  readonly exitCode: number | null;
  readonly text: string;
}

/** What a script says, and how it ends; started as npm does, by a person who is in `here`. */
function said(name: string, args: readonly string[], { here = root, home = root } = {}): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--no-warnings', join(home, 'scripts/start.js'), name, ...args], {
      cwd: home,
      env: {
        ...process.env,
        INIT_CWD: here,
        npm_lifecycle_event: 'it',
        GITHUB_TOKEN: 'a-token',
        GITHUB_API_URL: NOWHERE,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, text }));
  });
}

/** `npm test` asks every other script one of the two. */
const asked = (question: number) => ofMatrix(SCRIPTS, (name) => SCRIPTS.indexOf(name) % 4 === question);

describe('each script', () => {
  test.each(asked(0))('%s tells by --help what it does, and does nothing', async (name) => {
    const { exitCode, text } = await said(name, ['--help']);
    expect(exitCode).toBe(0);
    expect(text.split('\n')[0]).toMatch(/[a-z]/);
    expect(text).not.toMatch(/\*\/|^\s*at /m);
  });

  test.each(asked(1))('%s answers an unknown option in two lines', async (name) => {
    const answer = await said(name, ['--no-such-option']);
    expect(answer).toEqual({
      exitCode: 2,
      text: '--no-such-option: there is no such option.\nnpm run it -- --help says what there is.\n',
    });
  });
});

describe('a mistake is answered in two lines', () => {
  test.each([
    ['scripts/demo', ['--mainfest', 'x'], '--mainfest: there is no such option; did you mean "manifest"?'],
    ['scripts/demo', ['core'], 'core: no word is expected; an option begins with --.'],
    ['scripts/demo', ['--manifest'], '--manifest: its value is missing.'],
    ['scripts/demo', ['--kill=yes'], '--kill=yes: --kill takes no value.'],
    ['scripts/demo', ['--changed', 'a.js'], '--changed: give the --hub whose file is rehearsed.'],
    ['scripts/demo', ['--hub', 'no.yml'], '--hub no.yml: there is no such file '],
    [
      'scripts/demo',
      ['--hub', 'a.yml', '--kill'],
      '--kill: the rehearsal of a hub takes --trigger and --changed only.',
    ],
    ['scripts/histories', ['--seeds', 'many'], '--seeds many: expected a whole number from 1 on.'],
    ['scripts/histories', ['--without', 'lags'], '--without lags: expected some of '],
    ['scripts/histories', ['--trace'], '--trace and --save are of one history: give its --seed.'],
    ['scripts/crash-points', ['--bundle', '0'], '--bundle 0: expected a whole number from 1 on.'],
    ['scripts/mutants', ['--only', 'no such mutant'], '--only no such mutant: no mutant has that in its name.'],
    ['scripts/release', ['plam'], 'plam: expected one of plan, publish, move-tags.'],
    ['simulator/cli', ['--port', '99999'], '--port 99999: expected a whole number from 0 to 65535.'],
    ['simulator/cli', ['a.yml', 'b.yml'], 'b.yml: one word too many; an option begins with --.'],
    ['scripts/demo', ['--hepl'], '--hepl: there is no such option; did you mean "help"?'],
    ['scripts/practice', ['--run-ms', 'soon'], '--run-ms soon: expected a whole number from 0 on.'],
    [
      'scripts/train',
      ['--manifest', 'x.yml', '--dryrun'],
      '--dryrun: there is no such option; did you mean "dry-run"?',
    ],
    ['scripts/plan', ['--folder', 'no-folder'], '--folder no-folder: there is no such folder '],
    ['scripts/plan', ['--folder', '__tests__'], `${join(root, '__tests__')} has no folder .changeset.`],
    ['scripts/doctor', ['selftest'], 'selftest: expected one of check, discover, install, self-test.'],
    ['scripts/doctor', ['discover', '--clones', 'no-folder'], '--clones no-folder: there is no such folder '],
    ['scripts/acceptance', ['--only', 'clams'], '--only clams: there is no such scenario; did you mean "claims"?'],
    [
      'scripts/acceptance',
      ['--leave-out', 'clams: why'],
      '--leave-out clams: there is no such scenario; did you mean "claims"?',
    ],
  ])('%s %j', async (name, args, first) => {
    const { exitCode, text } = await said(name, args);
    expect(exitCode).toBe(2);
    expect(text.split('\n')[0]?.startsWith(first)).toBe(true);
    expect(text.trimEnd().split('\n')).toHaveLength(2);
  });

  const DEMO = ['scripts/demo', '--manifest'];
  const TRAIN = ['scripts/train', '--repository', 'acme/releases', '--manifest'];
  const DOCTOR = ['scripts/doctor', 'install', '--repository', 'acme/releases', '--manifest'];
  const SIMULATOR = ['simulator/cli'];
  slow.each([
    [TRAIN, 'none.yml', /^--manifest none\.yml: there is no such file \(/],
    [DOCTOR, 'folder', /^--manifest folder: this is a folder, expected a file \(/],
    [DEMO, 'empty.yml', /empty\.yml:1:1: A manifest is a map with name and components; the document is empty\.$/m],
    [TRAIN, 'empty.yml', /error: empty\.yml:1:1: A manifest is a map .* the document is empty\.$/m],
    [SIMULATOR, 'empty.yml', /^MANIFEST empty\.yml: expected a map components, each with its repository/],
    [DEMO, 'binary.yml', /binary\.yml is not UTF-8 text\. Save it as UTF-8\.$/m],
    [DOCTOR, 'binary.yml', /^error: .*binary\.yml is not UTF-8 text\. Save it as UTF-8\.$/m],
    [SIMULATOR, 'binary.yml', /^MANIFEST binary\.yml is not UTF-8 text\. Save it as UTF-8\.$/m],
    [DEMO, 'nothing.yml', /nothing\.yml:1:1: The manifest has no components, which is required\.$/m],
    [SIMULATOR, 'list.yml', /^MANIFEST list\.yml: expected a map components, each with its repository/],
  ])('%j of a manifest: %s', async ([name = '', ...args], file, what) => {
    const here = await folder({
      ...{ 'folder/inner.yml': MANIFEST, 'empty.yml': '', 'nothing.yml': 'name: x\n' },
      'list.yml': 'name: x\ncomponents: [one]\n',
    });
    await writeFile(join(here, 'binary.yml'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00, 0x1a]));
    const { exitCode, text } = await said(name, [...args, file], { here });
    expect(exitCode).toBeGreaterThan(0);
    expect(text).toMatch(what);
    const lines = text
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('Rehearsal of '));
    expect(lines.length).toBeLessThanOrEqual(2);
    expect(text).not.toMatch(/::error|^\s*at |EISDIR|To go on/m);
  });

  test('of a file that is missing, with the place where it was looked for', async () => {
    const here = await folder();
    const { exitCode, text } = await said('simulator/cli', ['train.yml'], { here });
    expect({ exitCode, text }).toEqual({
      exitCode: 2,
      text: `MANIFEST train.yml: there is no such file (${join(here, 'train.yml')}).\nPaths count from the folder in which you are.\n`,
    });
  });

  test('of a port that is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const here = await folder({ 'train.yml': MANIFEST });
      const { exitCode, text } = await said('simulator/cli', ['train.yml', '--port', String(port)], { here });
      expect(exitCode).toBe(2);
      expect(text).toBe(
        `--port ${port}: something else listens there.\nChoose another one, or 0 for any that is free.\n`,
      );
    } finally {
      server.close();
    }
  });

  slow('of a GitHub that cannot be reached, within seconds and once more at the end', async () => {
    const here = await folder({ 'train.yml': SENT });
    const given = ['--repository', 'acme/releases', '--manifest', 'train.yml'];
    const all = [
      said('scripts/doctor', given, { here }),
      said('scripts/doctor', ['install', ...given], { here }),
      said('scripts/doctor', ['discover', '--owners', 'acme'], { here }),
      said('scripts/train', [...given, '--release-type', 'patch'], { here }),
    ];
    for (const { exitCode, text } of await Promise.all(all)) {
      const why = '127.0.0.1:1: the connection was refused (ECONNREFUSED)';
      const lines = text.split('\n').filter((line) => !/^Still looking|^ *[\d.]+s Train /.test(line));
      expect({ exitCode, lines }).toEqual({
        exitCode: 2,
        lines: [
          `GitHub is not reached yet: ${why}. It is tried for 10 s; Ctrl-C ends it.`,
          `GitHub cannot be reached: ${why}.`,
          'Check the network, GITHUB_API_URL, and HTTPS_PROXY and NO_PROXY where a proxy is needed.',
          '',
        ],
      });
    }
  });

  test('of packages that are not installed', async () => {
    const home = await folder({ 'package.json': '{"type":"module"}', 'scripts/demo.ts': 'throw new Error();' });
    await cp(join(root, 'scripts/start.js'), join(home, 'scripts/start.js'));
    expect(await said('scripts/demo', [], { home })).toEqual({
      exitCode: 2,
      text: `demo: the packages of this repository are not installed, or older than it.\nRun: npm ci --prefix ${home}\n`,
    });
  });
});

slow(
  'npm run plan says what the changesets of a workspace would release, in publish order, and writes nothing',
  async () => {
    const here = await folder();
    await cp(join(root, 'examples/event-forge'), join(here, 'forge'), { recursive: true });
    const before = await readdir(join(here, 'forge'), { recursive: true });
    const { exitCode, text } = await said('scripts/plan', ['--folder', 'forge', '--markdown'], { here });
    expect(exitCode).toBe(0);
    expect(text).toMatch(
      /Wave 1: @event-forge\/inbox-outbox-core 1\.1\.0\n.*Wave 2: .*\n.*Wave 3: @event-forge\/inbox-outbox-nestjs 1\.1\.0\n/,
    );
    expect(text).toContain('5 releases from 2 changesets, in publish order.');
    expect(text).toContain('| `@event-forge/inbox-outbox-core` | `1.0.0` |');
    const asRead = await said('scripts/plan', ['--folder', 'forge'], { here });
    expect(asRead.text).toMatch(
      /^@event-forge\/inbox-outbox-core {5,}1\.0\.0 {2}1\.1\.0 {2}minor {2}changeset .*`relay\(\{ batch/m,
    );
    expect(await readdir(join(here, 'forge'), { recursive: true })).toEqual(before);
  },
);
