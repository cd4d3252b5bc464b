import { type Answer, json, notFound, optionalText, Problem, requiredText, validationFailed } from './answer.ts';
import type { ApiCall } from './call.ts';
import { gitCommitBody } from './git-handlers.ts';
import type { TreeEntry } from './git-store.ts';
import type { RepositoryHandlers } from './handlers.ts';
import { commitFiles, refuseProtected } from './refs.ts';
import { fullRepositoryBody, repositoryUrl } from './shapes.ts';
import type { Repository } from './world.ts';

type Body = Record<string, unknown>;

/** Larger files come without their contents: https://docs.github.com/rest/repos/contents#get-repository-content */
const LARGEST_INLINE = 1024 * 1024;

export const contentHandlers: RepositoryHandlers = {
  'repos/get': (repository, call) => {
    const writes = call.access.kind === 'token' && call.access.token.permissions?.contents !== 'read';
    return json(200, fullRepositoryBody(call.world, repository, writes ? 'write' : 'read'));
  },
  'repos/get-all-topics': ({ definition }) => json(200, { names: definition.topics ?? [] }),
  'repos/get-content': getContent,
  'repos/create-or-update-file-contents': (repository, call) => {
    const content = Buffer.from(requiredText(call.body, 'content'), 'base64');
    return changeFile(repository, call, content);
  },
  'repos/delete-file': (repository, call) => changeFile(repository, call, undefined),
};

function getContent(repository: Repository, call: ApiCall): Answer {
  const path = call.params.path ?? '';
  const ref = call.query.get('ref') ?? repository.defaultBranch;
  const commit = repository.git.resolve(ref.replace(/^refs\/(heads|tags)\//, ''));
  if (commit === undefined) throw new Problem(404, `No commit found for the ref ${ref}`);
  const entry = repository.git.entryAt(commit.tree, path);
  if (entry === undefined) throw notFound();
  if (entry.mode !== '040000') {
    if (call.accept.includes('.raw')) return rawFile(repository, entry);
    return json(200, fileBody(repository, call, { path, entry, ref, withContent: true }));
  }
  const children = [...(repository.git.tree(entry.sha) ?? [])];
  return json(
    200,
    children.map(([name, child]) =>
      fileBody(repository, call, { path: path ? `${path}/${name}` : name, entry: child, ref, withContent: false }),
    ),
  );
}

function rawFile(repository: Repository, entry: TreeEntry): Answer {
  const headers = { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' };
  return { status: 200, headers, body: repository.git.blob(entry.sha) ?? new Uint8Array() };
}

interface FilePlace {
  readonly path: string;
  readonly entry: TreeEntry;
  readonly ref: string;
  readonly withContent: boolean;
}

function fileBody(repository: Repository, call: ApiCall, { path, entry, ref, withContent }: FilePlace): Body {
  const base = repositoryUrl(call.world.places, repository);
  const url = `${base}/contents/${path}?ref=${encodeURIComponent(ref)}`;
  const isFile = entry.mode !== '040000';
  const html = `${call.world.places.html}/${repository.fullName}/${isFile ? 'blob' : 'tree'}/${ref}/${path}`;
  const git = `${base}/git/${isFile ? 'blobs' : 'trees'}/${entry.sha}`;
  const blob = repository.git.blob(entry.sha);
  const isLarge = blob !== undefined && blob.length > LARGEST_INLINE;
  const lines = isLarge ? '' : (blob?.toString('base64').replace(/.{1,60}/g, '$&\n') ?? '');
  return {
    type: isFile ? 'file' : 'dir',
    name: path.slice(path.lastIndexOf('/') + 1),
    path,
    sha: entry.sha,
    size: blob?.length ?? 0,
    url,
    html_url: html,
    git_url: git,
    download_url: isFile ? `${call.world.places.blobs}/_raw/${repository.fullName}/${ref}/${path}` : null,
    _links: { self: url, git, html },
    ...(withContent && (isLarge ? { content: '', encoding: 'none' } : { content: lines, encoding: 'base64' })),
  };
}

function changeFile(repository: Repository, call: ApiCall, content: Uint8Array | undefined): Answer {
  const path = call.params.path ?? '';
  const message = requiredText(call.body, 'message');
  const branch = optionalText(call.body, 'branch') ?? repository.defaultBranch;
  const given = optionalText(call.body, 'sha');
  const { git } = repository;
  const head = git.refs.get(`refs/heads/${branch}`);
  if (head === undefined) throw new Problem(404, `Branch ${branch} not found`);
  const before = git.entryAt(git.commit(head)?.tree ?? '', path);
  if (before !== undefined && given === undefined) {
    throw new Problem(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
  }
  if (given !== undefined && given !== before?.sha) throw new Problem(409, `${path} does not match ${given}`);
  if (content === undefined && before === undefined) throw validationFailed('Content', 'path', 'missing');
  refuseProtected(repository, `refs/heads/${branch}`, call.access);
  const files = new Map([[path, content]]);
  const sha = commitFiles(call.world, repository, { branch, message, author: call.access.name, files });
  const commit = git.commit(sha);
  const entry = commit && git.entryAt(commit.tree, path);
  return json(before === undefined ? 201 : 200, {
    content: entry ? fileBody(repository, call, { path, entry, ref: branch, withContent: false }) : null,
    commit: commit ? gitCommitBody(repository, call, commit) : null,
  });
}
