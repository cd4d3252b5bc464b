import { json, notFound } from './answer.ts';
import type { ApiCall } from './call.ts';
import { commitBody } from './git-handlers.ts';
import type { Commit, TreeEntry } from './git-store.ts';
import type { RepositoryHandlers } from './handlers.ts';
import { repositoryUrl } from './shapes.ts';
import type { Repository } from './world.ts';

type Body = Record<string, unknown>;

/** More changed files than these are not told: https://docs.github.com/rest/commits/commits#compare-two-commits */
const MOST_FILES = 300;

export const compareHandlers: RepositoryHandlers = {
  'repos/compare-commits-with-basehead': (repository, call) => {
    const [from = '', to = ''] = (call.params.basehead ?? '').split('...');
    const [base, head] = [repository.git.resolve(from), repository.git.resolve(to)];
    const mergeBase = base && head && commonAncestor(repository, base, head);
    if (!base || !head || !mergeBase) throw notFound();
    const ahead = since(repository, head, mergeBase);
    const behind = since(repository, base, mergeBase);
    const url = `${repositoryUrl(call.world.places, repository)}/compare/${from}...${to}`;
    const html = `${call.world.places.html}/${repository.fullName}/compare/${from}...${to}`;
    return json(200, {
      ...{ url, html_url: html, permalink_url: html, diff_url: `${html}.diff`, patch_url: `${html}.patch` },
      base_commit: commitBody(repository, call, base),
      merge_base_commit: commitBody(repository, call, mergeBase),
      status: statusOf(ahead.length, behind.length),
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      commits: ahead.reverse().map((commit) => commitBody(repository, call, commit)),
      files: changedFiles(repository, call, { from: mergeBase, to: head }).slice(0, MOST_FILES),
    });
  },
};

function statusOf(ahead: number, behind: number): string {
  if (ahead === 0 && behind === 0) return 'identical';
  if (ahead === 0) return 'behind';
  return behind === 0 ? 'ahead' : 'diverged';
}

function ancestors(repository: Repository, start: Commit): Map<string, Commit> {
  const found = new Map<string, Commit>();
  const open = [start];
  for (let commit = open.shift(); commit; commit = open.shift()) {
    if (found.has(commit.sha)) continue;
    found.set(commit.sha, commit);
    for (const parent of commit.parents) {
      const known = repository.git.commit(parent);
      if (known) open.push(known);
    }
  }
  return found;
}

/** The newest commit that both descend from; undefined where they share none. */
function commonAncestor(repository: Repository, base: Commit, head: Commit): Commit | undefined {
  const ofBase = ancestors(repository, base);
  return [...ancestors(repository, head).values()].find(({ sha }) => ofBase.has(sha));
}

/** The commits that lead from an ancestor to a commit, the newest first. */
function since(repository: Repository, commit: Commit, ancestor: Commit): Commit[] {
  const known = ancestors(repository, ancestor);
  return [...ancestors(repository, commit).values()].filter(({ sha }) => !known.has(sha));
}

function changedFiles(repository: Repository, call: ApiCall, { from, to }: { from: Commit; to: Commit }): Body[] {
  const before = filesOf(repository, from.tree);
  const after = filesOf(repository, to.tree);
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap((path) => {
    const [old, now] = [before.get(path), after.get(path)];
    if (old?.sha === now?.sha) return [];
    const status = old === undefined ? 'added' : now === undefined ? 'removed' : 'modified';
    const url = `${repositoryUrl(call.world.places, repository)}/contents/${path}?ref=${to.sha}`;
    const html = `${call.world.places.html}/${repository.fullName}/blob/${to.sha}/${path}`;
    return [
      {
        ...{ sha: (now ?? old)?.sha ?? null, filename: path, status, additions: 1, deletions: 1, changes: 2 },
        ...{ blob_url: html, raw_url: html.replace('/blob/', '/raw/'), contents_url: url },
      },
    ];
  });
}

function filesOf(repository: Repository, tree: string, prefix = ''): Map<string, TreeEntry> {
  const files = new Map<string, TreeEntry>();
  for (const [name, entry] of repository.git.tree(tree) ?? []) {
    if (entry.mode !== '040000') files.set(prefix + name, entry);
    else for (const [path, file] of filesOf(repository, entry.sha, `${prefix}${name}/`)) files.set(path, file);
  }
  return files;
}
