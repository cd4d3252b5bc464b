import { json, listIn, noContent, notFound, optionalText, Problem, requiredText } from './answer.ts';
import type { ApiCall } from './call.ts';
import type { Commit, TreeEntry } from './git-store.ts';
import type { RepositoryHandlers } from './handlers.ts';
import { paginate } from './paginate.ts';
import { refuseProtected, setRef } from './refs.ts';
import { nodeId, repositoryUrl } from './shapes.ts';
import { refuseForeignWorkflows } from './workflow-files.ts';
import { iso, type Repository } from './world.ts';

type Body = Record<string, unknown>;

export const gitHandlers: RepositoryHandlers = {
  'git/get-ref': (repository, call) => {
    const ref = `refs/${call.params.ref}`;
    const sha = repository.git.refs.get(ref);
    if (sha === undefined) throw notFound();
    return json(200, refBody(repository, call, ref, sha));
  },
  'git/list-matching-refs': (repository, call) => {
    const prefix = `refs/${call.params.ref}`;
    const found = [...repository.git.refs].filter(([ref]) => ref.startsWith(prefix)).sort();
    return json(
      200,
      found.map(([ref, sha]) => refBody(repository, call, ref, sha)),
    );
  },
  'git/create-ref': (repository, call) => {
    const ref = requiredText(call.body, 'ref');
    const sha = requiredText(call.body, 'sha');
    if (!/^refs\/[^/]+\/./.test(ref))
      throw new Problem(422, 'Reference name must start with refs/ and have two slashes.');
    if (repository.git.refs.has(ref)) throw new Problem(422, 'Reference already exists');
    if (!repository.git.commit(sha)) throw new Problem(422, 'Object does not exist');
    refuseProtected(repository, ref, call.access, 'create');
    refuseForeignWorkflows(call.access, repository, sha);
    setRef(call.world, repository, ref, sha);
    return json(201, refBody(repository, call, ref, sha));
  },
  'git/update-ref': (repository, call) => {
    const ref = `refs/${call.params.ref}`;
    const sha = requiredText(call.body, 'sha');
    const { git } = repository;
    const current = git.refs.get(ref);
    if (current === undefined) throw new Problem(422, 'Reference does not exist');
    if (!git.commit(sha)) throw new Problem(422, 'Object does not exist');
    refuseProtected(repository, ref, call.access);
    if (call.body.force !== true && !git.isAncestor(current, sha))
      throw new Problem(422, 'Update is not a fast forward');
    refuseForeignWorkflows(call.access, repository, sha);
    setRef(call.world, repository, ref, sha);
    return json(200, refBody(repository, call, ref, sha));
  },
  'git/delete-ref': (repository, call) => {
    const ref = `refs/${call.params.ref}`;
    refuseProtected(repository, ref, call.access, 'delete');
    if (!repository.git.refs.delete(ref)) throw new Problem(422, 'Reference does not exist');
    call.world.record({ kind: 'ref-deleted', repository: repository.fullName, ref });
    return noContent();
  },
  'git/create-blob': (repository, call) => {
    const content = requiredText(call.body, 'content');
    const encoding = call.body.encoding === 'base64' ? 'base64' : 'utf8';
    const sha = repository.git.writeBlob(Buffer.from(content, encoding));
    return json(201, { url: gitUrl(repository, call, 'blobs', sha), sha });
  },
  'git/get-blob': (repository, call) => {
    const sha = call.params.file_sha ?? '';
    const blob = repository.git.blob(sha);
    if (blob === undefined) throw notFound();
    const url = gitUrl(repository, call, 'blobs', sha);
    const content = blob.toString('base64');
    return json(200, { sha, node_id: nodeId('B', sha), size: blob.length, url, content, encoding: 'base64' });
  },
  'git/create-tree': (repository, call) => {
    const base = optionalText(call.body, 'base_tree');
    const baseTree = base === undefined ? undefined : (repository.git.commit(base)?.tree ?? base);
    if (baseTree !== undefined && !repository.git.tree(baseTree)) throw notFound();
    const changes = new Map(listIn(call.body, 'tree').map((entry) => treeChange(repository, entry)));
    const sha = repository.git.changeTree(baseTree, changes);
    return json(201, treeBody(repository, call, sha, false));
  },
  'git/get-tree': (repository, call) => {
    const wanted = call.params.tree_sha ?? '';
    const sha = repository.git.resolve(wanted)?.tree ?? wanted;
    if (!repository.git.tree(sha)) throw notFound();
    return json(200, treeBody(repository, call, sha, call.query.has('recursive')));
  },
  'git/create-commit': (repository, call) => {
    const message = requiredText(call.body, 'message');
    const tree = requiredText(call.body, 'tree');
    const parents = listIn(call.body, 'parents').map(String);
    if (!repository.git.tree(tree)) throw new Problem(422, 'Tree SHA does not exist');
    if (!parents.every((parent) => repository.git.commit(parent))) throw new Problem(422, 'Parent SHA does not exist');
    const at = call.world.timeline.now();
    const commit = repository.git.writeCommit({ tree, parents, message, author: call.access.name, at });
    return json(201, gitCommitBody(repository, call, commit));
  },
  'git/get-commit': (repository, call) => {
    const commit = repository.git.commit(call.params.commit_sha ?? '');
    if (commit === undefined) throw notFound();
    return json(200, gitCommitBody(repository, call, commit));
  },
  'repos/list-commits': (repository, call) => {
    const start = repository.git.resolve(call.query.get('sha') ?? repository.defaultBranch);
    if (start === undefined) throw notFound();
    const path = call.query.get('path');
    const all = history(repository, start).filter((commit) => path === null || touches(repository, commit, path));
    const { items, headers } = paginate(call, all, `/repos/${repository.fullName}/commits`);
    return json(
      200,
      items.map((commit) => commitBody(repository, call, commit)),
      headers,
    );
  },
  'repos/get-commit': (repository, call) => {
    const commit = repository.git.resolve(call.params.ref ?? '');
    if (commit === undefined) throw new Problem(422, `No commit found for SHA: ${call.params.ref}`);
    return json(200, commitBody(repository, call, commit));
  },
};

