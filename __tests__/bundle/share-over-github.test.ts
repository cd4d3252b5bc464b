import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type FaultSchedule, faultOnce } from '../../simulator/faults.ts';
import { createGitHub, type SimulatedGitHub } from '../../simulator/github.ts';
import { realClock } from '../../src/platform/time/clock.ts';
import { slow } from '../support/slow.ts';
import { temporaryFolders } from '../support/temporary.ts';
import { type BundleRun, runBundle } from './run-action.ts';

const folder = temporaryFolders();
const DAY = 24 * 3_600_000;

let github: SimulatedGitHub;
let served: { url: string; close(): Promise<void> };
let troubles: FaultSchedule[];
/** How far the world's clock is ahead. */
let ahead: number;
let cwd: string;

beforeEach(async () => {
  troubles = [];
  ahead = 0;
  const clock = { ...realClock, now: () => realClock.now() + ahead };
  github = createGitHub({ clock, rateLimits: 'off', faults: (call) => troubles.map((one) => one(call)).find(Boolean) });
  const artifacts = { 'test-results': { 'junit.xml': '<ok/>', 'more/log.txt': 'x'.repeat(200_000) } };
  const behaviour = () => ({ queuedMs: 1, ms: 20, conclusion: 'success' as const, artifacts });
  const workflows = [{ file: 'test.yml', on: ['workflow_dispatch' as const], behaviour }];
  github.addRepository({ owner: 'acme', name: 'backend', private: true, workflows });
  github.addRepository({ owner: 'acme', name: 'web', files: { 'README.md': '' } });
  github.addToken('acme-secret', { owners: ['acme'] });
  github.startForeignRun('acme/backend', 'test.yml', {});
  served = await github.serve();
  cwd = await folder();
  await new Promise((resolve) => realClock.sleep(100).then(resolve));
});
afterEach(() => served.close());

function share(repository: string, inputs: Readonly<Record<string, string>>): Promise<BundleRun> {
  const [run] = github.effects.flatMap(({ kind, runId }) => (kind === 'run-created' ? [runId] : []));
  return runBundle('share-artifact', {
    cwd,
    inputs: { store: 'github', token: 'acme-secret', ...inputs },
    env: {
      GITHUB_API_URL: served.url,
      GITHUB_REPOSITORY: repository,
      GITHUB_RUN_ID: String(run),
      GITHUB_SERVER_URL: 'https://github.com',
    },
  });
}

const store = (name = 'test-results') => share('acme/backend', { operation: 'store', name, kind: 'test-results' });
const fetched = (pointer = '', more: Readonly<Record<string, string>> = {}) =>
  share('acme/web', { operation: 'fetch', pointer, path: 'got', repository: 'acme/backend', ...more });

slow('an upload is pointed to with its digest and its end, and fetched from another repository', async () => {
  const one = await store();
  expect(one.exitCode).toBe(0);
  expect(one.outputs.pointer).toMatch(
    /^ra1\+github:\/\/github\.com\/acme\/backend\/artifacts\/\d+\?name=test-results&kind=test-results&form=zip&sha256=/,
  );
  const end = Date.parse(one.outputs['expires-at'] ?? '');
  expect(Math.abs(end - realClock.now() - 90 * DAY)).toBeLessThan(DAY);
  const broken = faultOnce('actions/download-artifact', { kind: 'status', status: 502, when: 'before' });
  troubles.push(broken);
  const got = await fetched(one.outputs.pointer);
  expect(got.exitCode).toBe(0);
  expect(await readFile(join(cwd, 'got/junit.xml'), 'utf8')).toBe('<ok/>');
  expect(await readFile(join(cwd, 'got/more/log.txt'), 'utf8')).toHaveLength(200_000);
});

slow('what was not uploaded, has expired, or may not be read is told, and nothing is left', async () => {
  expect((await store('tests-result')).stdout).toContain(
    '::error::This run has no artifact tests-result. Upload it in a step before, with actions/upload-artifact and the same name.',
  );
  const { pointer } = (await store()).outputs;
  github.addToken('stranger', { owners: ['else'] });
  const stranger = await fetched(pointer, { token: 'stranger' });
  expect(stranger.stdout).toContain(
    'has expired or was deleted, or the token may not read it: it needs Actions: read on acme/backend.',
  );
  const elsewhere = await share('acme/web', { operation: 'fetch', pointer: pointer ?? '', path: 'got' });
  expect(elsewhere.stdout).toContain(
    'The pointer names the repository acme/backend; this step may read acme/web only.',
  );
  ahead = 91 * DAY;
  const late = await fetched(pointer);
  expect(late.exitCode).toBe(1);
  expect(late.stdout).toMatch(
    /The artifact test-results of acme\/backend has expired or was deleted \(it was kept until 20\d\d-[^)]+\)\. GitHub keeps artifacts/,
  );
  expect((await store()).stdout).toContain('The artifact test-results of this run has expired.');
  expect(await readdir(cwd)).toEqual([]);
});

test('what GitHub keeps is not pruned here', async () => {
  expect((await share('acme/web', { operation: 'prune' })).stdout).toContain('what is on GitHub ends by itself');
});
