import { afterEach, expect, test } from '@jest/globals';
import { createGitHub } from '../../simulator/github.ts';
import { realClock } from '../../src/platform/time/clock.ts';

let served: { url: string; close(): Promise<void> } | undefined;

afterEach(async () => served?.close());

async function world() {
  const github = createGitHub({ clock: realClock });
  github.addToken('token', { owners: ['acme'] });
  github.addRepository({ owner: 'acme', name: 'web', files: { 'docs/<b>.json': '{"a":[1,"<script>"]}' } });
  github.commit('acme/web', 'release/state', { 'trains/t/state.json': '{}' }, '<img src=x>');
  served = await github.serve();
  return served.url;
}

async function page(url: string, accept = 'text/html') {
  const answer = await fetch(url, { headers: { accept, authorization: 'Bearer token' } });
  return { status: answer.status, text: await answer.text() };
}

test('a browser gets pages, whose texts are no markup; an API client gets JSON', async () => {
  const url = await world();
  expect((await page(url)).text).toContain('<a href="/acme/web">acme/web</a>');
  const file = await page(`${url}/acme/web/blob/main/docs/${encodeURIComponent('<b>.json')}`);
  expect(file.text).toContain('&#60;script&#62;');
  expect(file.text).not.toMatch(/<script|<b>/);
  const commits = await page(`${url}/acme/web/commits/release/state`);
  expect(commits.text).toContain('&#60;img src=x&#62;');
  expect(JSON.parse((await page(`${url}/repos/acme/web`, 'application/vnd.github+json')).text)).toMatchObject({
    full_name: 'acme/web',
  });
});

test('a branch may have slashes in its name', async () => {
  const url = await world();
  const tree = await page(`${url}/acme/web/tree/release/state/trains/t`);
  expect(tree.text).toContain('/acme/web/blob/release/state/trains/t/state.json');
});

test.each(['/acme/nothing', '/acme/web/actions/runs/1', '/acme/web/blob/main/nothing', '/acme/web/issues/7', '/%ff'])(
  '%s is no page',
  async (path) => {
    const url = await world();
    expect((await page(`${url}${path}`)).status).toBe(404);
  },
);
