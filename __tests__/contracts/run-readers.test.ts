import { expect, test } from '@jest/globals';
import { runReaders, runReadersIn } from '../../scripts/contracts/run-readers.ts';

test('nobody but platform/runner/context reads what the runner says of the run', () => {
  expect(runReaders('.')).toEqual([]);
});

test.each([
  ['const sha = env.GITHUB_SHA;', 'reads what the runner says of the run'],
  ["const sha = process.env['GITHUB_SHA'];", 'reads what the runner says of the run'],
  ['const { GITHUB_SHA: sha, GITHUB_REF: ref } = process.env;', 'reads what the runner says of the run'],
  ["import { context } from '@actions/github';", 'imports @actions/github'],
  ["import { Context } from '../../node_modules/@actions/github/lib/context.js';", 'imports @actions/github'],
])('%s elsewhere is a finding', (line, message) => {
  const found = runReadersIn('engine/runs/launch.ts', `const first = 1;\n${line}\n`);
  expect(found).toEqual([
    { file: 'src/engine/runs/launch.ts', line: 2, message: `${message}: ask platform/runner/context.ts.` },
  ]);
  expect(runReadersIn('platform/runner/context.ts', line)).toEqual([]);
});

test.each([
  'await appendFile(env.GITHUB_PATH, line);',
  "throw new UserError('GITHUB_SHA is not set: this action works in a run only.');",
  'const withToken = { ...env, GITHUB_TOKEN: token };',
])('%s is none', (line) => {
  expect(runReadersIn('actions/install-dependencies.ts', line)).toEqual([]);
});
