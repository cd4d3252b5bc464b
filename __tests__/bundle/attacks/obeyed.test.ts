import { expect, test } from '@jest/globals';
import { SimulatedServiceRegistry, serveRegistry } from '../../../simulator/service-registry.ts';
import { GitHubServer } from '../../services/github-server.ts';
import { obeyed } from '../../support/runner-commands.ts';
import { json, startServers } from '../../support/servers.ts';
import { slow } from '../../support/slow.ts';
import { type BundleRun, runBundle } from '../run-action.ts';
import { ofFailedChild } from './failed-child.ts';

/** One line that either parser of the runner obeys, however it is embedded, and several that only stand alone. */
const INLINE = '9 ##[add-mask]f';
const HOSTILE = [
  '::stop-commands::token-of-theirs',
  '\u00a0::add-mask::f',
  '\u3000::set-output name=stolen::yes',
  `fine ${INLINE}`,
].join('\n');

/** What the runner obeyed is what we said, and nothing of theirs. */
function expectOnlyOurs({ stdout }: BundleRun): void {
  const masked = obeyed(stdout).filter(({ command }) => command === 'add-mask');
  expect(masked.filter(({ data }) => data.startsWith('f'))).toEqual([]);
  const commands = new Set(obeyed(stdout).map(({ command }) => command));
  for (const command of ['add-mask', 'group', 'endgroup', 'error', 'warning', 'notice']) commands.delete(command);
  expect([...commands]).toEqual([]);
  // It was there to be obeyed.
  expect(stdout).toContain('add-mask]f');
}

slow('the log of a failed child, the name of its job and of its step', async () => {
  const steps = [{ name: INLINE, conclusion: 'failure' as const }];
  const job = { name: `job\n${HOSTILE}`, conclusion: 'failure' as const, log: HOSTILE, steps };
  const run = await ofFailedChild([job], runBundle);
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toContain('set-output name=stolen');
  expectOnlyOurs(run);
});

test('the answer of a health check', async () => {
  const servers = startServers();
  const url = await servers.http((_, response) => json(response, { status: 'UP', version: INLINE }));
  const inputs = { url, 'expect-version': INLINE, interval: '100ms', 'allow-private-network': 'true' };
  const run = await runBundle('verify-health', { inputs });
  await servers.close();
  expect(run.exitCode).toBe(0);
  expectOnlyOurs(run);
});

test('what a package registry says', async () => {
  const servers = startServers();
  const url = await servers.http((_, response) => {
    response.writeHead(403, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: INLINE }));
  });
  const inputs = { packages: 'npm:lib@1.0.0', 'registry-url': url, timeout: '0s' };
  const run = await runBundle('verify-published', { inputs });
  await servers.close();
  expect(run.exitCode).toBe(1);
  expectOnlyOurs(run);
});

test('the name of a service in a registry', async () => {
  const github = await GitHubServer.start();
  const simulated = new SimulatedServiceRegistry({ token: 'registry-token-1234' });
  const registry = await serveRegistry(simulated);
  simulated.store(INLINE, {
    name: INLINE,
    version: '1.0.0',
    endpoints: { health: 'http://127.0.0.1:9/' },
    capabilities: [],
  });
  const inputs = {
    'registry-url': registry.url,
    'registry-token': 'registry-token-1234',
    token: 'github-token-5678',
    'allow-private-network': 'true',
  };
  const env = { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'acme/hub', GITHUB_RUN_ID: '7' };
  const run = await runBundle('reconcile-services', { inputs, env });
  await registry.close();
  simulated.close();
  await github.close();
  expectOnlyOurs(run);
});
