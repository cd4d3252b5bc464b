import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { root } from '../../scripts/project.ts';

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

async function run(command: string): Promise<{ exitCode: number | null; text: string }> {
  const child = spawn(process.execPath, started(command), {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env, INIT_CWD: folder },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  const [exitCode] = await once(child, 'close');
  return { exitCode, text };
}

test('its commands lead from no manifest to sixteen released packages', async () => {
  const commands = commandsIn(practice).filter((line) => /^npm run (doctor|train)/.test(line));
  const ends = [
    'Next: read',
    'Nothing stands in the way.',
    'Nothing was written.',
    'pull request opened',
    'Dry run: 16 components',
    'chatgpt-buddy',
  ];
  expect(commands).toHaveLength(ends.length);
  for (const [index, command] of commands.entries()) {
    const { exitCode, text } = await run(command);
    expect(`${command}: ${exitCode} ${text.includes(ends[index] ?? '') ? '' : text}`).toBe(`${command}: 0 `);
  }
  const served = await Promise.all(
    ['typescript-eda', '@web-buddy/framework', 'chatgpt-buddy'].map(async (name) => {
      const answer = await fetch(`${env.npm_config_registry}${name.replace('/', '%2f')}`);
      return ((await answer.json()) as { 'dist-tags': { latest: string } })['dist-tags'].latest;
    }),
  );
  expect(served).toEqual(['1.1.0', '1.1.0', '1.1.0']);
}, 240_000);

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
}, 60_000);

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
