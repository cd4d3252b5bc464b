import { describe, expect, test } from '@jest/globals';
import { eventFile, readEventFile } from '../../../src/operations/hub/event-file.ts';
import { readHubEvent } from '../../../src/operations/hub/hub-event.ts';
import { pipelineFact } from '../../../src/operations/hub/pipeline-fact.ts';
import type { EventVerdict } from '../../../src/operations/hub/verdict.ts';
import { hubOf } from './hub-world.ts';

const SHA = 'a'.repeat(40);
const PLACE = { source: 'acme/services', ref: 'refs/heads/main', sha: SHA };
const ADMITTED: EventVerdict = {
  ...PLACE,
  verdict: 'admitted',
  reason: 'auth of aaaaaaa on main.',
  environment: 'production',
  deploys: true,
  components: new Map([['auth', 'services/auth']]),
};
const bytes = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

describe('the file of an event', () => {
  test('is read as it was written, with the environment of the hub file', async () => {
    const event = await readEventFile(bytes(eventFile(ADMITTED)), await hubOf());
    const { verdict, reason } = ADMITTED;
    expect(event).toEqual({ verdict, reason, ...PLACE, environment: 'production', components: ['auth'] });
  });

  test('another in its place is believed only where the hub file knows it', async () => {
    const forged = {
      ...{ verdict: 'deployed', reason: 'x'.repeat(9_000), source: 'acme/services', ref: 'refs/heads/develop' },
      ...{ sha: '../../x', environment: 'production', components: ['auth', 'users', 7, '__proto__', 'stranger'] },
    };
    const event = await readEventFile(bytes(forged), await hubOf());
    expect(event).toMatchObject({ verdict: 'admitted', environment: 'staging', components: ['auth', 'users'] });
    expect(event.reason).toHaveLength(500);
    expect(event).not.toHaveProperty('sha');
    const stranger = { ...PLACE, verdict: 'admitted', source: 'evil/services' };
    expect(await readEventFile(bytes(stranger), await hubOf())).toEqual({ verdict: 'admitted' });
  });

  test.each(['', '{', '[]', '"x"', 'null'])('%j is a fault', async (text) => {
    await expect(readEventFile(bytes(text), await hubOf())).rejects.toThrow(
      'The artifact release-actions-hub-event is not',
    );
  });
});

describe('what is told of a run of the hub', () => {
  const known = { verdict: 'admitted', ...PLACE, environment: 'production', components: ['auth'] } as const;
  const problem = { key: 'hub/acme/services/main', environment: 'production' };
  test.each([
    [
      'failure',
      { event: 'pipeline-failed', resolves: false, text: 'auth of acme/services@aaaaaaa (main) ended with failure.' },
    ],
    ['cancelled', { event: 'pipeline-failed', resolves: false, text: expect.stringContaining('ended with cancelled') }],
    ['success', { event: 'completed', resolves: true, text: 'auth of acme/services@aaaaaaa went through the hub.' }],
  ])('admitted, and it ended with %s', (conclusion, said) => {
    expect(pipelineFact(known, conclusion)).toEqual({ ...problem, ...said });
  });

  test('a refusal is news, a run that ended before it could say is a failure, and the rest need nobody know', () => {
    const reason = 'acme/x is no source of the hub file.';
    expect(pipelineFact({ verdict: 'refused', reason }, 'success')).toMatchObject({
      event: 'event-refused',
      text: reason,
    });
    expect(pipelineFact({ verdict: 'unknown' }, 'failure')).toMatchObject({ event: 'pipeline-failed', key: 'hub' });
    const { ref: _, ...nowhere } = known;
    expect(pipelineFact(nowhere, 'failure')).toMatchObject({ event: 'pipeline-failed', key: 'hub' });
    for (const verdict of ['repeated', 'superseded', 'self-test', 'unknown'] as const)
      expect(pipelineFact({ ...known, verdict }, 'success')).toBeUndefined();
  });
});

test('a component that is no text is one that nobody knows, and not none', () => {
  const named = (components: unknown) => readHubEvent({ client_payload: { components } }).components;
  expect(named(['auth', { toString: 0 }])).toEqual(['auth', '(a map)']);
  expect(named([{ toString: 0 }])).toEqual(['(a map)']);
  expect(named(['auth', 7, ' users '])).toEqual(['auth', '7', 'users']);
});
