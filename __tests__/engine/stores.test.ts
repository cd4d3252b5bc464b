import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createGitHub } from '../../simulator/github.ts';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { openTrain } from '../../src/engine/drive/open-train.ts';
import { planHash } from '../../src/engine/planning/plan-train.ts';
import { branchStore } from '../../src/engine/stores/branch-store.ts';
import { fileStore } from '../../src/engine/stores/file-store.ts';
import { Conflict } from '../../src/engine/stores/open-trains.ts';
import { STATE_BRANCH } from '../../src/engine/stores/state-branch.ts';
import { deserialise, type Saved, serialisePlan, serialiseState } from '../../src/engine/stores/train-store.ts';
import { staticToken } from '../../src/platform/github/auth/tokens.ts';
import { createClient } from '../../src/platform/github/client/client.ts';
import { createCommitOnBranch } from '../../src/platform/github/commits.ts';
import { getRef } from '../../src/platform/github/refs.ts';
import { openRepository } from '../../src/platform/github/repository.ts';
import { initialState } from '../../src/train/machine/state.ts';
import { slow } from '../support/slow.ts';
import { temporaryFolders } from '../support/temporary.ts';
import { planned, planOf } from '../train/machine/machine.ts';

const plan = planOf([planned('a'), planned('b', ['a'])]);

/** A train over one repository of its own. */
function smallTrain(trainId: string, repository: string): Saved {
  const own = planOf([planned('a', [], { repository })]);
  return { plan: own, writes: 1, state: initialState(own, { trainId, planHash: planHash(own), salt: 's', at: 0 }) };
}

function savedTrain(trainId: string, writes = 1): Saved {
  return { plan, writes, state: initialState(plan, { trainId, planHash: planHash(plan), salt: 's', at: 0 }) };
}

