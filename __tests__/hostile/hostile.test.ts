import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect } from '@jest/globals';
import { slow } from '../support/slow.ts';

/* Files that somebody made to hurt whoever reads them: each is a clear error, in no time and no memory worth speaking of. */
interface Outcome {
  readonly kind: string;
  readonly name: string;
  readonly ms: number;
  readonly megabytes: number;
  readonly isDefect: boolean;
  readonly message?: string;
}

let outcomes: Outcome[];
beforeAll(async () => {
  const reader = join(process.cwd(), '__tests__/hostile/read.ts');
  // Only what hangs is stopped: each file's own time is measured of the processor.
  const options = { maxBuffer: 64 * 1024 * 1024, timeout: 600_000 };
  const args = ['--no-warnings', '--expose-gc', reader];
  const { stdout } = await promisify(execFile)(process.execPath, args, options);
  outcomes = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Outcome);
});

slow('there are 200 of them, of every kind', () => {
  expect(outcomes.length).toBeGreaterThanOrEqual(200);
  for (const kind of ['manifest', 'package.json', 'pyproject', 'zip', 'json'])
    expect(outcomes.filter((one) => one.kind === kind).length).toBeGreaterThanOrEqual(20);
});

slow('each is a clear error, and no defect of ours', () => {
  const unclear = outcomes.filter(
    ({ isDefect, message = '' }) =>
      isDefect || message === '' || /call stack|heap|undefined is not|\bat .*:\d+:\d+/.test(message),
  );
  expect(unclear).toEqual([]);
});

slow('each within 2 s and 200 MB', () => {
  expect(outcomes.filter(({ ms, megabytes }) => ms > 2_000 || megabytes > 200)).toEqual([]);
});
