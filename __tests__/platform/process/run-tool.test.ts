import { dirname } from 'node:path';
import { expect, test } from '@jest/globals';
import { runTool } from '../../../src/platform/process/run-tool.ts';
import { createLog } from '../../../src/platform/runner/log.ts';
import { temporaryFolders } from '../../support/temporary.ts';

const folders = temporaryFolders();
const env = { PATH: dirname(process.execPath), INPUT_TOKEN: 'hush', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x' };
const node = async (script: string, more = {}) =>
  runTool('node', ['-e', script], { cwd: await folders(), env, ...more });
const gone = (pid: number) => {
  try {
    return process.kill(pid, 0) && false;
  } catch {
    return true;
  }
};

test('arguments arrive as they are, and inputs and the right to an ID token stay with us', async () => {
  const hostile = ['$(id)', '; exit 1', '`id`', '*', 'a b', '"', '\\', '&& x', ''];
  const script = 'console.log(JSON.stringify([process.argv.slice(1), Object.keys(process.env)]))';
  const { stdout } = await runTool('node', ['-e', script, ...hostile], { cwd: await folders(), env });
  const [args, names] = JSON.parse(stdout);
  expect(args).toEqual(hostile);
  expect(names).toEqual(['PATH']);
});

test('any exit code is a result, with both outputs; the tool finds the end of its input', async () => {
  const script = 'console.log("out"); console.error("err"); process.stdin.on("end", () => process.exit(3)).resume()';
  expect(await node(script)).toEqual({ exitCode: 3, stdout: 'out\n', stderr: 'err\n' });
});

test('a file whose name has blanks and quotes is run as it is called', async () => {
  const bin = await folders({ 'a "b" c/tool': '#!/bin/sh\necho ran\n' });
  const { chmod } = await import('node:fs/promises');
  await chmod(`${bin}/a "b" c/tool`, 0o755);
  const { stdout } = await runTool('tool', [], { cwd: bin, env: { PATH: `${bin}/a "b" c:/usr/bin:/bin` } });
  expect(stdout).toBe('ran\n');
});

test('lines are in the log while the tool still runs, and the runner obeys none of them', async () => {
  const lines: string[] = [];
  let firstLine = () => {};
  const begun = new Promise<void>((resolve) => {
    firstLine = resolve;
  });
  const log = createLog((line) => {
    lines.push(line);
    firstLine();
  }, false);
  const stop = new AbortController();
  // It never ends by itself: what is seen is seen while it runs. The ü comes in two pieces.
  const script =
    'process.stdout.write("::error::gr\\xc3", "latin1"); setTimeout(() => process.stdout.write("\\xbcn\\nrest", "latin1"), 50); setInterval(() => {}, 1000)';
  const running = node(script, { log, signal: stop.signal });
  await begun;
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toMatch(/^::/);
  expect(lines[0]).toContain('::error::grün');
  stop.abort(new Error('enough'));
  await expect(running).rejects.toThrow('enough');
});

test.each(['cancelled', 'late'] as const)('one that is %s is ended, not left behind', async (why) => {
  const script = 'console.log(process.pid); setInterval(() => {}, 1000)';
  // Another one with the same program is nobody's business.
  const others = new AbortController();
  let other: Promise<unknown> = Promise.resolve();
  const otherPid = await new Promise<number>((resolve) => {
    const log = createLog((line) => resolve(Number(line)), false);
    other = node(script, { signal: others.signal, log }).catch((error: unknown) => error);
  });
  let mine = 0;
  // A slow machine has not started it before its time is over.
  for (let timeoutMs = 500; mine === 0; timeoutMs *= 2) {
    const stop = new AbortController();
    const log = createLog((line) => {
      mine = Number(line);
      if (why === 'cancelled') stop.abort(new Error('cancelled'));
    }, false);
    const late = why === 'late' && { timeoutMs };
    const running = node(`${script};`, { log, signal: stop.signal, ...late });
    if (why === 'late') expect(await running).toMatchObject({ exitCode: null });
    else await expect(running).rejects.toThrow('cancelled');
  }
  for (let tries = 0; !gone(mine) && tries < 2_000; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect([gone(mine), gone(otherPid)]).toEqual([true, false]);
  others.abort(new Error('enough'));
  expect(await other).toMatchObject({ message: 'enough' });
});

test('cancelled before, and a command that is not there', async () => {
  const reason = new Error('cancelled');
  await expect(node('0', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  const missing = runTool('no-such-tool', [], { cwd: await folders(), env });
  await expect(missing).rejects.toMatchObject({ name: 'CommandMissing', kind: 'fault' });
});
