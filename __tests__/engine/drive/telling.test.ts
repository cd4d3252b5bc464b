import { beforeAll, describe, expect, test } from '@jest/globals';
import { type SimulatedTrain, simulateTrain } from '../../../simulator/histories/simulate-train.ts';
import { type Channel, type Telling, Undelivered } from '../../../src/engine/drive/outbox.ts';
import type { Clock } from '../../../src/platform/time/clock.ts';
import { MOST_AN_HOUR } from '../../../src/train/telling/ledger.ts';

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

  test.each<Manner>(['takes it', 'refuses', 'is silent'])(
    'each of which %s ends as without them, and as soon',
    async (manner) => {
      const sent: Sent[] = [];
      const told = await simulateTrain(hundred, 'branch', { fail: some, tellBy: tellers(manner, sent) });
      expect(told.status).toBe(alone.status);
      // Its last step goes on telling for 20 s at most, when the train is over.
      expect(told.wall).toBeLessThanOrEqual(alone.wall * 1.05 + 25_000);
      expect(told.commits).toBeLessThanOrEqual(alone.commits + 5);
      expect(told.commits / (told.wall / HOUR)).toBeLessThan(500);
      expect(sent.length).toBeGreaterThan(KINDS.length);
      if (manner === 'takes it') expect(busiest(sent)).toBeLessThanOrEqual(MOST_AN_HOUR);
    },
  );
});
