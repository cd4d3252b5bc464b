import { isRecord } from '../../src/platform/records.ts';
import { type GraphqlOperation, parseGraphql, type Selection } from '../graphql-parser.ts';
import { type Access, authorise } from './access.ts';
import { type Answer, json, Problem } from './answer.ts';
import { commitFiles, refuseProtected } from './refs.ts';
import { nodeId } from './shapes.ts';
import { findRepository, iso, type Repository, type World } from './world.ts';

interface Caller {
  readonly world: World;
  readonly access: Access;
}

/** An object of the schema: its fields by name. */
interface GraphqlNode {
  readonly type: string;
  readonly fields: Readonly<Record<string, (args: Readonly<Record<string, unknown>>) => unknown>>;
}

const errorTypes: Readonly<Record<number, string>> = {
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'STALE_DATA',
  422: 'UNPROCESSABLE',
};

/** Answers the small part of GitHub's GraphQL API that a state store needs: reading refs and files, and one atomic commit. */
export function answerGraphql(caller: Caller, body: Readonly<Record<string, unknown>>): Answer {
  if (caller.access.kind === 'anonymous') throw new Problem(401, 'This endpoint requires you to be authenticated.');
  const variables = isRecord(body.variables) ? body.variables : {};
  let operation: GraphqlOperation;
  try {
    operation = parseGraphql(String(body.query ?? ''), variables);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return json(200, { errors: [{ message: `Parse error: ${error.message}` }] });
  }
  const root = operation.kind === 'mutation' ? mutationNode(caller) : queryNode(caller);
  const errors: unknown[] = [];
  try {
    const data = Object.fromEntries(
      operation.selections.map((field) => [field.alias ?? field.name, rootField(root, field, errors)]),
    );
    return json(200, errors.length > 0 ? { data, errors } : { data });
  } catch (error) {
    if (!(error instanceof UndefinedField)) throw error;
    return json(200, { errors: [{ message: error.message, extensions: { code: 'undefinedField' } }] });
  }
}

class UndefinedField extends Error {}

/** A root field that fails is null, and the reason stands beside the data. */
function rootField(root: GraphqlNode, field: Selection, errors: unknown[]): unknown {
  try {
    return select(root, [field])[field.alias ?? field.name ?? ''];
  } catch (error) {
    if (!(error instanceof Problem) || error.status === 401) throw error;
    const path = [field.alias ?? field.name];
    const type = errorTypes[error.status] ?? 'UNPROCESSABLE';
    errors.push({ type, path, locations: [{ line: 1, column: 1 }], message: error.message });
    return null;
  }
}

function select(node: GraphqlNode, selections: readonly Selection[]): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const { name, alias, type, args, selections: inner } of selections) {
    if (name === undefined) {
      if (type === undefined || type === node.type) Object.assign(result, select(node, inner));
      continue;
    }
    const field = name === '__typename' ? () => node.type : node.fields[name];
    if (field === undefined) throw new UndefinedField(`Field '${name}' doesn't exist on type '${node.type}'`);
    result[alias ?? name] = complete(field(args), inner);
  }
  return result;
}

function complete(value: unknown, selections: readonly Selection[]): unknown {
  if (Array.isArray(value)) return value.map((item) => complete(item, selections));
  return isNode(value) ? select(value, selections) : value;
}

function isNode(value: unknown): value is GraphqlNode {
  return typeof value === 'object' && value !== null && 'fields' in value && 'type' in value;
}

function objectAt(value: Record<string, unknown>, key: string): Record<string, unknown> {
  const inner = value[key];
  return isRecord(inner) ? inner : {};
}

function queryNode(caller: Caller): GraphqlNode {
  return {
    type: 'Query',
    fields: {
      viewer: () => ({ type: 'User', fields: { login: () => caller.access.name } }),
      repository: ({ owner, name }) =>
        repositoryNode(caller, reach(caller, `${String(owner)}/${String(name)}`, 'read')),
    },
  };
}

function reach({ world, access }: Caller, fullName: string, level: 'read' | 'write'): Repository {
  const repository = findRepository(world, fullName);
  const missing = new Problem(404, `Could not resolve to a Repository with the name '${fullName}'.`);
  if (repository === undefined) throw missing;
  try {
    authorise(access, repository, { id: 'graphql', method: 'POST', path: '/graphql', permission: ['contents', level] });
  } catch (error) {
    throw error instanceof Problem && error.status === 404 ? missing : error;
  }
  return repository;
}

function repositoryNode(caller: Caller, repository: Repository): GraphqlNode {
  const { git } = repository;
  const branch = `refs/heads/${repository.defaultBranch}`;
  const refOf = (name: string) => {
    const full = [name, `refs/heads/${name}`, `refs/tags/${name}`].find((candidate) => git.refs.has(candidate));
    return full === undefined ? null : refNode(caller, repository, full);
  };
  return {
    type: 'Repository',
    fields: {
      id: () => nodeId('R', repository.id),
      databaseId: () => repository.id,
      name: () => repository.name,
      nameWithOwner: () => repository.fullName,
      isPrivate: () => repository.private,
      isArchived: () => repository.archived,
      defaultBranchRef: () => refOf(branch),
      ref: ({ qualifiedName }) => refOf(String(qualifiedName)),
      object: ({ oid, expression }) => objectNode(caller, repository, String(oid ?? expression)),
    },
  };
}

