import { afterEach, describe, expect } from '@jest/globals';
import { addEcosystem } from '../../../simulator/ecosystem.ts';
import { createGitHub } from '../../../simulator/github.ts';
import { realClock } from '../../../src/platform/time/clock.ts';
import { type PackageServer, packument, startPackageServer } from '../../support/package-server.ts';
import { slow } from '../../support/slow.ts';
import { temporaryFolders } from '../../support/temporary.ts';
import { runBundle } from '../run-action.ts';

const folder = temporaryFolders();
const MANIFEST = `name: shop
defaults: { workflow: release.yml, inputs: { version: "{version}", nonce: "{nonce}" } }
tokens: { acme: ACME_TOKEN }
components:
  core: { repository: acme/core, package: { npm: "@acme/core" } }
`;
const SECRETS = { ACME_TOKEN: 'token-of-the-manifest', NPM_TOKEN: 'token-of-the-user' };

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** A plan is made of a checkout that a stranger wrote, as on a pull request; the registry is the stranger's, too. */
async function planIn(npmrc: (registry: string) => string) {
  const github = createGitHub({ clock: realClock, rateLimits: 'off' });
  addEcosystem(github, [{ id: 'core', repository: 'acme/core', needs: [], inputs: { version: '', nonce: '' } }]);
  github.addRepository({ owner: 'acme', name: 'releases', files: { 'README.md': '# Releases\n' } });
  github.addToken('token-of-the-job', { repositories: ['acme/releases'], permissions: { contents: 'read' } });
  github.addToken(SECRETS.ACME_TOKEN, { repositories: ['acme/core'], permissions: { contents: 'read' } });
  const served = await github.serve();
  const registry: PackageServer = await startPackageServer(() => ({
    body: packument('@acme/core', { '1.4.0': {} }, { latest: '1.4.0' }),
  }));
  open.push(served, registry);
  const cwd = await folder({ '.github/release-train.yml': MANIFEST, '.npmrc': npmrc(registry.url) });
  const run = await runBundle('plan-release', {
    cwd,
    inputs: { token: 'token-of-the-job', 'release-type': 'minor' },
    env: { GITHUB_API_URL: served.url, GITHUB_REPOSITORY: 'acme/releases', GITHUB_RUN_ID: '7', ...SECRETS },
  });
  return { ...run, registry };
}

const npmrc = (variable: string) => (url: string) =>
  `@acme:registry=${url}/\n${url.slice('http:'.length)}/:_authToken=\${${variable}}\n`;

describe("the .npmrc of a stranger's checkout", () => {
  slow.each(['ACME_TOKEN', 'INPUT_TOKEN', 'GITHUB_OUTPUT', 'GITHUB_ENV'])(
    'cannot have %s sent anywhere',
    async (name) => {
      const { exitCode, outputs, registry } = await planIn(npmrc(name));
      expect(exitCode).toBe(0);
      expect(JSON.parse(outputs.versions ?? '{}')).toEqual({ core: '1.5.0' });
      expect(registry.asked.map(({ headers }) => headers.authorization)).toEqual([undefined]);
    },
  );

  slow('of an honest one still brings the credentials of its user', async () => {
    const { exitCode, registry } = await planIn(npmrc('NPM_TOKEN'));
    expect(exitCode).toBe(0);
    expect(registry.asked.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${SECRETS.NPM_TOKEN}`]);
  });
});
