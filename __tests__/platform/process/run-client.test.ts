import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clientEnvironment, lastWords, quoteForCmd, runClient } from '../../../src/platform/process/run-client.ts';

let cwd: string;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'client-'));
});
afterAll(() => rm(cwd, { recursive: true }));
const env = { PATH: dirname(process.execPath), INPUT_TOKEN: 'hush', KEPT: 'yes' };
const node = (script: string, more = {}) => runClient('node', ['-e', script], { cwd, env, ...more });

describe('running a client', () => {
  test('arguments arrive as they are, and no shell reads them', async () => {
    const hostile = ['$(id)', '; exit 1', '`id`', '*', 'a b', '"', '&& x'];
    const { stdout } = await runClient('node', ['-p', 'JSON.stringify(process.argv.slice(1))', ...hostile], {
      cwd,
      env,
    });
    expect(JSON.parse(stdout)).toEqual(hostile);
  });

  test('the exit code and both outputs are the result', async () => {
    expect(await node('console.log("out"); console.error("err"); process.exit(3)')).toEqual({
      exitCode: 3,
      stdout: 'out\n',
      stderr: 'err\n',
    });
  });

  test('inputs and the right to an ID token stay with us', async () => {
    const { stdout } = await node('console.log(Object.keys(process.env).sort().join())', {
      env: { ...env, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x' },
    });
    expect(stdout).toContain('KEPT');
    expect(stdout).not.toMatch(/INPUT_TOKEN|ID_TOKEN/);
    expect(clientEnvironment({ INPUT_A: 'x', NODE_AUTH_TOKEN: 'y' })).toEqual({ NODE_AUTH_TOKEN: 'y' });
    const files = {
      GITHUB_ENV: 'e',
      GITHUB_PATH: 'p',
      GITHUB_OUTPUT: 'o',
      GITHUB_STATE: 's',
      GITHUB_STEP_SUMMARY: 'm',
    };
    expect(clientEnvironment({ ...files, GITHUB_SHA: 'kept' })).toEqual({ GITHUB_SHA: 'kept' });
  });

  test('one that hangs is stopped at its timeout', async () => {
    expect(await node('setInterval(() => {}, 1000)', { timeoutMs: 300 })).toMatchObject({ exitCode: null });
  });

  test('cancelling stops it, before and while it runs', async () => {
    const reason = new Error('cancelled');
    await expect(node('0', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const running = node('setInterval(() => {}, 1000)', { signal: controller.signal });
    setImmediate(() => controller.abort(reason));
    await expect(running).rejects.toBe(reason);
  });

  test('a command that is not there is named', async () => {
    await expect(runClient('no-such-client', [], { cwd, env })).rejects.toMatchObject({
      name: 'CommandMissing',
      message: expect.stringContaining('no-such-client'),
    });
  });

  test('on Windows an argument that cmd.exe could read as more than itself is refused', () => {
    expect(quoteForCmd('a & b')).toBe('"a & b"');
    for (const bad of ['"', '%PATH%', 'a\nb', '!x!']) expect(() => quoteForCmd(bad)).toThrow(/cannot be given/);
  });

  test('last words are short, plain and without credentials', () => {
    const said = lastWords(
      '\u001b[31mnpm error\u001b[0m code E500\nnpm error GET http://me:secret@host/x\nA complete log of this run can be found in: /x\n',
    );
    expect(said).toBe('npm error code E500 npm error GET http://***@host/x');
    expect(lastWords('x'.repeat(10_000)).length).toBeLessThanOrEqual(800);
    expect(lastWords('')).toBe('it said nothing.');
  });
});
