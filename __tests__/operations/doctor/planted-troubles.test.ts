import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRandom } from '../../../simulator/random.ts';
import { needPython } from '../../support/python.ts';
import { type DoctorRun, exampleWorld, named, TOKENS } from './doctor-world.ts';
import { findingsOf, type Stage, TROUBLES } from './troubles.ts';

const python = await needPython();

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

  test('each is found, nothing else is, and each fix makes its finding go away', async () => {
    const random = createRandom(20261126);
    let left = [...TROUBLES];
    let run = await look();
    expect(run.problems.toSorted()).toEqual(findingsOf(left));
    while (left.length > 0) {
      const now = left.filter(() => random.between(0, 1) === 0 || left.length < TROUBLES.length / 3);
      for (const { found, mend } of now) {
        const finding = run.seen.findings.find((one) => named(one) === found);
        if (!finding) throw new Error(`${found} was not found`);
        mend(stage, finding);
      }
      left = left.filter((one) => !now.includes(one));
      run = await look();
      expect(run.problems.toSorted()).toEqual(findingsOf(left));
    }
    expect(run.exitCode).toBe(0);
    // The event type that is too long to be one is meant.
    const violations = stage.world.github.violations.map(({ operation }) => operation);
    expect([...new Set(violations)]).toEqual(['repos/create-dispatch-event']);
  }, 240_000);
});
