import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { root } from '../../scripts/project.ts';
import { HUB_FILE } from '../operations/hub/hub-world.ts';
import { slow } from '../support/slow.ts';
import { temporaryFolders } from '../support/temporary.ts';
import { runBundle } from './run-action.ts';

const folder = temporaryFolders();

/** admit-event in a job that this event started. */
async function admit(event: string | undefined) {
  const cwd = await folder({ 'hub.yml': HUB_FILE, ...(event !== undefined && { 'event.json': event }) });
  const inputs = { token: 'secret', 'hub-file': 'hub.yml' };
  const env = { GITHUB_EVENT_PATH: join(cwd, 'event.json'), GITHUB_REPOSITORY: 'acme/infra' };
  return runBundle('admit-event', { inputs, cwd, env });
}

describe('what the toolkit says of the run', () => {
  test('ships as it is published, without its client and without Octokit', async () => {
    const files = (await readdir(join(root, 'dist'))).filter((name) => name.endsWith('.js'));
    const texts = await Promise.all(files.map((name) => readFile(join(root, 'dist', name), 'utf8')));
    expect(texts.filter((text) => text.includes('class Context{constructor()'))).toHaveLength(1);
    const licences = (await readFile(join(root, 'dist', 'licenses.txt'), 'utf8')).split(/\r?\n/);
    expect(licences).toContain('@actions/github');
    for (const name of ['@octokit/core', '@octokit/request', 'undici', '@actions/http-client'])
      expect(licences).not.toContain(name);
  });

  slow('is what an action knows of the event', async () => {
    const { stdout, exitCode } = await admit('{"action":"changed","client_payload":{"source_repo":"acme/elsewhere"}}');
    expect(stdout).toContain('acme/elsewhere is no source of the hub file');
    expect(exitCode).toBe(0);
  });

  test.each([
    ['is missing', undefined, 'ENOENT'],
    ['is cut off', '{"action":', 'JSON'],
  ])('an event that %s is told by us, once', async (_, event, why) => {
    const { stdout, exitCode } = await admit(event);
    const lines = stdout.split('\n').filter((line) => line.includes('GITHUB_EVENT_PATH'));
    expect(lines).toEqual([
      expect.stringMatching(
        new RegExp(`^::error::The event of this job cannot be read from GITHUB_EVENT_PATH: .*${why}`),
      ),
    ]);
    expect(exitCode).toBe(1);
  });
});
