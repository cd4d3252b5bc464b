import type { RepositoryDefinition } from '../types.ts';
import { createIssue } from './issue-handlers.ts';
import { commitFiles } from './refs.ts';
import { factsOf, type Run } from './run.ts';
import { rerunRefusal } from './run-handlers.ts';
import { approve, beginAttempt, cancel, createRun, finishNow } from './run-life.ts';
import { findRepository, type Repository, type Workflow, type World } from './world.ts';

export interface ForeignEvent {
  readonly name: string;
  readonly payload?: Readonly<Record<string, unknown>>;
  /** Default: the repository's default branch. */
  readonly branch?: string;
}

export function existing(world: World, fullName: string): Repository {
  const repository = findRepository(world, fullName);
  if (repository === undefined) throw new Error(`The embedded GitHub has no repository ${fullName}`);
  return repository;
}

/** What people and other systems do, without a request. */
export function deedsOfOthers(world: World) {
  const person = 'some-person';
  const runOf = (fullName: string, id: number): Run => {
    world.timeline.catchUp();
    const run = world.runs.get(id);
    if (run?.repository !== existing(world, fullName)) throw new Error(`${fullName} has no run ${id}`);
    return run;
  };
  const workflowOf = (repository: Repository, file: string) => {
    const workflow = repository.workflows.find(({ definition }) => definition.file === file);
    if (workflow === undefined) throw new Error(`${repository.fullName} has no workflow ${file}`);
    return workflow;
  };
  return {
    rerun(fullName: string, id: number, { failedOnly = false } = {}) {
      const run = runOf(fullName, id);
      const refusal = rerunRefusal(run, failedOnly, world.timeline.now());
      if (refusal) throw new Error(refusal);
      beginAttempt(world, run, person, failedOnly);
      world.record({ kind: 'rerun', ...factsOf(run), attempt: run.attempts.length, actor: person });
    },
    cancelByHuman(fullName: string, id: number) {
      const run = runOf(fullName, id);
      if (!cancel(world, run, false)) throw new Error(`Run ${id} has ended already`);
      world.record({ kind: 'cancel', ...factsOf(run), attempt: run.attempts.length, actor: person });
    },
    approve(fullName: string, id: number) {
      if (!approve(world, runOf(fullName, id))) throw new Error(`Run ${id} is not waiting`);
    },
    finishRun(fullName: string, id: number) {
      if (!finishNow(world, runOf(fullName, id))) throw new Error(`Run ${id} is not going on`);
    },
    startForeignRun(fullName: string, file: string, inputs: Record<string, string> = {}, actor = person) {
      world.timeline.catchUp();
      const repository = existing(world, fullName);
      const workflow = workflowOf(repository, file);
      const event = workflow.definition.on.includes('workflow_dispatch') ? 'workflow_dispatch' : 'repository_dispatch';
      const branch = repository.defaultBranch;
      const sha = repository.git.resolve(branch)?.sha ?? '';
      const isInput = event === 'workflow_dispatch';
      const given = { inputs: isInput ? inputs : {}, payload: isInput ? {} : inputs };
      return createRun(world, { repository, workflow, event, branch, sha, ...given, actor }).id;
    },
    startRunOnEvent(fullName: string, file: string, { name, payload = {}, branch }: ForeignEvent) {
      world.timeline.catchUp();
      const repository = existing(world, fullName);
      const { defaultBranch, git } = repository;
      const place = { branch: branch ?? defaultBranch, sha: git.resolve(branch ?? defaultBranch)?.sha ?? '' };
      const request = { repository, workflow: workflowOf(repository, file), event: name, ...place };
      return createRun(world, { ...request, inputs: {}, payload, actor: person }).id;
    },
    commit(fullName: string, branch: string, files: Record<string, string | undefined>, message = 'A change') {
      const changes = new Map(Object.entries(files));
      return commitFiles(world, existing(world, fullName), { branch, message, author: person, files: changes });
    },
    openPull(fullName: string, pull: { title: string; head: string; base?: string; body?: string }) {
      const repository = existing(world, fullName);
      const { title, head, base = repository.defaultBranch, body = null } = pull;
      const issue = createIssue(world, repository, { title, body, labels: [], author: person, isPull: true });
      const shaOf = (branch: string) => repository.git.resolve(branch)?.sha ?? '0'.repeat(40);
      repository.pulls.push({ issue, head, base, headSha: shaOf(head), baseSha: shaOf(base) });
      return issue.number;
    },
    changeSettings(fullName: string, settings: Partial<RepositoryDefinition>) {
      const repository = existing(world, fullName);
      repository.definition = { ...repository.definition, ...settings };
      repository.archived = settings.archived ?? repository.archived;
    },
    setWorkflowState(fullName: string, file: string, state: Workflow['state']) {
      workflowOf(existing(world, fullName), file).state = state;
    },
  };
}