function gitUrl(repository: Repository, call: ApiCall, what: string, id: string): string {
  return `${repositoryUrl(call.world.places, repository)}/git/${what}/${id}`;
}

function refBody(repository: Repository, call: ApiCall, ref: string, sha: string): Body {
  const object = { type: 'commit', sha, url: gitUrl(repository, call, 'commits', sha) };
  return { ref, node_id: nodeId('REF', ref), url: gitUrl(repository, call, 'refs', ref.slice('refs/'.length)), object };
}

function treeChange(repository: Repository, entry: unknown): [string, TreeEntry | undefined] {
  const fields: Body = typeof entry === 'object' && entry !== null ? { ...entry } : {};
  const path = requiredText(fields, 'path');
  const mode = (optionalText(fields, 'mode') ?? '100644') as TreeEntry['mode'];
  if (typeof fields.content === 'string') return [path, { mode, sha: repository.git.writeBlob(fields.content) }];
  if (fields.sha === null) return [path, undefined];
  const sha = requiredText(fields, 'sha');
  if (!repository.git.blob(sha) && !repository.git.tree(sha))
    throw new Problem(422, `tree.sha ${sha} is not a valid object`);
  return [path, { mode, sha }];
}

function treeBody(repository: Repository, call: ApiCall, sha: string, recursive: boolean): Body {
  const list = (tree: string, prefix: string): Body[] =>
    [...(repository.git.tree(tree) ?? [])].flatMap(([name, entry]) => {
      const type = entry.mode === '040000' ? 'tree' : 'blob';
      const size = type === 'blob' ? { size: repository.git.blob(entry.sha)?.length ?? 0 } : {};
      const url = gitUrl(repository, call, `${type}s`, entry.sha);
      const own = { path: prefix + name, mode: entry.mode, type, sha: entry.sha, ...size, url };
      return type === 'tree' && recursive ? [own, ...list(entry.sha, `${prefix}${name}/`)] : [own];
    });
  return { sha, url: gitUrl(repository, call, 'trees', sha), tree: list(sha, ''), truncated: false };
}

const unsigned = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };

function person(commit: Commit): Body {
  return { name: commit.author, email: `${commit.author}@users.noreply.github.com`, date: iso(commit.at) };
}

export function gitCommitBody(repository: Repository, call: ApiCall, commit: Commit): Body {
  const html = `${call.world.places.html}/${repository.fullName}/commit`;
  return {
    sha: commit.sha,
    node_id: nodeId('C', commit.sha),
    url: gitUrl(repository, call, 'commits', commit.sha),
    html_url: `${html}/${commit.sha}`,
    author: person(commit),
    committer: person(commit),
    message: commit.message,
    tree: { sha: commit.tree, url: gitUrl(repository, call, 'trees', commit.tree) },
    parents: commit.parents.map((sha) => ({
      sha,
      url: gitUrl(repository, call, 'commits', sha),
      html_url: `${html}/${sha}`,
    })),
    verification: unsigned,
  };
}

export function commitBody(repository: Repository, call: ApiCall, commit: Commit): Body {
  const url = `${repositoryUrl(call.world.places, repository)}/commits/${commit.sha}`;
  const { author, committer, message, tree, parents, html_url } = gitCommitBody(repository, call, commit);
  const gitUrlOfCommit = gitUrl(repository, call, 'commits', commit.sha);
  return {
    sha: commit.sha,
    node_id: nodeId('C', commit.sha),
    url,
    html_url,
    comments_url: `${url}/comments`,
    commit: { url: gitUrlOfCommit, author, committer, message, tree, comment_count: 0, verification: unsigned },
    author: null,
    committer: null,
    parents,
  };
}

function history(repository: Repository, start: Commit): Commit[] {
  const found: Commit[] = [];
  for (let commit: Commit | undefined = start; commit; commit = repository.git.commit(commit.parents[0] ?? '')) {
    found.push(commit);
  }
  return found;
}

function touches(repository: Repository, commit: Commit, path: string): boolean {
  const parent = repository.git.commit(commit.parents[0] ?? '');
  const before = parent && repository.git.entryAt(parent.tree, path)?.sha;
  return before !== repository.git.entryAt(commit.tree, path)?.sha;
}
