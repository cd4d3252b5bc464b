import { expect, test } from '@jest/globals';
import { createGitHub } from '../../../simulator/github.ts';
import { VirtualClock } from '../../../simulator/virtual-clock.ts';
import { recordDeployment } from '../../../src/engine/drive/record-deployment.ts';
import { repositoriesByOwner } from '../../../src/platform/github/auth/clients.ts';
import { staticToken } from '../../../src/platform/github/auth/tokens.ts';
import type { WantedDeployment } from '../../../src/train/telling/wanted-deployments.ts';

test('a deployment record whose maker was killed is used, not created again; another component gets its own', async () => {
  const clock = new VirtualClock();
  const github = createGitHub({ clock });
  github.addToken('secret', { owners: ['acme'] });
  const workflow = { name: 'Deploy', file: 'deploy.yml', on: ['workflow_dispatch' as const] };
  github.addRepository({ owner: 'acme', name: 'shop', workflows: [workflow] });
  const run = github.startForeignRun('acme/shop', 'deploy.yml', {});
  const repository = repositoriesByOwner({
    ...{ token: staticToken('secret'), apiUrl: github.url, clock, transport: github.transport },
  })('acme/shop');
  const wanted = (component: string): WantedDeployment => ({
    ...{ key: `${component}/1`, component, repository: 'acme/shop', environment: 'production', isProduction: true },
    ...{ task: 'deploy', version: '2.0.0', state: 'in_progress', run: { id: run, url: 'https://github.test/run' } },
    payload: { train: 't1', component, version: '2.0.0', by: 'release-actions' },
  });
  const { signal } = new AbortController();
  const story = async () => {
    const record = (component: string) => recordDeployment(wanted(component), { repository, known: undefined, signal });
    return [await record('web'), await record('web'), await record('api')];
  };
  const [first, again, other] = await clock.run(story());
  expect(again).toBe(first);
  expect(other).not.toBe(first);
  expect(github.effects.filter(({ kind }) => kind === 'deployment')).toHaveLength(2);
});
