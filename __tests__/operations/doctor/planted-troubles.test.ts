import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRandom } from '../../../simulator/random.ts';
import { CHECKS } from '../../../src/operations/doctor/every-check.ts';
import { needPython } from '../../support/python.ts';
import { slow } from '../../support/slow.ts';
import { type DoctorRun, exampleWorld, named, TOKENS } from './doctor-world.ts';
import { findingsOf, type Stage, TROUBLES } from './troubles.ts';

const python = await needPython();

/** What the rest of the doctor's tests plant, each with its fix. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'token-tried': 'many-repositories',
  ...{ 'template-behind': 'install', 'template-changed': 'install' },
  ...{ 'hub-listens': 'hub-check', 'hub-environment': 'hub-check', 'source-status': 'hub-check' },
  ...{ 'source-triggers': 'hub-check', 'source-folders': 'hub-check' },
  ...{
    'service-adopts': 'services-check',
    'service-repository': 'services-check',
    'services-adopted': 'services-check',
  },
  ...{ 'state-size': 'services-check', 'schedule-delay': 'services-check' },
};

test('every check has its trouble', () => {
  const planted = new Set(TROUBLES.map(({ found }) => found.split(' ', 1)[0] ?? ''));
  const checks = [...new Set(CHECKS.map(({ check }) => check))];
  const others = checks.filter((check) => !planted.has(check) && !check.startsWith('changesets-'));
  expect(others.toSorted()).toEqual(Object.keys(ELSEWHERE).toSorted());
  for (const [check, test] of Object.entries(ELSEWHERE))
    expect(readFileSync(`__tests__/operations/doctor/${test}.test.ts`, 'utf8')).toContain(
      check.replace('template-', ''),
    );
  const changesets = readFileSync('__tests__/operations/doctor/changesets-check.test.ts', 'utf8');
  for (const check of checks.filter((one) => one.startsWith('changesets-'))) expect(changesets).toContain(check);
  expect(TROUBLES.length).toBeGreaterThanOrEqual(40);
});

python.describe('an ecosystem with many troubles', () => {
  let stage: Stage;
  beforeAll(async () => {
    const world = await exampleWorld();
    const tokens = new Map(TOKENS.split('\n').map((line) => line.split(': ') as [string, string]));
    stage = { world, components: new Map(), top: new Map(), tokens, secrets: new Map(), fresh: new Map() };
    for (const { plant } of TROUBLES) plant(stage);
  });
  afterAll(() => stage.world.close());

  const example = async () => (await stage.world.read('example.yml')).trimEnd();
  const look = async (): Promise<DoctorRun> => {
    const { world, components, top, tokens, secrets, fresh } = stage;
    for (const renew of fresh.values()) renew();
    const lines = (entries: Map<string, string>, indent = '') =>
      [...entries].map(([name, text]) => `${indent}${name}: ${text}`).join('\n');
    const text = [await example(), lines(components, '  '), lines(top), ''].join('\n');
    await world.write('.github/release-train.yml', text);
    const given = { tokens: lines(tokens), ...(secrets.size > 0 && { 'channel-secrets': lines(secrets) }) };
    return world.run(given);
  };

  const foundBy = ({ problems, seen }: DoctorRun) => ({
    problems: problems.toSorted(),
    hints: seen.findings
      .filter(({ severity }) => severity === 'info')
      .map(named)
      .sort(),
  });

  slow('each is found, nothing else is, and each fix makes its finding go away', async () => {
    const random = createRandom(20261126);
    let left = [...TROUBLES];
    let run = await look();
    expect(foundBy(run)).toEqual(findingsOf(left));
    while (left.length > 0) {
      const now = left.filter(() => random.between(0, 1) === 0 || left.length < TROUBLES.length / 3);
      for (const { found, fix } of now) {
        const finding = run.seen.findings.find((one) => named(one) === found);
        if (!finding) throw new Error(`${found} was not found`);
        fix(stage, finding);
      }
      left = left.filter((one) => !now.includes(one));
      run = await look();
      expect(foundBy(run)).toEqual(findingsOf(left));
    }
    expect(run.exitCode).toBe(0);
    // The event type that is too long to be one is meant.
    const violations = stage.world.github.violations.map(({ operation }) => operation);
    expect([...new Set(violations)]).toEqual(['repos/create-dispatch-event']);
  });
});
