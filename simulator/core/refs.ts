import picomatch from 'picomatch';
import type { RulesetDefinition } from '../types.ts';
import type { Access } from './access.ts';
import { Problem } from './answer.ts';
import type { TreeEntry } from './git-store.ts';
import { readWorkflowFiles } from './repositories.ts';
import type { Repository, World } from './world.ts';

/**
 * Moves or makes a ref and records it; the caller has checked that it may. Throws where it cannot be made: a ref is a file to git, and
 * none can have another below it. https://github.com/googleapis/release-please/issues/1024
 */
export function setRef(world: World, repository: Repository, ref: string, sha: string): void {
  const from = repository.git.refs.get(ref);
  if (from === sha) return;
  const others = from === undefined ? [...repository.git.refs.keys()] : [];
  if (others.some((other) => ref.startsWith(`${other}/`) || other.startsWith(`${ref}/`)))
    throw new Problem(422, 'Reference update failed');
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

/** The rulesets that are in force for a ref (`refs/heads/main`). */
export function rulesetsOf({ definition }: Repository, ref: string): readonly RulesetDefinition[] {
  return (definition.rulesets ?? []).filter(({ branch, tag, enforcement = 'active' }) => {
    if (enforcement !== 'active') return false;
    return tag === undefined ? ref === `refs/heads/${branch}` : picomatch.isMatch(ref, `refs/tags/${tag}`);
  });
}

/** Whether the older protection covers a branch. */
export function isClassic({ definition }: Repository, branch: string): boolean {
  return (
    Object.hasOwn(definition.requiredChecks ?? {}, branch) || (definition.protectedBranches ?? []).includes(branch)
  );
}

type Deed = 'create' | 'update' | 'delete';

/** Throws what GitHub answers where a rule keeps the ref as it is. */
export function refuseProtected(repository: Repository, ref: string, access: Access, deed: Deed = 'update'): void {
  const broken = ruleBroken(repository, ref, access, deed);
  if (broken !== undefined) throw new Problem(422, broken);
  const released = repository.releases.some(({ tag, draft }) => !draft && ref === `refs/tags/${tag}`);
  if (released && repository.definition.immutableReleases === true && repository.git.refs.has(ref)) {
    throw new Problem(422, 'Cannot change the tag of an immutable release.');
  }
}

/** What GitHub says of the rule that the deed would break; undefined where there is none. */
export function ruleBroken(repository: Repository, ref: string, access: Access, deed: Deed): string | undefined {
  const token = access.kind === 'token' ? access.token : undefined;
  if (token?.bypass) return undefined;
  const rulesets = rulesetsOf(repository, ref).filter(
    ({ bypassApps = [] }) => !bypassApps.includes(Number(token?.appId)),
  );
  const rules = rulesets.flatMap(({ rules }) => rules);
  const says = (words: string) => `Repository rule violations found\n\n${words}\n\n`;
  if (deed === 'create' && rules.includes('creation'))
    return says('Cannot create ref due to creations being restricted.');
  if (deed === 'delete' && rules.includes('deletion')) return says('Cannot delete this protected ref.');
  const isPush = ref.startsWith('refs/heads/') || deed === 'update';
  const isRefused = rules.some((rule) => REFUSE_PUSHES.has(rule)) || isClassic(repository, ref.replace(HEADS, ''));
  return isPush && isRefused ? says('Cannot update this protected ref.') : undefined;
}

const HEADS = /^refs\/heads\//;

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
