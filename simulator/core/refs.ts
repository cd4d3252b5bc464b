import type { Access } from './access.ts';
import { Problem } from './answer.ts';
import type { TreeEntry } from './git-store.ts';
import { readWorkflowFiles } from './repositories.ts';
import type { Repository, World } from './world.ts';

/** Moves or makes a ref and records it; the caller has checked that it may. */
export function setRef(world: World, repository: Repository, ref: string, sha: string): void {
  const from = repository.git.refs.get(ref);
  if (from === sha) return;
  repository.git.refs.set(ref, sha);
  if (ref === `refs/heads/${repository.defaultBranch}`) readWorkflowFiles(world, repository);
  const kind = from === undefined ? 'ref-created' : 'ref-moved';
  world.record({ kind, repository: repository.fullName, ref, sha, ...(from !== undefined && { from }) });
}

/** Rules that a push of a commit by somebody without a bypass never satisfies. */
const REFUSE_PUSHES = new Set([
  'update',
  'pull_request',
  'required_status_checks',
  'required_signatures',
  'merge_queue',
]);

/** The rules that are in force for a branch. */
export function rulesOf({ definition }: Repository, branch: string): readonly string[] {
  const isProtected = definition.protectedBranches?.includes(branch) ?? false;
  const guarding = (definition.rulesets ?? []).filter((ruleset) => ruleset.branch === branch);
  return [...(isProtected ? ['update'] : []), ...guarding.flatMap(({ rules }) => rules)];
}

export function refuseProtected(repository: Repository, ref: string, access: Access): void {
  const branch = ref.replace(/^refs\/heads\//, '');
  const token = access.kind === 'token' ? access.token : undefined;
  const rulesets = (repository.definition.rulesets ?? []).filter((ruleset) => ruleset.branch === branch);
  const isInList = rulesets.some(({ bypassApps = [] }) => bypassApps.includes(Number(token?.appId)));
  const bypasses = token?.bypass === true || isInList;
  if (rulesOf(repository, branch).some((rule) => REFUSE_PUSHES.has(rule)) && !bypasses) {
    throw new Problem(422, `Repository rule violations found\n\nCannot update this protected ref.\n\n`);
  }
  const released = repository.releases.some(({ tag, draft }) => !draft && ref === `refs/tags/${tag}`);
  if (released && repository.definition.immutableReleases === true && repository.git.refs.has(ref)) {
    throw new Problem(422, 'Cannot change the tag of an immutable release.');
  }
}

export interface Change {
  readonly branch: string;
  readonly message: string;
  readonly author: string;
  /** `undefined`: the file goes. */
  readonly files: ReadonlyMap<string, string | Uint8Array | undefined>;
}

/** Commits changed files on top of a branch and moves it. */
export function commitFiles(world: World, repository: Repository, change: Change): string {
  const { git } = repository;
  const ref = `refs/heads/${change.branch}`;
  const parent = git.refs.get(ref);
  const entries = new Map<string, TreeEntry | undefined>();
  for (const [path, content] of change.files) {
    entries.set(path, content === undefined ? undefined : { mode: '100644', sha: git.writeBlob(content) });
  }
  const tree = git.changeTree(parent === undefined ? undefined : git.commit(parent)?.tree, entries);
  const parents = parent === undefined ? [] : [parent];
  const { author, message } = change;
  const { sha } = git.writeCommit({ tree, parents, message, author, at: world.timeline.now() });
  world.record({ kind: 'commit', repository: repository.fullName, ref, sha, message });
  setRef(world, repository, ref, sha);
  return sha;
}
