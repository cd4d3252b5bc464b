import type { RepositoryDefinition, WorkflowDefinition } from '../types.ts';
import type { TreeEntry } from './git-store.ts';
import { GitStore } from './git-store.ts';
import type { Repository, Workflow, World } from './world.ts';

/** Creates a repository with one commit that holds its files, and a file for each of its workflows. */
export function createRepository(world: World, definition: RepositoryDefinition): Repository {
  const { owner, name, defaultBranch = 'main' } = definition;
  const fullName = `${owner}/${name}`;
  if (world.repositories.has(fullName.toLowerCase())) throw new Error(`${fullName} is there already`);
  const createdAt = world.timeline.now();
  const git = new GitStore();
  const sha = firstCommit(git, definition, createdAt);
  if (definition.empty !== true) git.refs.set(`refs/heads/${defaultBranch}`, sha);
  for (const tag of definition.tags ?? []) git.refs.set(`refs/tags/${tag}`, sha);
  for (const { tag } of definition.releases ?? []) git.refs.set(`refs/tags/${tag}`, sha);
  const repository: Repository = {
    id: 500_000_000 + world.nextId(),
    owner,
    name,
    fullName,
    defaultBranch,
    private: definition.private ?? false,
    archived: definition.archived ?? false,
    definition,
    createdAt,
    git,
    workflows: (definition.workflows ?? []).map((workflow) => createWorkflow(world, workflow, createdAt)),
    runs: [],
    releases: releasesOf(world, definition, createdAt),
    issues: [],
    pulls: [],
    statuses: [],
    deployments: [],
    claims: new Map(),
  };
  world.repositories.set(fullName.toLowerCase(), repository);
  return repository;
}

function firstCommit(git: GitStore, { owner, files = {}, workflows = [] }: RepositoryDefinition, at: number): string {
  const entries = new Map<string, TreeEntry>();
  const add = (path: string, text: string) => entries.set(path, { mode: '100644', sha: git.writeBlob(text) });
  for (const workflow of workflows) add(`.github/workflows/${workflow.file}`, workflowText(workflow));
  for (const [path, text] of Object.entries(files)) add(path, text);
  const tree = git.changeTree(undefined, entries);
  return git.writeCommit({ tree, parents: [], message: 'First commit', author: owner, at }).sha;
}

/** The file that would declare such a workflow, for anyone who reads it. */
function workflowText({ name, file, on, runName, inputs = {}, types }: WorkflowDefinition): string {
  const declared = Object.entries(inputs).map(([input, { required, default: value, options }]) => [
    `      ${JSON.stringify(input)}:`,
    `        required: ${required ?? false}`,
    ...(value === undefined ? [] : [`        default: ${JSON.stringify(value)}`]),
    ...(options ? ['        type: choice', `        options: ${JSON.stringify(options)}`] : []),
  ]);
  const triggers = on.flatMap((trigger) => {
    if (trigger === 'workflow_dispatch' && declared.length > 0)
      return ['  workflow_dispatch:', '    inputs:', ...declared.flat()];
    if (trigger === 'repository_dispatch' && types)
      return ['  repository_dispatch:', `    types: ${JSON.stringify(types)}`];
    return [`  ${trigger}:`];
  });
  const lines = [
    `name: ${name ?? file}`,
    ...(runName ? [`run-name: ${JSON.stringify(runName)}`] : []),
    'on:',
    ...triggers,
  ];
  const job = ['jobs:', '  release:', '    runs-on: ubuntu-latest', '    steps:', '      - run: npm publish', ''];
  return [...lines, ...job].join('\n');
}

const FOLDER = '.github/workflows';

/** Takes the workflows of a repository from the files of its default branch; a file that is there already keeps its id. */
export function readWorkflowFiles(world: World, repository: Repository): void {
  const { definition, defaultBranch, git, workflows } = repository;
  if (!definition.workflowsByFiles || !world.workflowOf) return;
  const folder = git.entryAt(git.resolve(defaultBranch)?.tree ?? '', FOLDER)?.sha ?? '';
  for (const [file, { sha }] of git.tree(folder) ?? []) {
    const text = new TextDecoder().decode(git.blob(sha));
    const made = createWorkflow(world, world.workflowOf(file, text), world.timeline.now());
    const at = workflows.findIndex(({ path }) => path === made.path);
    const known = workflows[at];
    if (known) Object.assign(known, { name: made.name, definition: made.definition });
    else workflows.push(made);
  }
}

function createWorkflow(world: World, definition: WorkflowDefinition, createdAt: number): Workflow {
  return {
    id: 90_000_000 + world.nextId(),
    name: definition.name ?? definition.file,
    path: `.github/workflows/${definition.file}`,
    definition,
    createdAt,
    state: definition.state ?? 'active',
    runNumber: 0,
    groups: new Map(),
  };
}

function releasesOf(world: World, definition: RepositoryDefinition, createdAt: number): Repository['releases'] {
  return (definition.releases ?? []).map((release) => ({
    id: 200_000_000 + world.nextId(),
    tag: release.tag,
    target: definition.defaultBranch ?? 'main',
    name: release.name ?? null,
    body: release.body ?? null,
    draft: release.draft ?? false,
    prerelease: release.prerelease ?? false,
    createdAt,
    publishedAt: release.draft ? null : createdAt,
  }));
}
