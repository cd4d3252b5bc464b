import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { root } from '../../scripts/project.ts';
import { slow } from '../support/slow.ts';

const page = readFileSync(join(root, 'docs/getting-started.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
const [practice = '', own = ''] = page.split('## With your own repositories');

/** The commands of a part of the page, in order. */
function commandsIn(text: string): string[] {
  return [...text.matchAll(/^ *```sh\n([\s\S]*?)^ *```$/gm)].flatMap(([, block = '']) =>
    block
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );
}

/** What npm would run for `npm run NAME -- ARGUMENTS`, in a folder of its own: npm itself starts in the project's. */
function started(command: string): readonly string[] {
  const [, name = '', given = ''] = /^npm run ([\w-]+)(?: -- (.*))?$/.exec(command) ?? [];
  const [, script = ''] = /^node --no-warnings scripts\/start\.js (\S+)$/.exec(scripts[name] ?? '') ?? [];
  return ['--no-warnings', join(root, 'scripts/start.js'), script, ...given.split(' ').filter((one) => one !== '')];
}

let github: ChildProcess;
const env: Record<string, string> = {};
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'release-actions-started-'));
  // People do this in a clone of release-actions, which has changesets and a release of its own.
  for (const path of ['.changeset', '.github', 'package.json'])
    await cp(join(root, path), join(folder, path), { recursive: true });
  github = spawn(process.execPath, [...started('npm run practice'), '--port', '0', '--run-ms', '200'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: github.stdout ?? process.stdin })) {
    if (!line.startsWith('export ')) continue;
    for (const [, name = '', value = ''] of line.matchAll(/(\w+)=(\S+)/g)) env[name] = value;
    if ('PIP_INDEX_URL' in env) break;
  }
});
afterAll(async () => {
  github.kill();
  await once(github, 'exit');
});

/** `stopAt`: Ctrl-C, which reaches the whole group, once it says this. */
async function run(command: string, stopAt?: string): Promise<{ exitCode: number | null; text: string }> {
  const child = spawn(process.execPath, started(command), {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env, INIT_CWD: folder },
    detached: true,
  });
  let text = '';
  let isStopped = false;
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (isStopped || stopAt === undefined || !text.includes(stopAt) || child.pid === undefined) return;
      isStopped = true;
      process.kill(-child.pid, 'SIGINT');
    });
  const [exitCode] = await once(child, 'close');
  return { exitCode, text };
}

const commands = commandsIn(practice).filter((line) => /^npm run (doctor|demo|train)/.test(line));
const ends = [
  'Next: read',
  'Nothing stands in the way.',
  'Nothing was written.',
  'pull request opened',
  'order:      nothing was published before what it needs',
  'Dry run: 16 components',
];
const startedAt = Date.now();

/** Runs the page's commands from one up to another, each of which ends as the page says. */
async function walk(from: number, to: number): Promise<void> {
  for (const [index, end] of [...ends.entries()].slice(from, to)) {
    const { exitCode, text } = await run(commands[index] ?? '');
    const command = commands[index];
    expect(`${command}: ${exitCode} ${text.includes(end) ? '' : text}`).toBe(`${command}: 0 `);
    // What GitHub draws is a riddle in a terminal.
    expect(text).not.toContain('```mermaid');
    if (index === 1) expect(text).not.toContain('changesets-');
    if (index === 3) expect(text).toContain('16 repositories: nothing to do');
  }
}

test('its commands lead from no manifest to one in whose way nothing stands', async () => {
  expect(commands).toHaveLength(ends.length + 1);
  await walk(0, 2);
  // The four that the example says each repository takes.
  const draft = await readFile(join(folder, '.release-actions/release-train.yml'), 'utf8');
  expect(
    /^ {2}inputs:\n((?: {4}.*\n)+)/m
      .exec(draft)?.[1]
      ?.match(/^ +[\w-]+/gm)
      ?.map((name) => name.trim()),
  ).toEqual(['version', 'release_type', 'dependency_versions', 'nonce']);
});

async function walkOn(): Promise<void> {
  await walk(2, ends.length);
  const stopped = await run(commands.at(-1) ?? '', '[ 3/16]');
  const [, goOn = ''] = /To go on where it stopped:\n {2}(npm run train -- .+)$/m.exec(stopped.text) ?? [];
  expect(stopped.text).not.toMatch(/EPIPE|\n {4}at |<details>/);
  expect([stopped.exitCode === 0, goOn]).toEqual([
    false,
    expect.stringMatching(/ --release-type minor .*--train-id terminal-/),
  ]);
  const { exitCode, text } = await run(goOn);
  expect(`${exitCode} ${exitCode === 0 ? '' : text}`).toBe('0 ');
  // It is the one train: what was released before is not released again.
  expect(text).not.toMatch(/typescript-eda-domain \S+ succeeded/);
  const served = await Promise.all(
    ['typescript-eda', '@web-buddy/framework', 'chatgpt-buddy'].map(async (name) => {
      const answer = await fetch(`${env.npm_config_registry}${name.replace('/', '%2f')}`);
      return Object.keys(((await answer.json()) as { versions: object }).versions);
    }),
  );
  expect(served).toEqual(Array.from({ length: 3 }, () => ['1.0.0', '1.1.0']));
  expect(Date.now() - startedAt).toBeLessThan(10 * 60_000);
}
slow('and on to sixteen released packages, with a stop on the way', walkOn);

test('the finding that it lets people see is seen, with its line', async () => {
  const path = join(folder, '.release-actions/release-train.yml');
  const { writeFile } = await import('node:fs/promises');
  const draft = await readFile(path, 'utf8');
  await writeFile(
    path,
    draft.replace('[typescript-eda-domain, typescript-eda-infrastructure, ', '[typescript-eda-domain, '),
  );
  const [, check = ''] = commandsIn(practice).filter((line) => line.startsWith('npm run doctor'));
  const { text } = await run(check);
  expect(text).toContain('needs: [typescript-eda-domain, typescript-eda-application, typescript-eda-infrastructure]');
});

test('what it says of your own repositories are commands that there are', () => {
  const commands = commandsIn(own).filter((line) => line.startsWith('npm run'));
  expect(commands.length).toBeGreaterThanOrEqual(3);
  for (const command of commands) expect(Object.keys(scripts)).toContain(/^npm run ([\w-]+)/.exec(command)?.[1]);
});

test('without a token it says how to get one', async () => {
  const { GITHUB_TOKEN: _, ...without } = env;
  const child = spawn(process.execPath, started('npm run doctor'), {
    env: { PATH: process.env.PATH, ...without, INIT_CWD: folder },
  });
  let text = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const [exitCode] = await once(child, 'close');
  expect([exitCode, text.trim()]).toEqual([2, expect.stringContaining('export GITHUB_TOKEN=$(gh auth token)')]);
});
