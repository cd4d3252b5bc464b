import { createVerify, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { appToken } from '../../../../src/platform/github/auth/app-token.ts';
import { repositoriesByOwner } from '../../../../src/platform/github/auth/clients.ts';
import { staticToken } from '../../../../src/platform/github/auth/tokens.ts';
import { Secrets } from '../../../../src/platform/runner/secrets.ts';
import { json } from '../scripted-server.ts';
import { rejection, setUp } from '../set-up.ts';

const scene = setUp();
const MINUTE = 60_000;
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();

function app(options: { key?: string; masked?: string[] } = {}) {
  return appToken({
    appId: '42',
    privateKey: options.key ?? pem,
    owner: 'acme',
    apiUrl: scene.server.url,
    clock: scene.clock,
    secrets: new Secrets((commands) => options.masked?.push(commands)),
  });
}
const installation = json({ id: 9 });
const minted = (token: string) =>
  json({ token, expires_at: new Date(scene.clock.now() + 60 * MINUTE).toISOString() }, { status: 201 });

describe('an App', () => {
  test('finds its installation, mints one token for all who ask, and masks it', async () => {
    const masked: string[] = [];
    scene.server.play(installation, minted('ghs_one'));
    const source = app({ masked });
    expect(await Promise.all([source.get(), source.get(), source.get()])).toEqual(['ghs_one', 'ghs_one', 'ghs_one']);
    expect(await source.get()).toBe('ghs_one');
    expect(scene.server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /orgs/acme/installation',
      'POST /app/installations/9/access_tokens',
    ]);
    expect(masked.join('')).toContain('::add-mask::ghs_one');
  });

  test('signs with its key, for at most ten minutes', async () => {
    scene.server.play(installation, minted('ghs_one'));
    await app().get();
    const [head = '', body = '', signature = ''] = String(scene.server.requests[0]?.headers.authorization)
      .slice(7)
      .split('.');
    expect(createVerify('sha256').update(`${head}.${body}`).verify(publicKey, signature, 'base64url')).toBe(true);
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
    const now = scene.clock.now() / 1000;
    expect(claims).toEqual({ iss: '42', iat: now - 60, exp: now + 540 });
  });

  test('mints again minutes before the hour is over, and keeps the old token while that fails', async () => {
    scene.server.play(installation, minted('ghs_one'));
    const source = app();
    await source.get();
    scene.clock.advance(54 * MINUTE);
    expect(await source.get()).toBe('ghs_one');
    scene.clock.advance(2 * MINUTE);
    scene.server.play(json({ message: 'no' }, { status: 422 }));
    expect(await source.get()).toBe('ghs_one');
    scene.server.play(minted('ghs_two'));
    expect(await source.get()).toBe('ghs_two');
  });

  test('mints again after a 401', async () => {
    scene.server.play(installation, minted('ghs_one'), json({}, { status: 401 }), minted('ghs_two'), json({ ok: 1 }));
    expect(await scene.another({ token: app() }).read('GET /a')).toEqual({ ok: 1 });
    expect(scene.server.requests.at(-1)?.headers.authorization).toBe('Bearer ghs_two');
  });

  test('on a person instead of an organization is found as well', async () => {
    scene.server.play(json({ message: 'Not Found' }, { status: 404 }), installation, minted('ghs_one'));
    expect(await app().get()).toBe('ghs_one');
    expect(scene.server.requests[1]?.url).toBe('/users/acme/installation');
  });

  test('that is not installed is explained', async () => {
    const missing = json({ message: 'Not Found' }, { status: 404 });
    scene.server.play(missing, missing);
    expect((await rejection(app().get())).message).toContain('The GitHub App is not installed on this owner');
  });

  test('whose key GitHub does not accept is explained', async () => {
    const refused = json({ message: 'A JSON web token could not be decoded' }, { status: 401 });
    scene.server.play(refused, refused);
    const result = rejection(app().get());
    await scene.clock.pass(1000);
    expect((await result).message).toMatch(/check that app-id and private-key belong together/);
  });

  test.each([
    ['nonsense', 'hunter2', 'cannot be read'],
    [
      'a key of another kind',
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      'ed25519',
    ],
  ])('refuses %s as its key, without showing it', (_, key, words) => {
    expect(() => app({ key })).toThrow(words);
    expect(() => app({ key })).not.toThrow(/hunter2/);
  });

  test('takes a key whose line ends were escaped', async () => {
    scene.server.play(installation, minted('ghs_one'));
    expect(await app({ key: pem.replaceAll('\n', '\\n') }).get()).toBe('ghs_one');
  });
});

describe('repositories by owner', () => {
  test('use each owner’s token, whatever its case, and the common one for others', async () => {
    scene.server.play(json({}), json({}), json({}));
    const repositoryOf = repositoriesByOwner({
      token: staticToken('common'),
      tokens: { Acme: staticToken('acmes') },
      apiUrl: scene.server.url,
      clock: scene.clock,
    });
    await repositoryOf('acme/web').client.read('GET /a');
    await repositoryOf('ACME/api').client.read('GET /a');
    await repositoryOf('other/x').client.read('GET /a');
    expect(scene.server.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer acmes',
      'Bearer acmes',
      'Bearer common',
    ]);
    expect(repositoryOf('acme/web').client).toBe(repositoryOf('ACME/api').client);
    expect(() => repositoryOf('web')).toThrow('expected owner/name');
  });
});
