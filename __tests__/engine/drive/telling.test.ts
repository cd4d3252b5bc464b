import { beforeAll, describe, expect } from '@jest/globals';
import { type SimulatedTrain, simulateTrain } from '../../../simulator/histories/simulate-train.ts';
import { type Channel, type Telling, Undelivered } from '../../../src/engine/drive/channel.ts';
import type { Clock } from '../../../src/platform/time/clock.ts';
import { MOST_AN_HOUR } from '../../../src/train/telling/outlook.ts';
import { slow } from '../../support/slow.ts';

const HOUR = 3_600_000;
const KINDS = ['slack', 'slack-webhook', 'email', 'issue', 'webhook', 'teams', 'discord'] as const;

/** Ten layers of ten. */
const hundred = Array.from({ length: 100 }, (_, index) => {
  const layer = Math.floor(index / 10);
  const needs = layer === 0 ? [] : [`c${(layer - 1) * 10 + (index % 10)}`];
  return { id: `c${index}`, needs };
});
const some = hundred.filter((_, index) => index % 7 === 0).map(({ id }) => id);

interface Sent {
  readonly at: number;
  readonly channel: string;
  readonly facts: number;
}

type Manner = 'takes it' | 'refuses' | 'is silent';

/** All kinds of channels, which all behave in this way. */
function tellers(manner: Manner, sent: Sent[]): (clock: Clock) => Telling {
  return (clock) => {
    const channels = KINDS.map((kind): Channel => {
      return {
        name: kind,
        kind,
        takes: kind === 'webhook' ? 'each' : 'group',
        deliver: async ({ facts }, { signal }) => {
          sent.push({ at: clock.now(), channel: kind, facts: facts.length });
          if (manner === 'is silent') await clock.sleep(HOUR, signal);
          if (manner === 'refuses') throw new Undelivered('It does not want it.', { retry: 'later' });
          return {};
        },
      };
    });
    return { channels, route: () => KINDS, escalation: () => undefined };
  };
}

/** The most that one channel was sent within an hour. */
function busiest(sent: readonly Sent[]): number {
  return Math.max(
    ...sent.map(
      ({ at, channel }) => sent.filter((one) => one.channel === channel && one.at > at - HOUR && one.at <= at).length,
    ),
  );
}

describe('a train of 100 components with all channels', () => {
  let alone: SimulatedTrain;
  beforeAll(async () => {
    alone = await simulateTrain(hundred, 'branch', { fail: some });
  });

  slow.each<Manner>(['takes it', 'refuses', 'is silent'])(
    'each of which %s ends as without them, and as soon',
    async (manner) => {
      const sent: Sent[] = [];
      const told = await simulateTrain(hundred, 'branch', { fail: some, tellBy: tellers(manner, sent) });
      expect(told.status).toBe(alone.status);
      expect(told.wall).toBeLessThanOrEqual(alone.wall * 1.05);
      expect(told.commits).toBeLessThanOrEqual(alone.commits + 5);
      expect(told.commits / (told.wall / HOUR)).toBeLessThan(500);
      expect(sent.length).toBeGreaterThan(KINDS.length);
      // A try counts like a delivery.
      expect(busiest(sent)).toBeLessThanOrEqual(MOST_AN_HOUR);
    },
  );
});

describe('a problem that nobody acts on', () => {
  const MINUTE = 60_000;
  const chain = Array.from({ length: 60 }, (_, index) => ({
    id: `c${index}`,
    needs: index === 0 ? [] : [`c${index - 1}`],
  }));
  const graph = [{ id: 'bad', needs: [] }, ...chain];
  const ride = async (answer: (now: number) => number | undefined) => {
    const calls: number[] = [];
    let failedAt = Number.NaN;
    const rule = { after: 5 * MINUTE, to: ['lead'], times: 9 };
    const { wall } = await simulateTrain(graph, 'branch', {
      fail: ['bad'],
      tellBy: () => ({
        channels: [],
        route: () => [],
        escalation: (fact) => {
          if (fact.problem !== undefined) failedAt = Math.min(fact.at, Number.isNaN(failedAt) ? fact.at : failedAt);
          return fact.problem === undefined ? undefined : rule;
        },
      }),
      callBy: (clock) => async () => {
        calls.push(clock.now());
        return answer(clock.now());
      },
    });
    return { wall, calls: calls.map((at) => (at - failedAt) / MINUTE) };
  };

  slow('is escalated by the train that is under way, when it is due and again when it is due again', async () => {
    const { calls, wall } = await ride((now) => now + 3 * MINUTE);
    expect(wall).toBeGreaterThan(12 * MINUTE);
    expect(calls.length).toBeGreaterThanOrEqual(3);
    for (const [index, at] of calls.entries()) {
      expect(at).toBeGreaterThanOrEqual(5 + 3 * index);
      expect(at).toBeLessThan(5.5 + 3.5 * index);
    }
  });

  slow('is looked at once where it is acknowledged, and not all the time where it stays due', async () => {
    expect((await ride(() => undefined)).calls).toHaveLength(1);
    const { calls } = await ride((now) => now - MINUTE);
    for (const [index, at] of calls.slice(1).entries()) expect(at - (calls[index] ?? 0)).toBeGreaterThanOrEqual(1);
    await expect(
      ride(() => {
        throw new Error('GitHub is away.');
      }),
    ).resolves.toMatchObject({ wall: expect.any(Number) });
  });
});
