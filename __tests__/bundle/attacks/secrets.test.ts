import { expect, test } from '@jest/globals';
import { json, startServers } from '../../support/servers.ts';
import { slow } from '../../support/slow.ts';
import { runBundle } from '../run-action.ts';

const dispatch = (inputs: Record<string, string>, url: string) =>
  runBundle('dispatch-and-wait', {
    inputs: { repository: 'acme/service', workflow: 'release.yml', ...inputs },
    env: { GITHUB_API_URL: url },
  });

slow('a secret whose lines make GitHub drop outputs is warned of, on one line it is not', async () => {
  const servers = startServers();
  const url = await servers.http((_, response) => json(response, { message: 'no' }, 404));
  const pretty = await dispatch({ tokens: '{\n  "acme": "ghp_0123456789"\n}' }, url);
  expect(pretty.stdout).toMatch(/::warning::Input tokens has a line of one or two characters.*JSON on one line/);
  expect(pretty.stdout).not.toContain('::add-mask::{');
  const flat = await dispatch({ tokens: '{"acme":"ghp_0123456789"}' }, url);
  expect(flat.stdout).not.toContain('::warning::');
  await servers.close();
});

test('a secret too short to be masked is refused before anything is asked', async () => {
  const run = await dispatch({ token: 'x7' }, 'http://127.0.0.1:9');
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toBe(
    '::error::Input token is too short to be kept secret: it has 2 characters, expected at least 4. ' +
      'Its text stands in many other words, which would all be masked. Is it the right value?\n',
  );
});
