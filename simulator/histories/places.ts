import { type Channel, type Delivery, type Telling, Undelivered } from '../../src/engine/drive/channel.ts';
import { issueChannel } from '../../src/operations/notify/channels/issue.ts';
import { route } from '../../src/operations/notify/choose-channels.ts';
import type { Repository } from '../../src/platform/github/repository.ts';
import type { Notifications } from '../../src/train/manifest/notifications.ts';
import type { Fact } from '../../src/train/telling/fact.ts';
import { createRandom, type Random } from '../random.ts';
import type { Process } from './process.ts';
import type { Scenario } from './scenario.ts';
import { HOME } from './universe.ts';

/** How a place behaves until the world is calm; `never` stays as it is, and `silent-once` has no answer to what it hears first. */
const MANNERS = ['well', 'flaky', 'silent', 'late', 'never', 'slow-down', 'silent-once'] as const;

/** One that is gone says so, and stays so. */
export type Manner = (typeof MANNERS)[number] | 'gone';

/** Where the people of a history are told. */
export interface Places {
  readonly manners: Readonly<Record<string, Manner>>;
  /** What has arrived, by channel, in order; the issues are to be seen on GitHub. */
  readonly arrived: Readonly<Record<string, readonly Arrival[]>>;
  /** How often each was sent something, whether it took it or not. */
  readonly tried: Readonly<Record<string, number>>;
  /** How often each that is gone had to say so. */
  readonly asked: Readonly<Record<string, number>>;
  /** The channels that a fact goes to. */
  route(fact: Fact): readonly string[];
  tellingFor(process: Process, home: Repository): Telling;
}

export interface Arrival {
  readonly fact: Fact;
  readonly at: number;
}

const CHAT = 'chat';
const HOOK = 'hook';
export const ISSUES = 'issues';
const ISSUE = { name: ISSUES, kind: 'issue', repository: HOME, labels: [], assignees: [] } as const;

const NOTIFICATIONS: Notifications = {
  channels: [{ name: CHAT, kind: 'discord', url: 'CHAT' }, { name: HOOK, kind: 'webhook', url: 'HOOK' }, ISSUE],
  rules: [{ channels: [CHAT, HOOK] }, { severity: 'error', channels: [ISSUES] }],
};

/** Places whose manners a seed draws; from then on that `isCalm` they do what they should, all but those that never do. */
export function openPlaces({ seed, features }: Scenario, isCalm: () => boolean): Places {
  const random = createRandom(seed).fork('places');
  const manners: Record<string, Manner> = {
    [CHAT]: random.pick(MANNERS),
    [HOOK]: random.pick(MANNERS),
    [ISSUES]: 'well',
  };
  if (features.has('gone')) manners[HOOK] = 'gone';
  const arrived: Record<string, Arrival[]> = { [CHAT]: [], [HOOK]: [] };
  const tried: Record<string, number> = {};
  const asked: Record<string, number> = {};
  const place = (name: string, takes: Channel['takes'], { process, luck }: Sender): Channel => ({
    name,
    kind: 'place',
    takes,
    deliver: async ({ facts }, { signal }): Promise<Delivery> => {
      const usual = manners[name] ?? 'well';
      const manner = isCalm() && usual !== 'never' && usual !== 'gone' ? 'well' : usual;
      await process.clock.sleep(luck.between(50, 900), signal);
      if (manner === 'gone') {
        asked[name] = (asked[name] ?? 0) + 1;
        throw new Undelivered('It is gone.', { retry: 'never' });
      }
      tried[name] = (tried[name] ?? 0) + 1;
      refuse(manner, luck);
      if (manner === 'silent' || (manner === 'silent-once' && tried[name] === 1))
        await process.clock.sleep(30 * 86_400_000, signal);
      // The machine that sent it may have died meanwhile: the place has it all the same.
      arrived[name]?.push(...facts.map((fact) => ({ fact, at: process.worldTime() })));
      if (manner === 'late') await process.clock.sleep(luck.between(1_000, 30_000), signal);
      return { ref: `${name}-${arrived[name]?.length}`, keep: name };
    },
  });
  return {
    manners,
    arrived,
    tried,
    asked,
    route: (fact) => route(NOTIFICATIONS, undefined, fact),
    tellingFor: (process, home) => {
      const luck = random.fork(process.name);
      return {
        channels: [
          place(CHAT, 'group', { process, luck }),
          place(HOOK, 'each', { process, luck }),
          issueChannel({ spec: ISSUE, repository: home, clock: process.clock }),
        ],
        route: (fact) => route(NOTIFICATIONS, undefined, fact),
        escalation: () => undefined,
      };
    },
  };
}

interface Sender {
  readonly process: Process;
  readonly luck: Random;
}

function refuse(manner: Manner, luck: Random): void {
  if (manner === 'never') throw new Undelivered('It does not want it.', { retry: luck.pick(['soon', 'later']) });
  if (manner === 'slow-down' && luck.next() < 0.6)
    throw new Undelivered('Slow down.', { retryAfterMs: luck.between(1_000, 90_000) });
  if (manner === 'flaky' && luck.next() < 0.5) throw new Undelivered('It broke.');
}
