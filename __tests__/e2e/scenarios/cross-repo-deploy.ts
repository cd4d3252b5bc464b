import assert from 'node:assert/strict';
import { deployWorkflow, startLiveServices } from '../repositories/live-services.ts';
import { template, withInputs } from '../repositories/templates.ts';
import { type Ground, scenario } from '../scenario.ts';

const manifest = (url: string) => `name: product
defaults:
  workflow: deploy.yml
  timeout: 2m
  inputs: { version: "{version}", environment: "{environment}", nonce: "{nonce}" }
components:
  backend:
    repository: product/backend
    health: [{ url: "{environment.base}/backend/health", version: "{version}" }]
    rollback: { workflow: deploy.yml, inputs: { version: "{previous-version}", environment: "{environment}" } }
  web:
    repository: product/web
    needs: [backend]
    health: [{ url: "{environment.base}/web/health", version: "{version}" }]
    rollback: { workflow: deploy.yml, inputs: { version: "{previous-version}", environment: "{environment}" } }
environments:
  production: { base: "${url}", health_timeout: 20s, rollback: true }
`;

export default scenario(
  'template cross-repo-deploy: healthy in order; an unhealthy one is rolled back with what it needed',
  async (ground) => {
    const services = await startLiveServices(['2.0.0-bad']);
    try {
      await tell(ground, services);
    } finally {
      await services.close();
    }
  },
);

async function tell(
  { world }: Ground,
  { url, versions, deployments }: Awaited<ReturnType<typeof startLiveServices>>,
): Promise<void> {
  for (const name of ['backend', 'web']) {
    world.addRepository(`product/${name}`, { files: { '.github/workflows/deploy.yml': deployWorkflow(name, url) } });
  }
  world.addToken('pat-of-product', ['product/backend', 'product/web'], { actions: 'write', contents: 'read' });
  const caller = await template('cross-repo-deploy.yml', { 'my-org': 'product' });
  world.addRepository('product/home', {
    files: {
      '.github/workflows/deploy.yml': withInputs(caller, ['allow-private-network: true']),
      '.github/deploy-train.yml': manifest(url),
    },
    secrets: { MY_ORG_TOKEN: 'pat-of-product' },
  });
  const deployTo = (backend: string, web: string) =>
    world.run('product/home', 'deploy.yml', { environment: 'production', versions: JSON.stringify({ backend, web }) });

  const first = await deployTo('1.0.0', '1.0.0');
  assert.equal(first.conclusion, 'success', 'the first deployment');
  assert.deepEqual(deployments, ['backend 1.0.0', 'web 1.0.0']);

  const second = await deployTo('1.1.0', '2.0.0-bad');
  assert.equal(second.conclusion, 'failure', 'the second deployment');
  assert.deepEqual(deployments.slice(2), ['backend 1.1.0', 'web 2.0.0-bad', 'web 1.0.0', 'backend 1.0.0']);
  assert.deepEqual(Object.fromEntries(versions), { backend: '1.0.0', web: '1.0.0' });
  assert.match(second.summary, /rolled.back/i);
}
