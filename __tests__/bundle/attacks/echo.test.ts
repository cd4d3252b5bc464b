import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { addEcosystem } from '../../../simulator/ecosystem.ts';
import { createGitHub } from '../../../simulator/github.ts';
import { realClock } from '../../../src/platform/time/clock.ts';
import { json, startServers } from '../../support/servers.ts';
import { slow } from '../../support/slow.ts';
import { temporaryFolders } from '../../support/temporary.ts';
import { runBundle } from '../run-action.ts';

const folder = temporaryFolders();
const TOKEN = 'ghp_0123456789_abcdefgh';
const MANIFEST = `name: shop
defaults: { workflow: release.yml, inputs: { version: "{version}", nonce: "{nonce}" } }
components:
  core: { repository: acme/core }
`;

slow(
  'a server that echoes the token in a refusal brings it into no log, output, summary, report or saved state',
  async () => {
    const github = createGitHub({ clock: realClock, rateLimits: 'off' });
    addEcosystem(github, [{ id: 'core', repository: 'acme/core', needs: [], inputs: { version: '', nonce: '' } }]);
    github.addToken(TOKEN, { owners: ['acme'] });
    const { url, close } = await github.serve();
    const servers = startServers();
    const echo = await servers.http((request, response) => {
      if (request.url?.endsWith('/dispatches')) {
        return json(response, { message: `not with ${request.headers.authorization}` }, 422);
      }
      const { host: _, ...headers } = request.headers as Record<string, string>;
      void fetch(`${url}${request.url}`, { headers }).then(async (answer) => {
        response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
        response.end(Buffer.from(await answer.arrayBuffer()));
      });
    });
    const workspace = await folder({ '.github/release-train.yml': MANIFEST });
    const run = await runBundle('train', {
      cwd: workspace,
      inputs: { token: TOKEN, 'release-type': 'minor', state: 'file:.trains' },
      env: {
        GITHUB_API_URL: echo,
        GITHUB_REPOSITORY: 'acme/releases',
        GITHUB_RUN_ID: '7',
        npm_config_registry: `${url}/registry/npm/`,
      },
    });
    await servers.close();
    await close();
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toMatch(/not with .*\*\*\*/);
    const names = await readdir(workspace, { recursive: true, withFileTypes: true });
    const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
    const saved = await Promise.all(files.map((file) => readFile(file, 'utf8')));
    expect(saved.some((text) => text.includes('not with'))).toBe(true);
    const everything = [
      run.stdout.replace(/^::add-mask::.*$/m, ''),
      JSON.stringify(run.outputs),
      run.summary,
      ...saved,
    ];
    for (const text of everything) expect(text).not.toMatch(/0123456789|abcdefgh/);
  },
);