describe('the state branch', () => {
  function world(protectedBranches: string[] = [], bypass = false) {
    const clock = new VirtualClock();
    const github = createGitHub({ clock });
    github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '' }, protectedBranches });
    github.addToken('secret', { owners: ['acme'], secondaryLimits: false, bypass });
    const common = { apiUrl: github.url, transport: github.transport, clock, writeGapMs: 0 };
    const home = () => openRepository(createClient({ token: staticToken('secret'), ...common }), 'acme/releases');
    const open = (commitPrefix?: string) => branchStore({ repository: home(), clock, commitPrefix });
    return { clock, github, home, open };
  }

  test('has messages that begin as a ruleset wants it, those of its first commit and of documents included', async () => {
    const { clock, github, open } = world();
    const store = open('ABC-123:');
    await clock.run(store.save(smallTrain('first', 'acme/first'), 'start'));
    await clock.run(store.change('locks.json', () => '{}\n', 'lock production'));
    const messages = github.effects.flatMap(({ kind, message = '' }) => (kind === 'commit' ? [message] : []));
    expect(messages.length).toBeGreaterThan(1);
    expect(messages.filter((message) => !message.startsWith('ABC-123: '))).toEqual([]);
    const { git } = github.repository('acme/releases');
    const all = [];
    for (let at = git.refs.get(`refs/heads/${STATE_BRANCH}`); at !== undefined; at = git.commit(at)?.parents[0])
      all.push(git.commit(at)?.message.split('\n')[0]);
    expect(all).toEqual(['ABC-123: lock production', 'ABC-123: first: start', 'ABC-123: State of release trains']);
  });

  slow('32 writers lose no update', async () => {
    const { clock, github, open } = world();
    await clock.run(open().save(smallTrain('first', 'acme/first'), 'start'));
    const trains = Array.from({ length: 32 }, (_, index) => `t${index}`);
    const outcomes = await clock.run(
      Promise.all(trains.map((id) => open().save(smallTrain(id, `acme/${id}`), 'start'))),
      {
        limit: 3_600_000,
      },
    );
    expect(outcomes).toEqual(trains.map(() => 'saved'));
    const kept = await clock.run(open().open());
    expect(kept.map(({ trainId }) => trainId).sort()).toEqual(['first', ...trains].sort());
    expect(github.effects.filter(({ kind, ref }) => kind === 'commit' && ref?.endsWith(STATE_BRANCH))).toHaveLength(33);
  });

  test('of two writers of the same number one wins', async () => {
    const { clock, open } = world();
    await clock.run(open().save(savedTrain('t'), 'start'));
    const stores = [open(), open()];
    await clock.run(Promise.all(stores.map((store) => store.load('t'))));
    const outcomes = await clock.run(Promise.all(stores.map((store) => store.save(savedTrain('t', 2), 'step'))));
    expect(outcomes.sort()).toEqual(['lost', 'saved']);
  });

  test('of two new trains over one repository that start at once one starts, and the other is told its name', async () => {
    const { clock, github, open } = world();
    const starts = ['one', 'two'].map((id) => open().save(smallTrain(id, 'acme/core'), 'start'));
    const outcomes = await clock.run(Promise.allSettled(starts), { limit: 3_600_000 });
    const [refused, ...more] = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(more).toEqual([]);
    expect(refused).toBeInstanceOf(Conflict);
    const [started] = await clock.run(open().open());
    expect(String(refused)).toContain(`Train ${started?.trainId} (sample, running since`);
    expect(String(refused)).toContain('is not over and works on acme/core.');
    expect(github.effects.filter(({ kind, ref }) => kind === 'commit' && ref?.endsWith(STATE_BRANCH))).toHaveLength(1);
  });

  test('a train that had ended is not resumed while another works on its repository', async () => {
    const { clock, open } = world();
    const store = open();
    const failed = smallTrain('old', 'acme/core');
    await clock.run(store.save(failed, 'start'));
    const ended = { ...failed, writes: 2, state: { ...failed.state, status: 'failed' as const } };
    await clock.run(store.save(ended, 'end'));
    await clock.run(open().save(smallTrain('new', 'acme/core'), 'start'));
    await expect(clock.run(store.save({ ...failed, writes: 3 }, 'resume'))).rejects.toThrow(/Train new .* is not over/);
    expect((await clock.run(store.load('old')))?.writes).toBe(2);
  });

  test.each([
    ['open.json', 'no JSON', /open\.json is not valid JSON/],
    ['open.json', '{"a": 1}', /open\.json is no list of trains/],
    ['open.json', '[{"trainId": "t"}]', /open\.json is no list of trains/],
    ['last-good.json', '[]', /last-good\.json does not say a version for each component/],
    ['last-good.json', '{"release": {"a": {"version": 1}}}', /last-good\.json does not say a version/],
  ])('%s that is %s is refused, and nothing is written', async (path, contents, message) => {
    const { clock, home, open } = world();
    await clock.run(open().save(savedTrain('t'), 'start'));
    const head = (await clock.run(getRef(home(), `heads/${STATE_BRANCH}`))) ?? '';
    const edit = { branch: STATE_BRANCH, expectedHeadOid: head, message: 'edit' };
    await clock.run(createCommitOnBranch(home(), { ...edit, additions: [{ path, contents }] }));
    await expect(clock.run(open().save(savedTrain('t', 2), 'step'))).rejects.toThrow(message);
    await expect(clock.run(open().save(savedTrain('t', 2), 'step'))).rejects.toThrow(/Nothing was changed; restore it/);
  });

  test('a branch that is gone is not made again under a train that was kept there', async () => {
    const { clock, open } = world();
    await expect(clock.run(open().save(savedTrain('t', 5), 'step'))).rejects.toThrow(
      /is gone, although train t was saved there/,
    );
  });

  test('that a rule, or another branch, keeps from being made says which branch it is, and why', async () => {
    const { clock, github, open } = world();
    const failure = () =>
      clock.run(
        open()
          .save(savedTrain('t'), 'start')
          .then(String, ({ message }) => message),
      );
    github.changeSettings('acme/releases', { rulesets: [{ id: 1, branch: STATE_BRANCH, rules: ['creation'] }] });
    const place = `branch ${STATE_BRANCH} of acme/releases: the state of train t could not be written`;
    expect(await failure()).toMatch(new RegExp(`^${place}.*creations being restricted`));
    github.changeSettings('acme/releases', { rulesets: [] });
    const { refs } = github.repository('acme/releases').git;
    refs.set('refs/heads/release-actions', refs.get('refs/heads/main') ?? '');
    expect(await failure()).toMatch(new RegExp(`^${place}.*a branch named as this one begins, up to a slash`));
    refs.delete('refs/heads/release-actions');
    expect(await failure()).toBe('saved');
  });

  test('a protected branch is told as such', async () => {
    const { clock, open } = world([STATE_BRANCH]);
    await expect(clock.run(open().save(savedTrain('t'), 'start'))).rejects.toThrow(
      /its bypass list has to name whose token it is/,
    );
  });
});

