import { describe, expect, test } from '@jest/globals';
import { AmbiguousWrite } from '../../../src/platform/github/client/github-errors.ts';
import { dispatchEvent, dispatchWorkflow } from '../../../src/platform/github/dispatches.ts';
import { openRepository } from '../../../src/platform/github/repository.ts';
import { json, reset } from './scripted-server.ts';
import { rejection, setUp } from './set-up.ts';

const scene = setUp();
const dispatch = (inputs: Record<string, string> = {}) =>
  dispatchWorkflow(openRepository(scene.client, 'acme/web'), { workflow: 'release.yml', ref: 'main', inputs });

describe('a workflow dispatch', () => {
  test('gives the run that it started', async () => {
    scene.server.play(
      json({ workflow_run_id: 77, run_url: 'https://api/77', html_url: 'https://github.com/acme/web/actions/runs/77' }),
    );
    expect(await dispatch({ version: '1.0.0' })).toEqual({
      run: { id: 77, url: 'https://github.com/acme/web/actions/runs/77' },
    });
    expect(scene.server.requests[0]?.url).toBe('/repos/acme/web/actions/workflows/release.yml/dispatches');
    expect(JSON.parse(scene.server.requests[0]?.body ?? '')).toEqual({ ref: 'main', inputs: { version: '1.0.0' } });
  });

  test('on a server that refuses the version is sent in the older one, which does not name the run', async () => {
    scene.server.play(
      json(
        {
          message: 'The version you specified in the "X-GitHub-API-Version" request header is not a supported version.',
        },
        { status: 422 },
      ),
      json(undefined, { status: 204 }),
      json(undefined, { status: 204 }),
    );
    expect(await dispatch()).toEqual({});
    expect(await dispatch()).toEqual({});
    expect(scene.server.requests).toHaveLength(3);
  });

  test.each([
    ['502', json({}, { status: 502 })],
    ['a reset', reset],
  ])('is never sent twice after %s', async (_, fault) => {
    scene.server.play(fault);
    expect(await rejection(dispatch())).toBeInstanceOf(AmbiguousWrite);
    expect(scene.server.requests).toHaveLength(1);
  });

  test('refuses what GitHub would not take, all of it at once, unsent', async () => {
    const inputs = Object.fromEntries(Array.from({ length: 26 }, (_, index) => [`i${index}`, 'x'.repeat(3000)]));
    const { message } = await rejection(dispatch(inputs));
    expect(message).toMatch(/26 inputs are given: GitHub takes at most 25.*\n.*at most 65535/);
    expect(scene.server.requests).toHaveLength(0);
  });
});

describe('a repository dispatch', () => {
  const event = (eventType: string, clientPayload: Record<string, unknown>) =>
    dispatchEvent(openRepository(scene.client, 'acme/web'), { eventType, clientPayload });

  test('is sent with its payload', async () => {
    scene.server.play(json(undefined, { status: 204 }));
    await event('release', { nonce: 'n1' });
    expect(JSON.parse(scene.server.requests[0]?.body ?? '')).toEqual({
      event_type: 'release',
      client_payload: { nonce: 'n1' },
    });
  });

  test.each<[string, Record<string, unknown>, RegExp]>([
    ['', {}, /1 to 100/],
    ['x'.repeat(101), {}, /101 characters/],
    ['go', Object.fromEntries(Array.from({ length: 11 }, (_, index) => [index, 1])), /11 keys: .* at most 10/],
    ['go', { text: 'é'.repeat(33_000) }, /less than 65536/],
  ])('%j refused', async (eventType, payload, words) => {
    expect((await rejection(event(eventType, payload))).message).toMatch(words);
    expect(scene.server.requests).toHaveLength(0);
  });
});
