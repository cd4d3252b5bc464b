import { spawn } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { root } from '../../scripts/project.ts';
import { temporaryFolders } from '../support/temporary.ts';

const folder = temporaryFolders();
const SCRIPTS = [
  ...['scripts/demo', 'scripts/histories', 'scripts/mutants', 'scripts/bench', 'scripts/e2e', 'scripts/crash-points'],
  ...['scripts/build', 'scripts/check', 'scripts/contracts', 'scripts/complete-lock-file', 'scripts/release'],
  ...['scripts/acceptance', 'scripts/manifest-reference', 'simulator/cli'],
];
const MANIFEST = `
name: pair
defaults: { workflow: publish.yml }
components: { one: { repository: acme/one } }
`;

interface Said {
  readonly exitCode: number | null;
  readonly text: string;
}

/** What a script says, and how it ends; started as npm does, by a person who is in `here`. */
function said(name: string, args: readonly string[], { here = root, home = root } = {}): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--no-warnings', join(home, 'scripts/start.js'), name, ...args], {
      cwd: home,
      env: { ...process.env, INIT_CWD: here, npm_lifecycle_event: 'it' },
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

describe.each(SCRIPTS)('%s', (name) => {
  test('tells by --help what it does, and does nothing', async () => {
    const { exitCode, text } = await said(name, ['--help']);
    expect(exitCode).toBe(0);
    expect(text.split('\n')[0]).toMatch(/[a-z]/);
    expect(text).not.toMatch(/\*\/|^\s*at /m);
  });

  test('answers an unknown option in two lines', async () => {
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
    ['scripts/histories', ['--seeds', 'many'], '--seeds many: expected a whole number from 1 on.'],
    ['scripts/histories', ['--without', 'lags'], '--without lags: expected some of '],
    ['scripts/histories', ['--trace'], '--trace and --save are of one history: give its --seed.'],
    ['scripts/crash-points', ['--bundle', '0'], '--bundle 0: expected a whole number from 1 on.'],
    ['scripts/mutants', ['--only', 'no such mutant'], '--only no such mutant: no mutant has that in its name.'],
    ['scripts/release', ['plam'], 'plam: expected one of plan, publish, move-tags.'],
    ['simulator/cli', ['--port', '99999'], '--port 99999: expected a whole number from 0 to 65535.'],
    ['simulator/cli', ['a.yml', 'b.yml'], 'b.yml: one word too many; an option begins with --.'],
  ])('%s %j', async (name, args, first) => {
    const { exitCode, text } = await said(name, args);
    expect(exitCode).toBe(2);
    expect(text.split('\n')[0]?.startsWith(first)).toBe(true);
    expect(text.trimEnd().split('\n')).toHaveLength(2);
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

  test('of packages that are not installed', async () => {
    const home = await folder({ 'package.json': '{"type":"module"}', 'scripts/demo.ts': 'throw new Error();' });
    await cp(join(root, 'scripts/start.js'), join(home, 'scripts/start.js'));
    expect(await said('scripts/demo', [], { home })).toEqual({
      exitCode: 2,
      text: `demo: the packages of this repository are not installed, or older than it.\nRun: npm ci --prefix ${home}\n`,
    });
  });
});