describe('the state folder', () => {
  const folder = temporaryFolders();

  test('keeps and finds a train, and says what was last good', async () => {
    const store = fileStore(await folder());
    expect(await store.load('t')).toBeUndefined();
    expect(await store.save(savedTrain('t'), 'start')).toBe('saved');
    expect(await store.load('t')).toEqual(savedTrain('t'));
    expect(await store.lastGood()).toEqual({});
  });

  test('a writer that stood still for thirty writes loses, although its number is free again', async () => {
    const store = fileStore(await folder());
    for (let writes = 1; writes <= 30; writes += 1) await store.save(savedTrain('t', writes), 'step');
    expect(await store.save(savedTrain('t', 3), 'late')).toBe('lost');
    expect(await store.load('t')).toMatchObject({ writes: 30 });
  });

  test('of many writers of one number exactly one wins', async () => {
    const place = await folder();
    const outcomes = await Promise.all(
      Array.from({ length: 16 }, () => fileStore(place).save(savedTrain('t'), 'start')),
    );
    expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(1);
  });

  test('of two new trains over one repository that start at once at most one starts', async () => {
    const place = await folder();
    const starts = ['one', 'two'].map((id) => fileStore(place).save(smallTrain(id, 'acme/core'), 'start'));
    const outcomes = await Promise.allSettled(starts);
    const started = outcomes.filter(({ status }) => status === 'fulfilled').length;
    expect(started).toBeLessThanOrEqual(1);
    expect(await fileStore(place).open()).toHaveLength(started);
    const later = fileStore(place).save(smallTrain('three', 'acme/core'), 'start');
    if (started === 1) await expect(later).rejects.toThrow(Conflict);
    else expect(await later).toBe('saved');
  });

  test('a plan that was edited is not driven', async () => {
    const place = await folder();
    const store = fileStore(place);
    await store.save(savedTrain('t'), 'start');
    const file = join(place, 't', readdirSync(join(place, 't')).find((name) => name.startsWith('plan-')) ?? '');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"onFailure": "continue"', '"onFailure": "halt"'));
    const { signal } = new AbortController();
    const start = {
      trainId: 't',
      store,
      now: 0,
      salt: 's',
      signal,
      verify: () => {},
      plan: () => Promise.reject(new Error('must not plan')),
    };
    await expect(openTrain(start)).rejects.toThrow(
      /is not the plan it began with .* Nothing was done; restore plan.json/s,
    );
  });
});

test.each([
  ['truncated', (text: string) => text.slice(0, 40), /is not valid JSON \(40 characters/],
  [
    'of another version',
    (text: string) => text.replace('"format": 1', '"format": 2'),
    /has format 2; this version .* reads format 1/,
  ],
  [
    'of another train',
    (text: string) => text.replace('"trainId": "t"', '"trainId": "x"'),
    /it says that it is train "x"/,
  ],
  [
    'without a component',
    (text: string) => text.replace('"b": {', '"z": {'),
    /its plan has a component b that its state does not have/,
  ],
  [
    'with an edited counter',
    (text: string) => text.replace('"writes": 1', '"writes": "one"'),
    /its write counter is "one"/,
  ],
  ['a list', () => '[]', /is not a JSON object/],
  [
    'with a status of nobody',
    (text: string) => text.replace('"status": "pending"', '"status": "done"'),
    /component a has the status "done"/,
  ],
  [
    'with a status of the train that there is not',
    (text: string) => text.replace('"status": "running"', '"status": "finished"'),
    /its status is "finished"/,
  ],
  [
    'with an attempt that cannot be',
    (text: string) => text.replace('"attempt": 1', '"attempt": 0'),
    /component a has an attempt/,
  ],
  ...['null', '[null]', '[{ "nonce": "" }]', '[{ "nonce": "n", "run": { "id": "7", "attempt": 1 } }]'].map(
    (earlier): [string, (text: string) => string, RegExp] => [
      `with the earlier tries ${earlier}`,
      (text) => text.replace('"attempt": 1', `"attempt": 1, "earlier": ${earlier}`),
      /component a has an attempt, a time, a nonce or a run that cannot be/,
    ],
  ),
])('a state document that is %s is refused, and nothing is changed', (_, damage, message) => {
  const saved = savedTrain('t');
  const texts = { plan: serialisePlan(saved), state: damage(serialiseState(saved)) };
  const read = () => deserialise(texts, 't', 'branch x');
  expect(read).toThrow(message);
  expect(read).toThrow(/Nothing was changed/);
});
