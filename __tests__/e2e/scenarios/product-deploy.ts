import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../../scripts/project.ts';
import { startLiveServices } from '../repositories/live-services.ts';
import { template, withInputs } from '../repositories/templates.ts';
import { type Ground, scenario } from '../scenario.ts';

export default scenario(
  'templates deploy-backend, deploy-frontend and rollback, as in examples/product-deploy: deploys, fails, rolls back with the image that ran before, recovers',
  async (ground) => {
    const services = await startLiveServices(['9.0.0']);
    try {
      await tell(ground, services);
    } finally {
      await services.close();
    }
  },
);

const DOCKERFILE = 'FROM scratch\n';
const serverOf = (version: string) => `server ${version}\n`;
/** What the stand-in for docker builds of it. */
const imageOf = (version: string) =>
  `ghcr.io/acme/backend@sha256:${createHash('sha256')
    .update(DOCKERFILE + serverOf(version))
    .digest('hex')}`;

/** The scripts of a repository; `PUT /NAME` is the platform. */
function scripts(url: string): Record<string, string> {
  const head = '#!/usr/bin/env bash\nset -euo pipefail\n[[ -n $DEPLOY_TOKEN ]]\n';
  const put = (name: string) => `curl --fail --silent --show-error --request PUT --data "$VERSION" ${url}/${name}\n`;
  return {
    'ci/deploy': `${head}[[ $(cat server.txt) == "server $VERSION" ]]\n${put('backend')}${put('"image-$(tr / _ <<< "$IMAGE")"')}`,
    'ci/rollback': `${head}if [[ -n $IMAGE ]]; then ${put('backend')}${put('"image-$(tr / _ <<< "$IMAGE")"')} else ${put('"$PLATFORM"')} fi\n`,
    'ci/build': '#!/usr/bin/env bash\nmkdir out && echo "$PLATFORM $VERSION for $BACKEND_URL" > out/app.txt\n',
    'ci/deploy-web': `${head}grep --quiet "web $VERSION for ${url}/backend" out/app.txt\n${put('web')}`,
  };
}

/** The example's manifest, of its backend and its web, with the platform of this world, and less patience. */
async function manifest(url: string): Promise<string> {
  const text = await readFile(join(root, 'examples/product-deploy/deploy-train.yml'), 'utf8');
  return text
    .replace(/ {2}# A store's review[\s\S]*?(?=^environments:)/m, '')
    .replace(/^( +)backend_url: .*/gm, `$1backend_url: ${url}/backend`)
    .replace(/^( +)web_url: .*/gm, `$1web_url: ${url}/web`)
    .replace('/version.json', '/health')
    .replace(/ {2}desktop:\n[\s\S]*?\n\n/, '')
    .replaceAll(/health_timeout: .*/g, 'health_timeout: 15s')
    .replace('bake: 10m', 'bake: 1s')
    .replace(/ +condition: body.database.*\n/, '')
    .replace('compatible: { backend: ">=2.0.0" }', 'compatible: { backend: ">=1.0.0" }');
}

async function tell(
  { world, folder }: Ground,
  { url, versions, deployments }: Awaited<ReturnType<typeof startLiveServices>>,
): Promise<void> {
  const token = 'pat-of-acme';
  const of = async (name: string) => {
    const text = await template(name, { 'my-org/releases': 'acme/releases' }).catch(() => template(name));
    return text.replaceAll(
      /(uses: org\/release-actions\/verify-health@v1\n +(?:if: .*\n +)?with:\n)/g,
      '$1          allow-private-network: "true"\n',
    );
  };
  const secrets = { DEPLOY_TOKEN: 'deploy-secret', TRAIN_TOKEN: token };
  const executable = Object.keys(scripts(url));
  const rollback = await of('rollback.yml');
  const deployBackend = await of('deploy-backend.yml');
  world.addRepository('acme/backend', {
    files: {
      ...scripts(url),
      Dockerfile: DOCKERFILE,
      'server.txt': serverOf('1.0.0'),
      '.github/workflows/deploy.yml': deployBackend,
      '.github/workflows/rollback.yml': rollback,
    },
    secrets,
    executable,
  });
  world.addRepository('acme/front-ends', {
    files: {
      ...scripts(url),
      '.github/workflows/deploy.yml': await of('deploy-frontend.yml'),
      '.github/workflows/rollback.yml': rollback,
    },
    secrets,
    executable,
  });
  const tag = (repository: string, version: string) => {
    const { refs } = world.github.repository(repository).git;
    refs.set(`refs/tags/v${version}`, refs.get('refs/heads/main') ?? '');
  };
  tag('acme/backend', '1.0.0');
  for (const version of ['1.0.0', '1.1.0', '9.0.0']) tag('acme/front-ends', version);
  const release = (version: string) => {
    world.github.commit('acme/backend', 'main', { 'server.txt': serverOf(version) });
    tag('acme/backend', version);
  };
  world.addToken(token, ['acme/backend', 'acme/front-ends', 'acme/releases'], { actions: 'write', contents: 'write' });
  world.addRepository('acme/releases', {
    files: {
      '.github/workflows/deploy.yml': withInputs(await template('cross-repo-deploy.yml', { 'my-org': 'acme' }), [
        'allow-private-network: true',
      ]),
      '.github/deploy-train.yml': await manifest(url),
    },
    secrets: { MY_ORG_TOKEN: token, ACME_TOKEN: token },
  });
  const deployTo = (backend: string, frontEnds: string, more: Record<string, string> = {}) =>
    world.run('acme/releases', 'deploy.yml', {
      environment: 'staging',
      versions: JSON.stringify({ backend, web: frontEnds }),
      ...more,
    });
  const image = (version: string) => `image-${imageOf(version).replaceAll('/', '_')} ${version}`;

  const first = await deployTo('1.0.0', '1.0.0');
  assert.equal(first.conclusion, 'success', first.log.slice(-4_000));
  assert.deepEqual(deployments.slice(0, 2), ['backend 1.0.0', image('1.0.0')], 'the backend goes first');
  assert.deepEqual(deployments.slice(2), ['web 1.0.0']);
  assert.match(first.summary, /`backend` \| `image` \| `ghcr\.io\/acme\/backend@sha256:[0-9a-f]{64}`/);

  // The web of this version never answers: everything goes back, the backend with the image that ran before.
  release('1.1.0');
  let before = deployments.length;
  const failed = await deployTo('1.1.0', '9.0.0');
  assert.equal(failed.conclusion, 'failure', 'a web that is broken');
  assert.match(failed.summary, /rolled.back/i);
  assert.deepEqual(deployments.slice(before, before + 2), ['backend 1.1.0', image('1.1.0')]);
  assert.deepEqual(
    deployments.slice(-2),
    ['backend 1.0.0', image('1.0.0')],
    'the backend goes back last, with its image',
  );
  assert.deepEqual([versions.get('backend'), versions.get('web')], ['1.0.0', '1.0.0']);

  // With a web that works it goes through, and the image that was built before the failure is not built again.
  before = deployments.length;
  const recovered = await deployTo('1.1.0', '1.1.0', { strategy: 'canary' });
  assert.equal(recovered.conclusion, 'success', recovered.log.slice(-4_000));
  assert.deepEqual(deployments.slice(before, before + 2), ['backend 1.1.0', image('1.1.0')]);
  const built = await readFile(join(folder, 'images/built'), 'utf8');
  assert.equal(built.trim().split('\n').length, 2, 'each commit is built once');
}
