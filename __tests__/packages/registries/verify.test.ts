import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LookUp } from '../../../src/packages/registries/look-up.ts';
import { formatPackage, type PackageVersion } from '../../../src/packages/registries/package.ts';
import { adviceFor, summaryOf } from '../../../src/packages/registries/verification-report.ts';
import { type PackageExpectations, verifyPublished } from '../../../src/packages/registries/verify.ts';
import { jumpingClock } from '../../support/jumping-clock.ts';

const lib: PackageVersion = { ecosystem: 'npm', name: 'lib', version: '1.0.0' };
const sha512 = `sha512-${Buffer.alloc(64, 7).toString('base64')}`;
const origin = { commit: 'a'.repeat(40), repository: 'https://github.com/acme/lib', workflow: 'release.yml' };
const served = (facts: Partial<Extract<LookUp, { state: 'served' }>['facts']> = {}): LookUp => ({
  state: 'served',
  detail: 'served',
  facts: { integrity: [sha512], ...facts },
});
const pending: LookUp = { state: 'pending', detail: 'the registry has lib, but not 1.0.0' };
const absent: LookUp = { state: 'absent', detail: 'no package named lib' };
const refused: LookUp = { state: 'unauthorized', detail: 'E401' };
const down: LookUp = { state: 'unreachable', detail: 'ECONNREFUSED' };

/** Answers in turn, the last one for ever. */
async function watch(answers: readonly LookUp[], { timeout = 60_000, expect: plan = {} as PackageExpectations } = {}) {
  const clock = jumpingClock();
  const queue = [...answers];
  const seen: string[] = [];
  const [result] = await verifyPublished([lib], {
    lookUp: async () => (queue.length > 1 ? queue.shift() : queue[0]) ?? down,
    clock,
    deadline: timeout,
    expect: plan,
    onChange: ({ state }) => seen.push(state),
  });
  if (!result) throw new Error('no result');
  return { result, seen, clock };
}

