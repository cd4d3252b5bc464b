import { describe, expect, test } from '@jest/globals';
import type { FaultCall } from '../../../simulator/faults.ts';
import type { RunScript } from '../../../simulator/types.ts';
import type { RunEvent } from '../../../src/engine/runs/wanted-run.ts';
import { type ChildWorld, childWorld, REPOSITORY, runsOf } from '../child-world.ts';
import { followed, NONCE } from '../wanted-runs.ts';

/*
 * Anyone who may write to a child can start its workflow under a nonce that he read, and claim it beforehand. Such a run is not ours.
 * In the embedded GitHub the train acts as `acme`, everybody else as `some-person`.
 */
const event = { eventType: 'release', clientPayload: { version: '1.0.0', nonce: NONCE } };
const byEvent = { on: ['repository_dispatch' as const], types: ['release'] };

/** A child that claims its releases. */
const claiming = (conclusion: RunScript['conclusion'] = 'success') => ({
  behaviour: ({ nonce }: { readonly nonce: string | undefined }): RunScript => ({
    conclusion,
    queuedMs: 2_000,
    ms: 5_000,
    ...(nonce && { claim: nonce }),
  }),
});

const imitated = ({ github }: ChildWorld, nonce = NONCE) =>
  github.startForeignRun(REPOSITORY, 'release.yml', { version: '9.9.9', nonce });

const lastRun = (events: readonly RunEvent[]) => events.findLast((one) => one.type === 'run-seen')?.run;

function lostDispatch() {
  let sent = 0;
  return ({ method, path }: FaultCall) =>
    method === 'POST' && path.endsWith('/dispatches') && sent++ === 0
      ? ({ kind: 'reset', when: 'before' } as const)
      : undefined;
}

describe('a run that somebody else started under our nonce', () => {
  test('is not followed, although it came first; ours is', async () => {
    const world = childWorld(undefined, { workflow: byEvent });
    const foreign = imitated(world);
    const run = lastRun(await followed(world, { target: event }));
    expect(run).toMatchObject({ conclusion: 'success' });
    expect(run?.id).not.toBe(foreign);
    expect(runsOf(world.github)).toContain(run?.id);
  });

  test('does not keep a lost dispatch from being sent again', async () => {
    const world = childWorld(undefined, { faults: lostDispatch() });
    const foreign = imitated(world);
    const events = await followed(world);
    expect(lastRun(events)?.conclusion).toBe('success');
    expect(lastRun(events)?.id).not.toBe(foreign);
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'waiting',
        detail: expect.stringMatching(
          /carries ra00\.service\.1, but some-person started it, not acme: it does not count/,
        ),
        sentBy: 'acme',
      }),
    );
  });

  test('is named, with who started it, where ours never appears', async () => {
    const world = childWorld();
    imitated(world);
    const events = await followed(world, { sent: 'accepted' });
    expect(events.at(-1)).toMatchObject({
      type: 'dispatch-untraceable',
      reason: expect.stringMatching(/no run of it appeared: run .*some-person started it, not acme/),
    });
  });

  test('whose end is bad does not spoil ours', async () => {
    const world = childWorld(undefined, {
      workflow: { behaviour: ({ actor }) => ({ conclusion: actor === 'acme' ? 'success' : 'failure', ms: 1_000 }) },
    });
    imitated(world);
    expect(lastRun(await followed(world))).toMatchObject({ conclusion: 'success' });
  });

  test('counts where GitHub does not tell who we are, as before', async () => {
    const refused = ({ path }: FaultCall) =>
      path.endsWith('/graphql') ? ({ kind: 'status', status: 403, when: 'before' } as const) : undefined;
    const world = childWorld(undefined, { faults: refused, workflow: byEvent });
    const foreign = imitated(world);
    expect(lastRun(await followed(world, { target: event }))?.id).toBe(foreign);
  });

  test('who sent it is known from what was saved, where another token goes on', async () => {
    const world = childWorld();
    const mine = imitated(world);
    const run = lastRun(await followed(world, { sent: 'accepted', sentBy: 'Some-Person' }));
    expect(run).toMatchObject({ id: mine, conclusion: 'success' });
  });
});

describe('a claim that was made beforehand', () => {
  const stolen = async (changes: Parameters<typeof followed>[1]) => {
    const world = childWorld(undefined, { workflow: claiming() });
    const foreign = imitated(world);
    await world.clock.run(world.clock.sleep(3_000));
    return { run: lastRun(await followed(world, changes)), foreign };
  };

  test('makes the success of a run that did nothing no success', async () => {
    const { run, foreign } = await stolen({ claimCounts: true });
    expect(run).toMatchObject({ conclusion: 'failure', claimedBy: `run ${foreign}` });
  });

  test('is not asked for where the registry will say whether it was released', async () => {
    expect((await stolen({})).run).toMatchObject({ conclusion: 'success' });
  });

  test.each([
    ['claims', claiming()],
    ['does not claim', {}],
  ])('is not needed: a run that %s counts', async (_, workflow) => {
    const world = childWorld(undefined, { workflow });
    expect(lastRun(await followed(world, { claimCounts: true }))).toMatchObject({ conclusion: 'success' });
  });

  test('of a twin that GitHub itself made is ours', async () => {
    const duplicate = ({ method, path }: FaultCall) =>
      method === 'POST' && path.endsWith('/dispatches') ? ({ kind: 'duplicate' } as const) : undefined;
    const world = childWorld(undefined, { faults: duplicate, workflow: claiming() });
    expect(lastRun(await followed(world, { claimCounts: true }))).toMatchObject({ conclusion: 'success' });
  });

  test('of an earlier try does not make its run ours', async () => {
    const behaviour = ({ actor, nonce }: { readonly actor: string; readonly nonce: string | undefined }): RunScript =>
      actor === 'acme'
        ? { conclusion: 'failure', ms: 1_000 }
        : { conclusion: 'success', ms: 1_000, claim: String(nonce) };
    const world = childWorld(undefined, { workflow: { behaviour } });
    imitated(world);
    const own = lastRun(await followed(world));
    expect(own).toMatchObject({ conclusion: 'failure' });
    const earlier = [{ nonce: NONCE, run: { id: own?.id ?? 0, url: '', attempt: 1, conclusion: 'failure' } }];
    const target = { workflow: 'release.yml', ref: 'main', inputs: { version: '1.0.0', nonce: `${NONCE}2` } };
    const types = (await followed(world, { earlier, nonce: `${NONCE}2`, target })).map(({ type }) => type);
    expect(types).not.toContain('earlier-alive');
    expect(types).toContain('dispatched');
  });
});
