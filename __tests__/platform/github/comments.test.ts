import { describe, expect, test } from '@jest/globals';
import { upsertComment } from '../../../src/platform/github/comments.ts';
import { openRepository } from '../../../src/platform/github/repository.ts';
import { json } from './scripted-server.ts';
import { rejection, setUp } from './set-up.ts';

const scene = setUp();
const bot = { user: { type: 'Bot' }, author_association: 'NONE' };
const mark = '<!-- release-actions:plan -->';
const sent = () => scene.server.requests.map(({ method, url }) => `${method} ${url.split('?')[0]}`);

describe('a comment', () => {
  const upsert = (body = 'the plan') =>
    upsertComment(openRepository(scene.client, 'acme/web'), { number: 5, key: 'plan', body });

  test('is created once', async () => {
    scene.server.play(json([{ id: 1, body: 'hello', ...bot }]), json({ id: 2, html_url: 'u' }, { status: 201 }));
    expect(await upsert()).toEqual({ outcome: 'created', id: 2, url: 'u' });
    expect(JSON.parse(scene.server.requests[1]?.body ?? '')).toEqual({ body: `${mark}\nthe plan` });
  });

  test('is updated where it differs, untouched where it does not', async () => {
    const comments = json([{ id: 2, body: `${mark}\nthe plan`, ...bot }]);
    scene.server.play(comments, comments, json({ id: 2 }));
    expect((await upsert()).outcome).toBe('unchanged');
    expect((await upsert('another')).outcome).toBe('updated');
    expect(sent()).toEqual([
      'GET /repos/acme/web/issues/5/comments',
      'GET /repos/acme/web/issues/5/comments',
      'PATCH /repos/acme/web/issues/comments/2',
    ]);
  });

  test('of a stranger with our marker, or one that quotes it, is left alone', async () => {
    const stranger = { id: 1, body: `${mark}\nevil`, user: { type: 'User' }, author_association: 'NONE' };
    const quote = { id: 3, body: `> ${mark}`, ...bot };
    scene.server.play(json([stranger, quote]), json({ id: 4 }, { status: 201 }));
    expect((await upsert()).outcome).toBe('created');
  });

  test('whose creation is unclear is looked for, not repeated', async () => {
    scene.server.play(json([]), json({}, { status: 502 }), json([{ id: 9, body: `${mark}\nthe plan`, ...bot }]));
    expect(await upsert()).toMatchObject({ outcome: 'created', id: 9 });
    expect(sent().filter((line) => line.startsWith('POST'))).toHaveLength(1);
  });

  test('that is too long is cut, and says so', async () => {
    scene.server.play(json([]), json({ id: 2 }, { status: 201 }));
    await upsert('x'.repeat(100_000));
    const { body } = JSON.parse(scene.server.requests[1]?.body ?? '');
    expect(body).toHaveLength(65_536);
    expect(body).toMatch(/was cut here/);
  });

  test.each(['a --> b', 'a b', '', 'a--b'])('does not take the key %j', async (key) => {
    expect(
      (await rejection(upsertComment(openRepository(scene.client, 'acme/web'), { number: 5, key, body: '' }))).message,
    ).toContain('not usable as a key');
  });
});
