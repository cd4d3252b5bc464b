import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { createGitHub } from '../../../simulator/github.ts';
import { VirtualClock } from '../../../simulator/virtual-clock.ts';
import { planHash } from '../../../src/engine/planning/plan-train.ts';
import { branchStore } from '../../../src/engine/stores/branch-store.ts';
import { fileStore } from '../../../src/engine/stores/file-store.ts';
import type { Saved, StateStore } from '../../../src/engine/stores/train-store.ts';
import { staticToken } from '../../../src/platform/github/auth/tokens.ts';
import { createClient } from '../../../src/platform/github/client/client.ts';
import { openRepository } from '../../../src/platform/github/repository.ts';
import { initialState } from '../../../src/train/machine/state.ts';
import type { Fact } from '../../../src/train/telling/fact.ts';
import { EMPTY_LEDGER, noteFacts, told } from '../../../src/train/telling/ledger.ts';
import { recorded } from '../../../src/train/telling/wanted-deployments.ts';
import { slow } from '../../support/slow.ts';
import { temporaryFolders } from '../../support/temporary.ts';
import { flown, planned, planOf } from '../../train/machine/machine.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 20, 9);
const folders = temporaryFolders();

function train(trainId: string, { at = NOW, version = '2.0.0' } = {}): Saved {
  const plan = planOf([planned('a', [], { repository: `acme/${trainId}`, version })], { environment: 'production' });
  const state = initialState(plan, { trainId, planHash: planHash(plan), salt: 's', at, actor: 'alice' });
  return { plan, state, writes: 1 };
}

/** The train at its end. */
function over(saved: Saved, more: Partial<Saved> = {}): Saved {
  const { plan, state, writes } = saved;
  const end = flown(plan, state, 'a', { at: state.startedAt + 1_000, conclusion: 'success' });
  return { plan, writes: writes + 1, state: { ...end, status: 'succeeded' }, ...more };
}

const failure: Fact = { id: 'f', kind: 'failed', severity: 'critical', at: NOW, text: 'It failed.', problem: 'p' };

interface World {
  readonly open: () => StateStore;
  readonly trains: () => Promise<string[]>;
  run<T>(work: Promise<T>): Promise<T>;
}

function onBranch(): World {
  const clock = new VirtualClock(NOW);
  const github = createGitHub({ clock });
  github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '' } });
  github.addToken('secret', { owners: ['acme'], secondaryLimits: false });
  const common = { apiUrl: github.url, transport: github.transport, clock, writeGapMs: 0 };
  const client = createClient({ token: staticToken('secret'), ...common });
  return {
    open: () => branchStore({ repository: openRepository(client, 'acme/releases'), clock }),
    trains: async () => {
      const rows = await client.read<{ name: string }[]>(
        'GET /repos/acme/releases/contents/trains?ref=release-actions/state',
      );
      return rows.map(({ name }) => name);
    },
    run: (work) => clock.run(work, { limit: DAY }),
  };
}

async function inFolder(): Promise<World> {
  const folder = await folders();
  return {
    open: () => fileStore(folder),
    trains: async () => readdirSync(folder).filter((name) => !/\.json$|^history$/.test(name)),
    run: (work) => work,
  };
}

