import { expect, test } from '@jest/globals';
import { faultOnce } from '../../../simulator/faults.ts';
import { createGitHub } from '../../../simulator/github.ts';
import { VirtualClock } from '../../../simulator/virtual-clock.ts';
import { payloadOf } from '../../../src/operations/hub/hub-event.ts';
import { trigger } from '../../../src/operations/hub/trigger.ts';
import { staticToken } from '../../../src/platform/github/auth/tokens.ts';
import { createClient } from '../../../src/platform/github/client/client.ts';
import { openRepository } from '../../../src/platform/github/repository.ts';
import { setStatus } from '../../../src/platform/github/statuses.ts';

const DISPATCH = 'repos/create-dispatch-event';

/** Sends one event, whose first try ends in a 502; the hub answers a while after an event has reached it. */
async function sendThrough502(when: 'before' | 'after', answersAfterMs: number) {
  const clock = new VirtualClock();
  const github = createGitHub({ clock, faults: faultOnce(DISPATCH, { kind: 'status', status: 502, when }) });
  const source = github.addRepository({ owner: 'acme', name: 'services', files: { 'a.js': '1' } });
  github.addRepository({ owner: 'acme', name: 'infra', files: { 'README.md': '' } });
  github.addToken('secret', { owners: ['acme'] });
  const sha = source.git.refs.get('refs/heads/main') ?? '';
  const common = { token: staticToken('secret'), apiUrl: github.url, clock };
  const client = createClient({ ...common, transport: github.transport });
  const services = openRepository(client, 'acme/services');
  const answer = async () => {
    await clock.sleep(answersAfterMs);
    await setStatus(services, { sha, context: 'hub', state: 'pending', description: 'on its way' });
  };
  let sent = 0;
  const hubClient = createClient({
    ...common,
    transport: async (...call) => {
      const isDispatch = String(call[0].url).endsWith('/dispatches');
      const reply = await github.transport(...call);
      if (isDispatch) sent += 1;
      if (isDispatch && (reply.status === 204 || when === 'after') && sent === (when === 'after' ? 1 : 2))
        void answer();
      return reply;
    },
  });
  const push = { repository: 'acme/services', ref: 'refs/heads/main', sha, run: '' };
  const event = {
    hub: openRepository(hubClient, 'acme/infra'),
    eventType: 'services-changed',
    context: 'hub',
    payload: payloadOf(push, { components: [] }),
  };
  const { signal } = new AbortController();
  const answered = await clock.run(trigger(event, { source: services, clock, signal }), {
    limit: 3_600_000,
  });
  return { answered, sent };
}

test('an event that a 502 swallowed is sent once more, and its answer is waited for as long as the first one', async () => {
  expect(await sendThrough502('before', 30_000)).toMatchObject({ answered: { answer: 'status' }, sent: 2 });
});

test('an event that arrived in spite of a 502 is sent once', async () => {
  expect(await sendThrough502('after', 30_000)).toMatchObject({ answered: { answer: 'status' }, sent: 1 });
});
