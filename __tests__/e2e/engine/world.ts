import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GitStore } from '../../../simulator/core/git-store.ts';
import { createGitHub, type ForeignEvent, type SimulatedGitHub } from '../../../simulator/github.ts';
import type { Behaviour, Conclusion, EffectRecord, ExternalOrder, ExternalResult } from '../../../simulator/types.ts';
import { realClock } from '../../../src/platform/time/clock.ts';
import { run } from '../../support/processes.ts';
import { type ActRun, runUnderAct } from './act.ts';
import { adaptFolder } from './adapt.ts';
import { type GitServer, startGitServer } from './git-server.ts';
import { contextOf, machineEnv, payloadOf, refOf } from './runner.ts';
import type { Services } from './services.ts';
import type { Stage } from './stage.ts';
import { idTokenRequest, startTrustedRegistry, type TrustedRegistry } from './trusted-registry.ts';
import { permissionsOf, readWorkflow } from './workflow-file.ts';

export interface WorldOptions {
  readonly act: string;
  readonly stage: Stage;
  readonly services: Services;
  readonly folder: string;
  /** Whether jobs find the Python index and its tools. */
  readonly python: boolean;
}

export interface RepositoryFiles {
  readonly files: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  /** A node_modules that `npm ci` links here instead of downloading the same again. */
  readonly installed?: string;
  /** Paths of files that git says are executable. */
  readonly executable?: readonly string[];
  readonly tags?: readonly string[];
  readonly immutableReleases?: boolean;
}

/** A run of a workflow that has ended. */
export interface Finished {
  readonly id: number;
  readonly conclusion: Conclusion;
  readonly jobs: ActRun['jobs'];
  readonly summary: string;
  readonly artifacts: ActRun['artifacts'];
  /** The whole log, as text. */
  readonly log: string;
}

export interface Started {
  readonly id: number;
  readonly ended: Promise<Finished>;
}

export interface LoggedRun {
  readonly id: number;
  readonly repository: string;
  readonly workflow: string;
  /** Path of its log. */
  readonly log: string;
}

/** An embedded GitHub whose runs are run by act, with real git repositories and real registries. */
export interface World {
  readonly github: SimulatedGitHub;
  readonly git: GitServer;
  readonly npm: TrustedRegistry;
  /** All runs, oldest first. */
  readonly runs: readonly LoggedRun[];
  /** Its workflow files become its workflows. */
  addRepository(fullName: string, content: RepositoryFiles): void;
  /** A token for a repository's secrets. */
  addToken(
    token: string,
    repositories: readonly string[],
    permissions?: Readonly<Record<string, 'read' | 'write'>>,
  ): void;
  /** What a person starts in the Actions tab. */
  start(fullName: string, workflow: string, inputs?: Record<string, string>): Started;
  startOn(fullName: string, workflow: string, event: ForeignEvent): Started;
  /** The first effect that is so: one that was already, or one that comes. */
  until(isSo: (effect: EffectRecord) => boolean): Promise<EffectRecord>;
  /** How a run ended, or ends, whoever started it. */
  ended(id: number): Promise<Finished>;
  /** Starts and waits. */
  run(fullName: string, workflow: string, inputs?: Record<string, string>): Promise<Finished>;
  close(): Promise<void>;
}