describe('waiting until a version is served', () => {
  test('it is asked again, ever more slowly, until it is there', async () => {
    const { result, seen, clock } = await watch([absent, down, pending, pending, served()]);
    expect(result).toMatchObject({ state: 'served', waited: 2_000 + 3_000 + 4_500 + 6_750 });
    expect(seen).toEqual(['absent', 'unreachable', 'not-yet-visible', 'served']);
    expect(clock.slept).toEqual([2_000, 3_000, 4_500, 6_750]);
  });

  test.each([
    [pending, 'not-yet-visible', /registry has lib, but not 1\.0\.0.*is late: run this job again/],
    [absent, 'absent', /trusted publishing cannot create it/],
    [down, 'unreachable', /ECONNREFUSED.*status page/],
  ])('the deadline ends it, with what was last seen: %j', async (answer, state, advice) => {
    const { result, clock } = await watch([answer], { timeout: 1_800_000 });
    expect(result).toMatchObject({ state, waited: 1_800_000 });
    expect(adviceFor(result)).toMatch(advice);
    expect(adviceFor(result)).toMatch(/npm:lib@1\.0\.0.*after 30 m/);
    expect(Math.max(...clock.slept)).toBe(30_000);
  });

  test('a deadline that has passed still means one look', async () => {
    expect((await watch([served()], { timeout: 0 })).result.state).toBe('served');
    expect((await watch([pending, served()], { timeout: 0 })).result.state).toBe('not-yet-visible');
  });

  test('a refusal ends the waiting at the third in a row, not at a single one', async () => {
    expect((await watch([refused, refused, served()])).result.state).toBe('served');
    const { result, clock } = await watch([refused]);
    expect(result.state).toBe('unauthorized');
    expect(clock.slept).toHaveLength(2);
  });

  test('other bytes or another commit are a conflict at once', async () => {
    const other = `sha512-${Buffer.alloc(64, 8).toString('base64')}`;
    const bytes = await watch([served()], { expect: { integrity: { 'npm:lib@1.0.0': other } } });
    expect(bytes.result).toMatchObject({ state: 'conflict', detail: expect.stringContaining('other bytes') });
    expect(bytes.clock.slept).toEqual([]);
    expect(adviceFor(bytes.result)).toMatch(/immutable/);
    const built = (more: object) => served({ origin: { ...origin, ...more } });
    const planned = { commit: 'a'.repeat(40), repository: origin.repository };
    for (const [answer, detail] of [
      [built({ commit: 'b'.repeat(40) }), /it was built from commit b+, not a+/],
      [
        built({ repository: 'https://github.com/attacker/lib' }),
        /from repository https:\/\/github.com\/attacker\/lib, not/,
      ],
      [served({ unproven: 'its provenance is about other bytes' }), /about other bytes/],
      [served({ claimedCommit: 'b'.repeat(40) }), /from commit b+, as its publisher says, not from a+/],
    ] as const) {
      const { result } = await watch([answer], { expect: planned });
      expect(result).toMatchObject({ state: 'conflict', detail: expect.stringMatching(detail) });
    }
    const unknown = await watch([served()], { expect: { integrity: { 'npm:lib@1.0.0': `sha256:${'0'.repeat(64)}` } } });
    expect(unknown.result).toMatchObject({
      state: 'conflict',
      detail: expect.stringContaining('could not be compared'),
    });
  });

  test('the planned bytes and commit are said to be so', async () => {
    const plan = { integrity: { 'npm:lib@1.0.0': sha512 }, commit: 'abcdef1' };
    const commit = `abcdef1${'0'.repeat(33)}`;
    const { result } = await watch([served({ origin: { ...origin, commit } })], { expect: plan });
    expect(result).toMatchObject({
      state: 'served',
      detail: `served, integrity as planned, from the planned commit, built by release.yml of ${origin.repository}`,
    });
    const claimed = await watch([served({ claimedCommit: commit })], { expect: plan });
    expect(claimed.result.detail).toBe(
      'served, integrity as planned, from the planned commit as its publisher says, without proof',
    );
    const silent = await watch([served()], { expect: plan });
    expect(silent.result).toMatchObject({ state: 'served', detail: expect.stringContaining('names no commit') });
  });

  test('many at once: results in order, only what is missing asked again', async () => {
    const delays = fc.array(fc.nat(4), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(delays, async (rounds) => {
        const packages = rounds.map(
          (_, index): PackageVersion => ({ ecosystem: 'npm', name: `p${index}`, version: '1.0.0' }),
        );
        const asked = new Map<string, number>();
        const lookUp = async ({ name }: PackageVersion): Promise<LookUp> => {
          const count = (asked.get(name) ?? 0) + 1;
          asked.set(name, count);
          return count > (rounds[Number(name.slice(1))] ?? 0) ? served() : pending;
        };
        const results = await verifyPublished(packages, { lookUp, clock: jumpingClock(), deadline: 1e9 });
        expect(results.map((one) => [formatPackage(one.package), one.state])).toEqual(
          packages.map((one) => [formatPackage(one), 'served']),
        );
        expect([...asked.values()].sort()).toEqual(rounds.map((one) => one + 1).sort());
      }),
    );
  });

  test('cancelling ends it with the reason', async () => {
    const controller = new AbortController();
    const lookUp = async () => {
      controller.abort(new Error('cancelled'));
      return pending;
    };
    const waiting = verifyPublished([lib], { lookUp, clock: jumpingClock(), deadline: 1e9, signal: controller.signal });
    await expect(waiting).rejects.toThrow('cancelled');
  });

  test('text of a registry cannot break the summary', async () => {
    const { result } = await watch([{ state: 'unreachable', detail: '| <img> @everyone `x`' }], { timeout: 0 });
    const summary = summaryOf([result]);
    expect(summary).toContain('0 of 1');
    expect(summary).not.toContain('<img>');
    expect(summary).not.toContain('@everyone');
  });
});
