import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { root } from '../../../scripts/project.ts';
import { scenario } from '../scenario.ts';

/** What act has not, and so what is proven on github.com alone. */
const LEFT_OUT = {
  masks: 'act drops no outputs',
  approval: 'act has no environments',
  concurrency: 'act has no concurrency',
};

export default scenario(
  'acceptance: the scenarios of github.com in a sandbox of their own, which is gone at the end',
  async ({ world, folder }) => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const written = ['administration', 'actions', 'contents', 'issues', 'pull_requests', 'statuses', 'workflows'];
    const permissions = Object.fromEntries(written.map((name) => [name, 'write' as const]));
    world.github.addRepository({ owner: 'trials', name: 'other', files: { 'README.md': '' } });
    world.github.addApp({
      appId: 4711,
      publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      installations: [{ id: 1, owner: 'trials', permissions }],
    });
    const child = spawn(
      process.execPath,
      [
        ...['--no-warnings', join(root, 'scripts/acceptance.ts')],
        ...Object.entries(LEFT_OUT).flatMap(([name, why]) => ['--leave-out', `${name}: ${why}`]),
      ],
      {
        env: {
          ...{ PATH: process.env.PATH, HOME: process.env.HOME, GITHUB_API_URL: world.github.url },
          ...{ GITHUB_SERVER_URL: world.git.url, ACCEPTANCE_OWNER: 'trials', ACCEPTANCE_APP_ID: '4711' },
          ACCEPTANCE_PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
          ACCEPTANCE_BUNDLE: 'org/release-actions@v1',
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const exited = new Promise((resolve) => child.once('close', resolve));
    child.stdout.pipe(createWriteStream(join(folder, 'acceptance.txt')));
    const said = await text(child.stdout);
    const code = await exited;
    assert.equal(code, 0, said);
    for (const doubt of ['1', '4', '5', '6', '7', '11', 'dispatch', 'state', 'cancel', 'statuses'])
      assert.match(said, new RegExp(`^✓ ${doubt} +`, 'm'), `${doubt} is proven`);
    for (const doubt of ['8', '9', 'approval']) assert.match(said, new RegExp(`^– ${doubt} +.*left out`, 'm'));
    const gone = world.github.effects.filter(({ kind }) => kind.startsWith('repository-')).map(({ kind }) => kind);
    assert.deepEqual(gone, ['repository-created', 'repository-deleted'], 'it cleaned up');
    assert.doesNotMatch(said, /PRIVATE KEY/);
  },
);
