import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { interpolate } from '../support/expressions.ts';

const TEMPLATES = [
  ['release-train.yml', 'release'],
  ['cross-repo-deploy.yml', 'deploy'],
] as const;

/** What the template hands to the workflow that it calls, for an event with such a client_payload. */
async function handedOn([file, job]: (typeof TEMPLATES)[number], payload: unknown): Promise<Record<string, string>> {
  const { jobs } = parse(await readFile(`workflows-templates/${file}`, 'utf8'));
  const github = { event_name: 'repository_dispatch', event: { client_payload: payload } };
  const given = Object.entries<unknown>(jobs[job].with);
  return Object.fromEntries(
    given.map(([name, value]) => [name, interpolate(String(value), { github, inputs: {} }).trim()]),
  );
}

describe.each(TEMPLATES)('%s, by API', (...template) => {
  test.each([
    [undefined, 'false'],
    [false, 'false'],
    ['false', 'false'],
    ['', 'false'],
    [true, 'true'],
    ['true', 'true'],
    ['True', 'true'],
    ['yes', 'true'],
    [1, 'true'],
    ['1', 'true'],
    ['dry-run', 'true'],
  ])('dry-run %j is %s: what is not clearly a real run is none', async (value, expected) => {
    const payload = value === undefined ? {} : { 'dry-run': value };
    expect(await handedOn(template, payload)).toMatchObject({ 'dry-run': expected });
  });

  test.each([[{ core: '1.2.3' }], ['{"core":"1.2.3"}']])('versions may be a map or its text: %j', async (versions) => {
    const { versions: given = '' } = await handedOn(template, { versions });
    expect(JSON.parse(given)).toEqual({ core: '1.2.3' });
  });

  test('nothing said is nothing handed on', async () => {
    expect(await handedOn(template, {})).toMatchObject({ versions: '', packages: 'all', mode: 'wait' });
  });
});

test.each([
  [true, 'true'],
  ['true', 'true'],
  ['false', 'false'],
  [undefined, 'false'],
])('include-dependents %j is %s', async (value, expected) => {
  expect(await handedOn(TEMPLATES[0], { 'include-dependents': value })).toMatchObject({
    'include-dependents': expected,
  });
});

test.each(TEMPLATES)('%s starts nothing by the clock unless somebody says so', async (file, _job) => {
  const { on } = parse(await readFile(`workflows-templates/${file}`, 'utf8'));
  expect(Object.keys(on)).not.toContain('schedule');
});
