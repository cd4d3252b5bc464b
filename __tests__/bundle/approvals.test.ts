import { expect } from '@jest/globals';
import { deploying } from '../../scripts/crash-points/children.ts';
import { createGitHub } from '../../simulator/github.ts';
import type { RunScript } from '../../simulator/types.ts';
import { realClock } from '../../src/platform/time/clock.ts';
import { slow } from '../support/slow.ts';
import { temporaryFolders } from '../support/temporary.ts';
import { runBundle } from './run-action.ts';

const folder = temporaryFolders();

const COMPONENT = `
    rollback: { workflow: rollback.yml, inputs: { version: "{previous-version}", nonce: "{nonce}" } }
    inputs: { version: "{version}", nonce: "{nonce}" }`;
const MANIFEST = `name: product
defaults: { workflow: release.yml, timeout: 4s }
components:
  backend:
    repository: acme/backend${COMPONENT}
  web:
    repository: acme/web
    needs: [backend]${COMPONENT}
environments: { production: { rollback: true } }
`;

slow(
  'anyone who approves later than the timeout finds the deployment as it was: nothing is cancelled or rolled back',
  async () => {
    const github = createGitHub({ clock: realClock, rateLimits: 'off' });
    const running: Record<string, string> = {};
    for (const name of ['backend', 'web']) {
      const script = {
        waitsFor: { environment: 'production', reviewers: ['alice'] },
        get waitingMs() {
          return name === 'web' && running.web !== undefined ? 9_000 : undefined;
        },
      };
      const workflows = [
        deploying({ name, running, script: script as Partial<RunScript> }),
        deploying({ name, running, file: 'rollback.yml' }),
      ];
      github.addRepository({ owner: 'acme', name, workflows, files: { 'README.md': '' } });
    }
    github.addToken('secret', { owners: ['acme'] });
    const served = await github.serve();
    const cwd = await folder({ '.github/release-train.yml': MANIFEST });
    const deploy = (version: string) =>
      runBundle('train', {
        cwd,
        inputs: {
          ...{ token: 'secret', environment: 'production', state: 'file:.trains' },
          ...{ versions: `{ backend: ${version}, web: ${version} }`, 'train-id': `to-${version}` },
        },
        env: { GITHUB_API_URL: served.url, GITHUB_REPOSITORY: 'acme/releases', GITHUB_RUN_ID: '7' },
      });
    try {
      expect((await deploy('1.0.0')).exitCode).toBe(0);
      const { exitCode, stdout, outputs } = await deploy('2.0.0');
      expect({ exitCode, status: outputs.status }).toEqual({ exitCode: 0, status: 'succeeded' });
      expect(stdout).toMatch(/waits for a reviewer of production: alice/);
      expect(running).toEqual({ backend: '2.0.0', web: '2.0.0' });
      const others = github.effects.filter(({ kind, workflow }) => kind === 'cancel' || workflow === 'rollback.yml');
      expect(others).toEqual([]);
    } finally {
      await served.close();
    }
  },
);
