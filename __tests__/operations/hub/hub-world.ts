import { createGitHub } from '../../../simulator/github.ts';
import { VirtualClock } from '../../../simulator/virtual-clock.ts';
import { type AdmitOptions, admit } from '../../../src/operations/hub/admit.ts';
import { readHubEvent } from '../../../src/operations/hub/hub-event.ts';
import { type Hub, readHub } from '../../../src/operations/hub/hub-file.ts';
import type { EventVerdict } from '../../../src/operations/hub/verdict.ts';
import { staticToken } from '../../../src/platform/github/auth/tokens.ts';
import { createClient } from '../../../src/platform/github/client/client.ts';
import { openRepository } from '../../../src/platform/github/repository.ts';

export const HUB_FILE = `
sources:
  acme/services: { events: [services-changed], components: { auth: services/auth, users: services/users } }
  acme/tests: { events: [tests-changed], components: { e2e: . }, deploys: false }
environments:
  - { branch: main, environment: production }
  - { branch: develop, environment: staging }
  - { branch: "feature/*", environment: dev, deploys: false }
`;

export async function hubOf(text = HUB_FILE): Promise<Hub> {
  const read = await readHub(text, 'hub.yml');
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.hub;
}

/** Two sources on the embedded GitHub, and a hub that admits their events. */
export async function hubWorld(text?: string, check: 'all' | 'none' = 'all') {
  const clock = new VirtualClock();
  const github = createGitHub({ clock, ...(check === 'none' && { check }) });
  const files = { 'services/auth/index.js': '1', 'services/users/index.js': '1' };
  for (const name of ['services', 'tests', 'stranger'])
    github.addRepository({ owner: 'acme', name, files, private: true });
  github.addToken('secret', { owners: ['acme'] });
  const hub = await hubOf(text);
  const client = createClient({
    token: staticToken('secret'),
    apiUrl: github.url,
    clock,
    transport: github.transport,
  });
  const run = <T>(story: () => Promise<T>): Promise<T> => clock.run(story(), { limit: 86_400_000 });
  const push = (branch: string, change: Record<string, string>, source = 'acme/services'): string => {
    const { git, defaultBranch } = github.repository(source);
    const main = git.refs.get(`refs/heads/${defaultBranch}`) ?? '';
    if (!git.refs.has(`refs/heads/${branch}`)) git.refs.set(`refs/heads/${branch}`, main);
    return github.commit(source, branch, change);
  };
  const event = (sha: string, more: object = {}, type = 'services-changed') => ({
    action: type,
    sender: { login: 'acme-bot' },
    client_payload: { source_repo: 'acme/services', ref: 'refs/heads/main', sha, component: 'auth,users', ...more },
  });
  const options: AdmitOptions = { repositoryFor: (name) => openRepository(client, name), context: 'hub', force: false };
  const verdictOf = (raw: unknown, more: Partial<AdmitOptions> = {}): Promise<EventVerdict> =>
    run(() => admit(hub, readHubEvent(raw), { ...options, ...more }));
  return { clock, github, client, hub, run, push, event, verdictOf };
}
