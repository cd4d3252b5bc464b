import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGitHub } from '../../simulator/github.ts';
import type { ExternalOrder, ExternalResult } from '../../simulator/run-script.ts';
import type { Hub } from '../../src/operations/hub/hub-file.ts';
import { ownerOf } from '../../src/platform/github/repository-name.ts';
import { realClock } from '../../src/platform/time/clock.ts';
import { readableLine } from '../terminal/log-line.ts';
import { type StepRun, startStep } from './step.ts';

const HUB = 'your-org/hub';

/** What a source is to push, and how its workflow tells the hub. */
export interface HubPush {
  readonly source: string;
  readonly branch: string;
  readonly files: readonly string[];
  /** Of trigger-hub: event-type, and paths or components. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** The outputs of trigger-hub, and those of admit-event where the event came to the hub. */
export interface HubAnswer {
  readonly trigger: StepRun['outputs'];
  /** What trigger-hub said where it failed. */
  readonly fault: string | undefined;
  readonly admitted: StepRun['outputs'] | undefined;
}

/** An embedded GitHub with the sources of a hub file, and a hub that admits what they send and tells their commits. */
export async function startHub(hub: Hub, text: string) {
  const github = createGitHub({ clock: realClock, rateLimits: 'off' });
  const workspace = mkdtempSync(join(tmpdir(), 'release-actions-hub-'));
  writeFileSync(join(workspace, 'hub.yml'), text);
  const admitted = new Map<string, StepRun['outputs']>();
  const sources = hub.sources.map(({ repository }) => repository);
  for (const source of sources) addRepository(source, { 'README.md': '# A source\n' });
  // As docs/central-ci.md has them made, and no wider.
  github.addToken('hub-token', { repositories: [HUB], permissions: { contents: 'write' } });
  github.addToken('sources-token', { repositories: sources, permissions: { contents: 'read', statuses: 'write' } });
  github.addToken('job-token', { repositories: sources, permissions: { contents: 'read', statuses: 'read' } });
  const tokens = [...new Set(sources.map(ownerOf))].map((owner) => `${owner}: sources-token`).join('\n');
  addRepository(HUB, {}, (order) => admit(order));
  const { url, close } = await github.serve();

  function addRepository(
    fullName: string,
    files: Record<string, string>,
    external?: (order: ExternalOrder) => Promise<ExternalResult>,
  ): void {
    const [owner = '', name = ''] = fullName.split('/');
    const behaviour = () => ({ conclusion: 'success' as const, ...(external && { external }) });
    const workflow = { file: 'hub.yml', name: 'Hub', on: ['repository_dispatch' as const], behaviour };
    github.addRepository({ owner, name, files, ...(external && { workflows: [workflow] }) });
  }

  /** A bundle as a step of a job of that repository: its outputs, and what it said where it failed. */
  async function step(bundle: string, repository: string, given: { event: object; inputs: object; env?: object }) {
    const file = join(mkdtempSync(join(workspace, 'event-')), 'event.json');
    writeFileSync(file, JSON.stringify(given.event));
    const said: string[] = [];
    const { exitCode, outputs } = await startStep(bundle, {
      ...{ workspace, inputs: { ...given.inputs }, isQuiet: true },
      env: { GITHUB_API_URL: url, GITHUB_REPOSITORY: repository, GITHUB_EVENT_PATH: file, ...given.env },
      onLine: (line) => said.push(readableLine(line)?.text ?? line),
    }).ended;
    return { outputs, fault: exitCode === 0 ? undefined : said.at(-1) };
  }

  /** The jobs of the hub's workflow that are ours; the build and the deploy command are not run. */
  async function admit({ run }: ExternalOrder): Promise<ExternalResult> {
    const [sender = run.actor] = hub.senders ?? [];
    const event = { action: run.eventType, client_payload: run.payload, sender: { login: sender } };
    const { outputs } = await step('admit-event', HUB, { event, inputs: { 'hub-file': 'hub.yml', tokens } });
    admitted.set(String(run.payload.sha), outputs);
    const { source: repository, sha, state, description } = outputs;
    if (sha !== undefined)
      await step('report-status', HUB, { event, inputs: { repository, sha, state, description, tokens } });
    return { conclusion: 'success', jobs: [] };
  }

  return {
    /** Commits, and runs trigger-hub as the source's workflow would. */
    async push({ source, branch, files, inputs }: HubPush): Promise<HubAnswer> {
      const { git, defaultBranch } = github.repository(source);
      const before = git.refs.get(`refs/heads/${branch}`) ?? git.refs.get(`refs/heads/${defaultBranch}`) ?? '';
      git.refs.set(`refs/heads/${branch}`, before);
      const sha = github.commit(source, branch, Object.fromEntries(files.map((file) => [file, `${branch} ${before}`])));
      const { outputs, fault } = await step('trigger-hub', source, {
        event: { before, repository: { default_branch: defaultBranch } },
        inputs: { hub: HUB, token: 'hub-token', 'source-token': 'job-token', ...inputs },
        env: { GITHUB_EVENT_NAME: 'push', GITHUB_REF: `refs/heads/${branch}`, GITHUB_SHA: sha },
      });
      return { trigger: outputs, fault, admitted: admitted.get(sha) };
    },
    async close(): Promise<void> {
      await close();
      rmSync(workspace, { recursive: true, force: true });
    },
  };
}
