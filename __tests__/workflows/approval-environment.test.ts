import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { interpolate } from '../support/expressions.ts';

test.each([
  ['wait', 'release', 'release'],
  ['advance', 'release', 'release'],
  ['cancel', 'release', ''],
  ['wait', '', ''],
])('a release in mode %s with the environment %j waits for the reviewers of %j', async (mode, given, asked) => {
  const { jobs } = parse(await readFile('.github/workflows/release-train.yml', 'utf8'));
  const { name, deployment } = jobs.train.environment;
  expect(interpolate(name, { inputs: { mode, 'approval-environment': given } })).toBe(asked);
  expect(deployment).toBe(false);
});