function refNode(caller: Caller, repository: Repository, ref: string): GraphqlNode {
  return {
    type: 'Ref',
    fields: {
      id: () => nodeId('REF', `${repository.id}:${ref}`),
      name: () => ref.replace(/^refs\/[^/]+\//, ''),
      prefix: () => ref.replace(/[^/]+$/, ''),
      target: () => objectNode(caller, repository, repository.git.refs.get(ref) ?? ''),
    },
  };
}

/** What an expression names: `REF`, `OID` or `REF:PATH`. */
function objectNode(caller: Caller, repository: Repository, expression: string): GraphqlNode | null {
  const [rev = '', path] = expression.split(/:(.*)/s);
  const { git } = repository;
  const commit = git.resolve(rev);
  if (path === undefined && commit) return commitNode(caller, repository, commit.sha);
  const entry = commit && path !== undefined ? git.entryAt(commit.tree, path) : undefined;
  const sha = entry?.sha ?? rev;
  const blob = git.blob(sha);
  if (blob) return blobNode(sha, blob);
  const tree = git.tree(sha);
  if (tree === undefined) return null;
  const entries = [...tree].map(([name, child]) => ({
    type: 'TreeEntry',
    fields: {
      name: () => name,
      type: () => (child.mode === '040000' ? 'tree' : 'blob'),
      oid: () => child.sha,
      object: () => objectNode(caller, repository, child.sha),
    },
  }));
  return { type: 'Tree', fields: { oid: () => sha, entries: () => entries } };
}

function blobNode(sha: string, blob: Buffer): GraphqlNode {
  const fields = {
    oid: () => sha,
    text: () => blob.toString('utf8'),
    byteSize: () => blob.length,
    isBinary: () => blob.includes(0),
    isTruncated: () => false,
  };
  return { type: 'Blob', fields };
}

function commitNode(caller: Caller, repository: Repository, sha: string): GraphqlNode {
  const commit = repository.git.commit(sha);
  return {
    type: 'Commit',
    fields: {
      id: () => nodeId('C', sha),
      oid: () => sha,
      url: () => `${caller.world.places.html}/${repository.fullName}/commit/${sha}`,
      message: () => commit?.message ?? '',
      committedDate: () => iso(commit?.at ?? 0),
      tree: () => objectNode(caller, repository, commit?.tree ?? ''),
    },
  };
}

function mutationNode(caller: Caller): GraphqlNode {
  return {
    type: 'Mutation',
    fields: { createCommitOnBranch: ({ input }) => createCommit(caller, isRecord(input) ? input : {}) },
  };
}

/** https://docs.github.com/graphql/reference/mutations#createcommitonbranch: all or nothing, and only on the head that was seen. */
function createCommit(caller: Caller, input: Record<string, unknown>): GraphqlNode {
  const { repositoryNameWithOwner, branchName } = objectAt(input, 'branch');
  const repository = reach(caller, String(repositoryNameWithOwner), 'write');
  const branch = String(branchName).replace(/^refs\/heads\//, '');
  const ref = `refs/heads/${branch}`;
  const head = repository.git.refs.get(ref);
  if (head === undefined) throw new Problem(404, `No branch named "${branch}" was found.`);
  const expected = String(input.expectedHeadOid);
  if (head !== expected) {
    throw new Problem(409, `Expected branch to point to "${expected}" but it did not.  Pull and try again.`);
  }
  refuseProtected(repository, ref);
  const { headline, body } = objectAt(input, 'message');
  const message = body ? `${String(headline)}\n\n${String(body)}` : String(headline);
  const files = fileChanges(repository, head, objectAt(input, 'fileChanges'));
  const sha = commitFiles(caller.world, repository, { branch, message, author: caller.access.name, files });
  const fields = {
    clientMutationId: () => input.clientMutationId ?? null,
    commit: () => commitNode(caller, repository, sha),
    ref: () => refNode(caller, repository, ref),
  };
  return { type: 'CreateCommitOnBranchPayload', fields };
}

function fileChanges(repository: Repository, head: string, changes: Record<string, unknown>) {
  const list = (key: string) => (Array.isArray(changes[key]) ? changes[key].filter(isRecord) : []);
  const files = new Map<string, Uint8Array | undefined>();
  for (const { path } of list('deletions')) {
    const tree = repository.git.commit(head)?.tree ?? '';
    if (!repository.git.entryAt(tree, String(path))) {
      throw new Problem(422, `A path was requested for deletion which does not exist as of commit oid \`${head}\``);
    }
    files.set(String(path), undefined);
  }
  for (const { path, contents } of list('additions')) files.set(String(path), Buffer.from(String(contents), 'base64'));
  return files;
}