/** Opens a world of its own in a folder of its own. */
export async function openWorld(options: WorldOptions): Promise<World> {
  const { folder, services } = options;
  const github = createGitHub({
    clock: realClock,
    workflowOf: (file, text) => ({ ...readWorkflow(file, text), behaviour }),
  });
  const tokens = new Map<string, readonly string[]>();
  const git = await startGitServer({
    folder: join(folder, 'git'),
    find: (fullName) => github.repository(fullName),
    mayPush: (fullName, token) => tokens.get(token)?.includes(fullName) ?? false,
  });
  const api = await github.serve();
  const npm = await startTrustedRegistry(await services.npm());
  const machine = await machineEnv(options, npm.url);
  const contents = new Map<string, RepositoryFiles>();
  const runs: LoggedRun[] = [];
  const finished = new Map<number, ActRun>();
  const addToken: World['addToken'] = (token, repositories, permissions) => {
    github.addToken(token, { repositories, ...(permissions && { permissions }) });
    if (permissions === undefined || permissions.contents === 'write') tokens.set(token, repositories);
  };
  const engine = async (order: ExternalOrder): Promise<ExternalResult> => {
    const { id, attempt, repository, workflow } = order.run;
    const place = join(
      folder,
      'runs',
      `${repository.replace('/', '-')}-${workflow.replace(/\.ya?ml$/, '')}-${id}-${attempt}`,
    );
    runs.push({ id, repository, workflow, log: join(place, 'log.txt') });
    await mkdir(place, { recursive: true });
    const checkout = join(place, 'repository');
    await run('git', ['clone', '--quiet', '--no-checkout', await git.bare(repository), checkout]);
    await run('git', ['-C', checkout, 'checkout', '--quiet', '--force', order.sha]);
    const text = await readFile(join(checkout, '.github/workflows', workflow), 'utf8');
    await adaptFolder(join(checkout, '.github'));
    const token = `ghs_${id}_${attempt}`;
    const permissions = permissionsOf(text);
    github.addToken(token, { repositories: [repository], permissions, kind: 'github-token' });
    if (permissions.contents === 'write') tokens.set(token, [repository]);
    const { secrets = {}, vars = {}, installed } = contents.get(repository) ?? {};
    const result = await runUnderAct({
      act: options.act,
      folder: place,
      workflow: { file: workflow, name: readWorkflow(workflow, text).name ?? workflow },
      event: { name: order.run.event, payload: payloadOf(order, github) },
      context: contextOf(order, { api: api.url, server: git.url, ref: refOf(github, order) }),
      env: {
        ...machine,
        ...(installed !== undefined && { E2E_INSTALLED: installed }),
        HOME: join(place, 'home'),
        ...(permissions.id_token === 'write' && {
          ACTIONS_ID_TOKEN_REQUEST_URL: npm.idTokens,
          ACTIONS_ID_TOKEN_REQUEST_TOKEN: idTokenRequest({ repository, workflow }),
        }),
      },
      secrets: { ...secrets, GITHUB_TOKEN: token },
      vars,
      mappings: options.stage.mappings([text]),
      signal: order.signal,
      report: order.report,
    });
    finished.set(id, result);
    return result;
  };
  const behaviour: Behaviour = () => ({ queuedMs: 0, conclusion: 'never', external: engine });
  const watch = (id: number): Started => ({ id, ended: untilEnded(github, id).then((ended) => finish(id, ended)) });
  const finish = async (id: number, conclusion: Conclusion): Promise<Finished> => {
    const { jobs = [], summary = '', artifacts = {}, log = '' } = finished.get(id) ?? {};
    return { id, conclusion, jobs, summary, artifacts, log: log === '' ? '' : await readFile(log, 'utf8') };
  };
  const start: World['start'] = (fullName, workflow, inputs = {}) =>
    watch(github.startForeignRun(fullName, workflow, withDefaults(github, fullName, { workflow, inputs })));
  return {
    github,
    git,
    npm,
    runs,
    addToken,
    addRepository(fullName, content) {
      const [owner = '', name = ''] = fullName.split('/');
      const files = Object.entries(content.files).filter(([path]) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path));
      const workflows = files.map(([path, text]) => ({ ...readWorkflow(path.split('/')[2] ?? '', text), behaviour }));
      contents.set(fullName, content);
      const { files: all, executable = [], tags = [], immutableReleases = false } = content;
      const { git: store } = github.addRepository({ owner, name, files: all, workflows, tags, immutableReleases });
      makeExecutable(store, executable);
    },
    start,
    startOn: (fullName, workflow, event) => watch(github.startRunOnEvent(fullName, workflow, event)),
    until: (isSo) => untilEffect(github, isSo),
    ended: (id) => watch(id).ended,
    run: (fullName, workflow, inputs) => start(fullName, workflow, inputs).ended,
    async close() {
      await Promise.all([api.close(), git.close(), npm.close()]);
    },
  };
}

async function untilEnded(github: SimulatedGitHub, id: number): Promise<Conclusion> {
  const { conclusion } = await untilEffect(github, ({ kind, runId }) => kind === 'run-ended' && runId === id);
  return conclusion ?? 'stale';
}

function untilEffect(github: SimulatedGitHub, isSo: (effect: EffectRecord) => boolean): Promise<EffectRecord> {
  const there = github.effects.find(isSo);
  if (there) return Promise.resolve(there);
  return new Promise((resolve) => {
    const stop = github.subscribe((effect) => {
      if (!isSo(effect)) return;
      stop();
      resolve(effect);
    });
  });
}

/** GitHub fills in what a person leaves out. */
function withDefaults(
  github: SimulatedGitHub,
  fullName: string,
  { workflow, inputs }: { workflow: string; inputs: Record<string, string> },
): Record<string, string> {
  const found = github.repository(fullName).workflows.find(({ definition }) => definition.file === workflow);
  const declared = Object.entries(found?.definition.inputs ?? {});
  return Object.fromEntries(declared.map(([name, input]) => [name, inputs[name] ?? input.default ?? '']));
}

/** The API of contents knows no such thing; git does. */
function makeExecutable(git: GitStore, paths: readonly string[]): void {
  const head = git.resolve('main');
  if (paths.length === 0 || head === undefined) return;
  const entries = paths.map((path) => {
    const sha = git.entryAt(head.tree, path)?.sha;
    if (sha === undefined) throw new Error(`There is no ${path}`);
    return [path, { mode: '100755', sha }] as const;
  });
  const tree = git.changeTree(head.tree, new Map(entries));
  const { author, at } = head;
  git.refs.set('refs/heads/main', git.writeCommit({ tree, parents: [], message: 'First commit', author, at }).sha);
}