describe.each([
  ['branch', onBranch],
  ['folder', inFolder],
])('the documents of a %s', (_, create) => {
  async function rideThrough({ open, run }: World, saved: Saved, more: Partial<Saved> = {}): Promise<void> {
    const store = open();
    expect(await run(store.save(saved, 'start'))).toBe('saved');
    expect(await run(store.save(over(saved, more), 'end'))).toBe('saved');
  }
  const json = async ({ open, run }: World, path: string) => JSON.parse((await run(open().read(path))) ?? 'null');

  slow('a train that ends is in the history of its month, with who started it; one that goes on is not', async () => {
    const world = await create();
    const saved = train('t');
    const store = world.open();
    await world.run(store.save(saved, 'start'));
    expect(await json(world, 'history/trains/2026-11.json')).toBeNull();
    await world.run(store.save(over(saved), 'end'));
    expect(await json(world, 'history/trains/2026-11.json')).toEqual({
      t: expect.objectContaining({ actor: 'alice', status: 'succeeded', production: true, startedAt: NOW }),
    });
  });

  test('the ledger comes back, and a train that ends with something untold waits until it is told', async () => {
    const world = await create();
    const ledger = noteFacts(EMPTY_LEDGER, [failure], { route: () => ['mail'], now: NOW });
    if (!ledger) throw new Error('Nothing was noted.');
    const saved = train('t');
    await rideThrough(world, saved, { ledger });
    expect((await world.run(world.open().load('t')))?.ledger).toEqual(ledger);
    expect(await json(world, 'untold.json')).toEqual({ t: NOW + 1_000 });
    const done = told(ledger, { channel: 'mail', facts: [failure] }, { at: NOW + 5 });
    await world.run(world.open().save({ ...over(saved), writes: 3, ledger: done }, 'told'));
    expect(await json(world, 'untold.json')).toEqual({});
  });

  test('a train whose deployments GitHub does not show yet as they are waits until it does, or cannot', async () => {
    const world = await create();
    const plain = train('t');
    const [component] = plain.plan.components;
    if (!component) throw new Error('The plan is empty.');
    const plan = { ...plain.plan, components: [{ ...component, deployments: {} }] };
    const saved = { ...plain, plan };
    await rideThrough(world, saved);
    expect(await json(world, 'untold.json')).toEqual({ t: NOW + 1_000 });
    const ended = over(saved);
    const ledger = recorded(EMPTY_LEDGER, 'a/1', { id: 7, state: 'success' });
    expect(await world.run(world.open().save({ ...ended, writes: 3, ledger }, 'recorded'))).toBe('saved');
    expect(await json(world, 'untold.json')).toEqual({});
    const off = { ...EMPTY_LEDGER, deploymentsOff: 'There is no right to.' };
    await world.run(world.open().save({ ...ended, writes: 4, ledger: off }, 'off'));
    expect(await json(world, 'untold.json')).toEqual({});
    expect((await world.run(world.open().load('t')))?.ledger).toEqual(off);
  });

  test('a problem is opened by its fact, once', async () => {
    const world = await create();
    const concerns = [{ fact: failure, escalate: { after: 5, to: ['lead'], times: 1 } }];
    const saved = { ...train('t'), concerns };
    await rideThrough(world, saved, { concerns });
    expect(await json(world, 'problems.json')).toEqual({
      p: {
        openedAt: NOW,
        facts: ['f'],
        severity: 'critical',
        text: 'It failed.',
        escalations: 0,
        rule: concerns[0]?.escalate,
      },
    });
  });

  test('a document that cannot be read is left alone, and the train goes on', async () => {
    const world = await create();
    const store = world.open();
    await world.run(store.change('history/trains/2026-11.json', () => 'broken', 'break'));
    await rideThrough(world, train('t'));
    expect(await world.run(store.read('history/trains/2026-11.json'))).toBe('broken');
    expect((await world.run(store.load('t')))?.state.status).toBe('succeeded');
  });

  test('all who change a document at once have their change in it', async () => {
    const world = await create();
    const add = (name: string) =>
      world.open().change('locks.json', (text) => JSON.stringify([...JSON.parse(text ?? '[]'), name]), 'lock');
    await world.run(Promise.all(['a', 'b', 'c', 'd'].map(add)));
    expect((await json(world, 'locks.json')).sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('what ended more than 30 days ago goes, five at a time, and what it brought stays known', async () => {
    const world = await create();
    for (let index = 0; index < 7; index += 1)
      await rideThrough(world, train(`run-${index}`, { at: NOW - 40 * DAY + index }));
    await rideThrough(world, train('run-8', { at: NOW - DAY }));
    expect((await world.run(world.trains())).sort()).toEqual(['run-5', 'run-6', 'run-8']);
    await rideThrough(world, train('run-9', { version: '3.0.0' }));
    expect((await world.run(world.trains())).sort()).toEqual(['run-8', 'run-9']);
    const { production } = await world.run(world.open().lastGood());
    expect(production?.a).toMatchObject({ version: '3.0.0', before: [{ version: '2.0.0' }] });
  });
});
