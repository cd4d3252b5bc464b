import { expect, test } from '@jest/globals';
import { openChannels } from '../../../src/operations/notify/open-channels.ts';
import { createNetwork } from '../../../src/platform/net/network.ts';
import { realClock } from '../../../src/platform/time/clock.ts';
import type { ChannelSpec } from '../../../src/train/manifest/notifications.ts';

const unused = () => {
  throw new Error('no repository is asked for');
};

/** The faults of a channel of each kind whose address is this one. */
function faultsOf(url: string, allowPrivateNetwork: boolean): string[] {
  const specs: ChannelSpec[] = [
    { name: 'bot', kind: 'slack', token: 'TOKEN', channel: '#a', api: url },
    { name: 'chat', kind: 'slack-webhook', url: 'URL' },
    { name: 'teams', kind: 'teams', url: 'URL' },
    { name: 'discord', kind: 'discord', url: 'URL' },
    { name: 'hook', kind: 'webhook', url: 'URL' },
  ];
  const world = {
    secret: (name: string) => (name === 'URL' ? url : 'xoxb-a-token'),
    network: createNetwork({ allowPrivateNetwork }),
    repositoryFor: unused,
    clock: realClock,
  };
  try {
    openChannels(specs, world);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
}

test.each([
  ['http://hooks.example.com/secret', false],
  ['http://8.8.8.8/secret', false],
  ['http://8.8.8.8/secret', true],
])('a channel at %s is a fault, with allow-private-network: %s', (url, isAllowed) => {
  const faults = faultsOf(url, isAllowed);
  expect(faults.map((fault) => /^Channel (\w+): /.exec(fault)?.[1])).toEqual([
    ...['bot', 'chat', 'teams', 'discord', 'hook'],
  ]);
  expect(faults[4]).toBe(
    'Channel hook: the secret URL is no https URL, and everybody on the way could read what goes over http. Give an https URL; http is for a private network, with allow-private-network: true.',
  );
});

test.each([
  ['https://hooks.example.com/secret', false],
  ['http://hooks.internal/secret', true],
  ['http://127.0.0.1:8080/secret', true],
  ['http://[::1]:8080/secret', true],
  ['http://localhost:8080/secret', true],
  // Refused where it is sent, with what would allow it.
  ['http://10.0.0.7/secret', false],
])('one at %s is none, with allow-private-network: %s', (url, isAllowed) => {
  expect(faultsOf(url, isAllowed)).toEqual([]);
});
