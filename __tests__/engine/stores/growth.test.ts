import { describe, expect } from '@jest/globals';
import { createGitHub } from '../../../simulator/github.ts';
import { VirtualClock } from '../../../simulator/virtual-clock.ts';
import { planHash } from '../../../src/engine/planning/plan-train.ts';
import { branchStore } from '../../../src/engine/stores/branch-store.ts';
import type { Saved } from '../../../src/engine/stores/train-store.ts';
import { staticToken } from '../../../src/platform/github/auth/tokens.ts';
import { createClient } from '../../../src/platform/github/client/client.ts';
import { createCommitOnBranch } from '../../../src/platform/github/commits.ts';
import { getRef } from '../../../src/platform/github/refs.ts';
import { openRepository } from '../../../src/platform/github/repository.ts';
import { initialState } from '../../../src/train/machine/state.ts';
import { slow } from '../../support/slow.ts';
import { flown, planned, planOf } from '../../train/machine/machine.ts';

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2026, 0, 1, 9);
const BRANCH = 'release-actions/state';

const COMPONENTS = Array.from({ length: 16 }, (_, index) =>
  planned(`component-${index}`, index === 0 ? [] : ['component-0'], { repository: `acme/repository-${index}` }),
);

function createWorld() {
  const clock = new VirtualClock(FIRST_DAY);
  const github = createGitHub({ clock });
  github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '' } });
  github.addToken('secret', { owners: ['acme'], secondaryLimits: false });
  const client = createClient({
    token: staticToken('secret'),
    apiUrl: github.url,
    transport: github.transport,
    clock,
    writeGapMs: 0,
  });
  const repository = openRepository(client, 'acme/releases');
  let drawn = 0;
  const random = () => (drawn++ * 0.618_034) % 1;
  const saveAll = async (saved: readonly Saved[]) => {
    const store = branchStore({ repository, clock, random });
    for (const one of saved) expect(await store.save(one, 'step')).toBe('saved');
  };
  return {
    /** A train of 16 components that starts that many days after the first, and ends at once unless it is left open. */
    train(trainId: string, day: number, { isLeftOpen = false } = {}): Promise<void> {
      const plan = planOf(COMPONENTS, { environment: 'production' });
      const at = FIRST_DAY + day * DAY;
      const state = initialState(plan, { trainId, planHash: planHash(plan), salt: 's', at });
      const end = flown(plan, state, 'component-0', { at: at + 1_000, conclusion: 'success' });
      const over = { plan, state: { ...end, status: 'succeeded' as const }, writes: 2 };
      return clock.run(saveAll([{ plan, state, writes: 1 }, ...(isLeftOpen ? [] : [over])]), { limit: DAY });
    },
    /** What a person writes there by hand. */
    async write(path: string, contents: string): Promise<void> {
      const expectedHeadOid = (await clock.run(getRef(repository, `heads/${BRANCH}`), { limit: DAY })) ?? '';
      const order = { branch: BRANCH, expectedHeadOid, message: 'By hand', additions: [{ path, contents }] };
      await clock.run(createCommitOnBranch(repository, order), { limit: DAY });
    },
    /** Every file on the branch with its size in bytes. */
    async files(): Promise<readonly { path: string; size: number }[]> {
      const head = (await clock.run(getRef(repository, `heads/${BRANCH}`), { limit: DAY })) ?? '';
      const read = repository.read<{ tree: { path: string; type: string; size: number }[] }>(
        'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
        { tree_sha: head, recursive: '1' },
      );
      const { tree } = await clock.run(read, { limit: DAY });
      return tree.filter(({ type }) => type === 'blob');
    },
  };
}

const bytesOf = (files: readonly { readonly size: number }[]) => files.reduce((sum, { size }) => sum + size, 0);
const trainsIn = (files: readonly { readonly path: string }[]) => [
  ...new Set(files.flatMap(({ path }) => /^trains\/([^/]+)/.exec(path)?.[1] ?? [])),
];
const isHistory = ({ path }: { readonly path: string }) => path.startsWith('history/');

describe('the state branch', () => {
  slow('holds the trains of a month, whatever went before, and of each other one a record', async () => {
    const world = createWorld();
    const measured = [];
    for (let day = 0; day < 120; day += 1) {
      await world.train(`run-${1000 + day}`, day);
      if (day === 39 || day === 119) measured.push(await world.files());
    }
    const [early = [], late = []] = measured;
    expect(trainsIn(late)).toHaveLength(31);
    const rest = (files: typeof late) => files.filter((file) => !isHistory(file));
    expect(rest(late)).toHaveLength(rest(early).length);
    expect(bytesOf(rest(late))).toBeLessThan(bytesOf(rest(early)) * 1.01);
    // 1.8 kB a train of 16 components, a file a month.
    expect(late.filter(isHistory)).toHaveLength(4);
    expect(bytesOf(late.filter(isHistory))).toBeLessThan(120 * 4_000);
  });

  slow.each([
    ['names that do not grow, all of them young', (world: World) => spread(5, (n) => world.train(`w${n}`, 85 + n))],
    [
      'trains that a person took from open.json',
      async (world: World) => {
        await spread(5, async (n) => {
          await world.train(`run-${n}`, 41, { isLeftOpen: true });
          await world.write('open.json', '[]\n');
        });
      },
    ],
    [
      'states that cannot be read',
      (world: World) =>
        spread(5, (n) => world.write(`trains/a${n}/state.json`, ['{', 'null', '[]', '{}', '"'][n] ?? '')),
    ],
  ])('is not kept full by %s', async (_, block) => {
    const world = createWorld();
    await spread(40, (n) => world.train(`run-${1000 + n}`, n));
    await block(world);
    await spread(30, (n) => world.train(`run-${2000 + n}`, 90 + n));
    expect(trainsIn(await world.files()).filter((id) => id.startsWith('run-1'))).toEqual([]);
  });
});

type World = ReturnType<typeof createWorld>;

async function spread(count: number, one: (index: number) => Promise<void>): Promise<void> {
  for (let index = 0; index < count; index += 1) await one(index);
}
