import { expect, test } from '@jest/globals';
import { addEcosystem, type EcosystemComponent } from '../../simulator/ecosystem.ts';
import { createGitHub } from '../../simulator/github.ts';
import { VirtualClock } from '../../simulator/virtual-clock.ts';
import { sender } from './world.ts';

const components: readonly EcosystemComponent[] = [
  { id: 'domain', repository: 'acme/domain', package: { npm: '@acme/domain' }, needs: [] },
  { id: 'client', repository: 'acme/client', package: { npm: '@acme/client' }, needs: ['domain'] },
  {
    id: 'site',
    repository: 'acme/site',
    dispatch: { eventType: 'release' },
    package: { pypi: 'site' },
    needs: ['client'],
  },
];

function ecosystem(options: Parameters<typeof addEcosystem>[2] = {}) {
  const clock = new VirtualClock();
  const github = createGitHub({ clock });
  addEcosystem(github, components, options);
  github.addToken('secret', { owners: ['acme'] });
  const send = sender(github.fetch, () => github.url);
  const release = (name: string, inputs: Record<string, string>) =>
    send('POST', `/repos/acme/${name}/actions/workflows/release.yml/dispatches`, { ref: 'main', inputs });
  const conclusion = (name: string) => github.repository(`acme/${name}`).runs.at(-1)?.attempts.at(-1)?.conclusion;
  return { clock, github, send, release, conclusion };
}

const needsDomain = { version: '1.1.0', nonce: 'c', 'dependency-versions': '{"@acme/domain":"1.1.0"}' };

test('a release in the right order succeeds and publishes', async () => {
  const { clock, github, send, release, conclusion } = ecosystem();
  const story = async () => {
    await release('domain', { version: '1.1.0', nonce: 'd' });
    await clock.sleep(30_000);
    await release('client', needsDomain);
    await clock.sleep(30_000);
    const payload = { version: '1.1.0', nonce: 's', 'dependency-versions': { client: '1.1.0' } };
    await send('POST', '/repos/acme/site/dispatches', { event_type: 'release', client_payload: payload });
    await clock.sleep(30_000);
  };
  await clock.run(story());
  expect(['domain', 'client', 'site'].map(conclusion)).toEqual(['success', 'success', 'success']);
  expect(github.registry.served('pypi', 'site').map(({ version }) => version)).toEqual(['1.0.0', '1.1.0']);
  expect(github.violations).toEqual([]);
});

test('a component that is released before its dependency is served fails', async () => {
  const { clock, github, release, conclusion } = ecosystem({ registryLagMs: 60_000 });
  const story = async () => {
    await release('domain', { version: '1.1.0', nonce: 'd' });
    // The run of domain has succeeded by then, but its package is not served yet.
    await clock.sleep(30_000);
    await release('client', needsDomain);
    await clock.sleep(30_000);
  };
  await clock.run(story());
  expect([conclusion('domain'), conclusion('client')]).toEqual(['success', 'failure']);
  expect(github.registry.isServed('npm', '@acme/client', '1.1.0')).toBe(false);
});

test('a release that is told to fail fails once; its re-run succeeds', async () => {
  const { clock, github, release, conclusion } = ecosystem({ fail: ['domain'] });
  const found: unknown[] = [];
  const story = async () => {
    await release('domain', { version: '1.1.0', nonce: 'd' });
    await clock.sleep(30_000);
    found.push(conclusion('domain'));
    github.rerun('acme/domain', github.repository('acme/domain').runs[0]?.id ?? 0, { failedOnly: true });
    await clock.sleep(30_000);
    found.push(conclusion('domain'));
  };
  await clock.run(story());
  expect(found).toEqual(['failure', 'success']);
});
