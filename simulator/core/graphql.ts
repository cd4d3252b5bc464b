import type { DocumentNode, ExecutionResult, GraphQLError } from 'graphql';
import { isRecord } from '../../src/platform/records.ts';
import { type Access, allows, authorise } from './access.ts';
import { type Answer, json, Problem } from './answer.ts';
import { library, schema } from './graphql-schema.ts';
import { commitFiles, refuseProtected } from './refs.ts';
import { nodeId } from './shapes.ts';
import { findRepository, iso, type Repository, type World } from './world.ts';

interface Caller {
  readonly world: World;
  readonly access: Access;
}

/** An object of the schema: fields are asked for when the query wants them; what may be of several types says its own. */
type GraphqlNode = Readonly<Record<string, unknown>>;

const errorTypes: Readonly<Record<number, string>> = {
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'STALE_DATA',
  422: 'UNPROCESSABLE',
};

/** Answers the small part of GitHub's GraphQL API that a state store needs: reading refs and files, and one atomic commit. */
export function answerGraphql(caller: Caller, body: Readonly<Record<string, unknown>>): Answer {
  if (caller.access.kind === 'anonymous') throw new Problem(401, 'This endpoint requires you to be authenticated.');
  const document = readQuery(String(body.query ?? ''));
  if (!('kind' in document)) return json(200, answered({ errors: document }));
  const result = library().executeSync({
    schema: schema(),
    document,
    variableValues: isRecord(body.variables) ? body.variables : {},
    rootValue: {
      viewer: { login: caller.access.name },
      repository: ({ owner, name }: GraphqlNode) =>
        repositoryNode(caller, reach(caller, `${String(owner)}/${String(name)}`, 'read')),
      createCommitOnBranch: ({ input }: { input: CommitInput }) => createCommit(caller, input),
    },
  });
  return json(200, answered(result));
}

const queries = new Map<string, DocumentNode | readonly GraphQLError[]>();

/** What the query asks for, or why GitHub would not take it; a client sends the same few texts again and again. */
function readQuery(text: string): DocumentNode | readonly GraphQLError[] {
  const known = queries.get(text) ?? parsed(text);
  queries.set(text, known);
  return known;
}

function parsed(text: string): DocumentNode | readonly GraphQLError[] {
  try {
    const document = library().parse(text);
    const faults = library().validate(schema(), document);
    return faults.length > 0 ? faults : document;
  } catch (error) {
    if (error instanceof library().GraphQLError) return [error];
    throw error;
  }
}

/** The result in GitHub's form: what its rules refuse has a type, what the schema refuses a code. */
function answered({ data, errors = [] }: ExecutionResult): object {
  const shown = errors.map((error) => {
    const { originalError, message, path, locations } = error;
    if (!(originalError instanceof Problem)) return { message, locations, ...codeOf(error) };
    if (originalError.status === 401) throw originalError;
    return { type: errorTypes[originalError.status] ?? 'UNPROCESSABLE', path, locations, message };
  });
  return { ...(data !== undefined && { data }), ...(shown.length > 0 && { errors: shown }) };
}

/** GitHub's code for the two mistakes that a client looks for. */
function codeOf({ message }: GraphQLError): object {
  if (message.startsWith('Cannot query field')) return { extensions: { code: 'undefinedField' } };
  return message.startsWith('Syntax Error') ? { extensions: { code: 'parseError' } } : {};
}

function reach({ world, access }: Caller, fullName: string, level: 'read' | 'write'): Repository {
  const repository = findRepository(world, fullName);
  const missing = () => new Problem(404, `Could not resolve to a Repository with the name '${fullName}'.`);
  if (repository === undefined) throw missing();
  try {
    authorise(access, repository, { id: 'graphql', method: 'POST', path: '/graphql', permission: ['contents', level] });
  } catch (error) {
    throw error instanceof Problem && error.status === 404 ? missing() : error;
  }
  return repository;
}

function repositoryNode(caller: Caller, repository: Repository): GraphqlNode {
  const { git } = repository;
  const refOf = (name: string) => {
    const full = [name, `refs/heads/${name}`, `refs/tags/${name}`].find((candidate) => git.refs.has(candidate));
    return full === undefined ? null : refNode(caller, repository, full);
  };
  return {
    id: nodeId('R', repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: repository.fullName,
    isPrivate: repository.private,
    isArchived: repository.archived,
    url: `${caller.world.places.html}/${repository.fullName}`,
    refs: ({ refPrefix, first, query, orderBy }: GraphqlNode) =>
      refConnection(caller, repository, { refPrefix, first, query, orderBy }),
    defaultBranchRef: () => refOf(`refs/heads/${repository.defaultBranch}`),
    ref: ({ qualifiedName }: GraphqlNode) => refOf(String(qualifiedName)),
    object: ({ oid, expression }: GraphqlNode) => objectNode(caller, repository, String(oid ?? expression)),
  };
}

function refNode(caller: Caller, repository: Repository, ref: string): GraphqlNode {
  return {
    id: nodeId('REF', `${repository.id}:${ref}`),
    name: ref.replace(/^refs\/[^/]+\//, ''),
    prefix: ref.replace(/[^/]+$/, ''),
    target: () => objectNode(caller, repository, repository.git.refs.get(ref) ?? ''),
  };
}

/** https://docs.github.com/graphql/reference/objects#refconnection: at most a hundred at once. */
function refConnection(caller: Caller, repository: Repository, asked: GraphqlNode): GraphqlNode {
  const { refPrefix, first, query, orderBy } = asked;
  if (typeof first !== 'number' || first > 100)
    throw new Problem(422, 'Requesting refs needs a `first` of at most 100 records.');
  const { git } = repository;
  const found = [...git.refs.keys()].filter(
    (ref) => ref.startsWith(String(refPrefix)) && ref.includes(String(query ?? '')),
  );
  const dateOf = (ref: string) => git.resolve(ref)?.at ?? 0;
  const { field = 'ALPHABETICAL', direction = 'ASC' } = isRecord(orderBy) ? orderBy : {};
  const sorted = found.sort((a, b) => (field === 'ALPHABETICAL' ? 0 : dateOf(a) - dateOf(b)) || (a < b ? -1 : 1));
  if (direction === 'DESC') sorted.reverse();
  return {
    totalCount: found.length,
    nodes: () => sorted.slice(0, first).map((ref) => refNode(caller, repository, ref)),
  };
}

/** What an expression names: `REF`, `OID` or `REF:PATH`. */
function objectNode(caller: Caller, repository: Repository, expression: string): GraphqlNode | null {
  const [rev = '', path] = expression.split(/:(.*)/s);
  const { git } = repository;
  const commit = git.resolve(rev === 'HEAD' ? repository.defaultBranch : rev);
  if (path === undefined && commit) return commitNode(caller, repository, commit.sha);
  const entry = commit && path !== undefined ? git.entryAt(commit.tree, path) : undefined;
  const sha = entry?.sha ?? rev;
  const blob = git.blob(sha);
  if (blob) return blobNode(sha, blob);
  const tree = git.tree(sha);
  if (tree === undefined) return null;
  const entries = [...tree].map(([name, child]) => ({
    name,
    type: child.mode === '040000' ? 'tree' : 'blob',
    oid: child.sha,
    object: () => objectNode(caller, repository, child.sha),
  }));
  return { __typename: 'Tree', oid: sha, entries };
}

function blobNode(sha: string, blob: Buffer): GraphqlNode {
  return {
    __typename: 'Blob',
    oid: sha,
    text: () => blob.toString('utf8'),
    byteSize: blob.length,
    isBinary: () => blob.includes(0),
    isTruncated: false,
  };
}

function commitNode(caller: Caller, repository: Repository, sha: string): GraphqlNode {
  const commit = repository.git.commit(sha);
  return {
    __typename: 'Commit',
    id: nodeId('C', sha),
    oid: sha,
    url: `${caller.world.places.html}/${repository.fullName}/commit/${sha}`,
    message: commit?.message ?? '',
    committedDate: iso(commit?.at ?? 0),
    tree: () => objectNode(caller, repository, commit?.tree ?? ''),
  };
}

/** CreateCommitOnBranchInput, as the schema has checked it. */
interface CommitInput {
  readonly clientMutationId?: string;
  readonly branch: { readonly repositoryNameWithOwner?: string; readonly branchName?: string };
  readonly message: { readonly headline: string; readonly body: string };
  readonly fileChanges?: FileChanges;
  readonly expectedHeadOid: string;
}

interface FileChanges {
  readonly additions: readonly { readonly path: string; readonly contents: string }[];
  readonly deletions: readonly { readonly path: string }[];
}

/** https://docs.github.com/graphql/reference/mutations#createcommitonbranch: all or nothing, and only on the head that was seen. */
function createCommit(caller: Caller, input: CommitInput): GraphqlNode {
  const repository = reach(caller, String(input.branch.repositoryNameWithOwner), 'write');
  const branch = String(input.branch.branchName).replace(/^refs\/heads\//, '');
  const ref = `refs/heads/${branch}`;
  const head = repository.git.refs.get(ref);
  if (head === undefined) throw new Problem(404, `No branch named "${branch}" was found.`);
  const expected = input.expectedHeadOid;
  if (head !== expected) {
    throw new Problem(409, `Expected branch to point to "${expected}" but it did not.  Pull and try again.`);
  }
  refuseProtected(repository, ref, caller.access);
  const { headline, body } = input.message;
  const message = body ? `${headline}\n\n${body}` : headline;
  const files = filesOf(repository, head, input.fileChanges);
  refuseWorkflows(caller.access, [...files.keys()]);
  const sha = commitFiles(caller.world, repository, { branch, message, author: caller.access.name, files });
  return {
    clientMutationId: input.clientMutationId ?? null,
    commit: () => commitNode(caller, repository, sha),
    ref: () => refNode(caller, repository, ref),
  };
}

/** Workflow files are written only by those who may write workflows, whatever else a token may. */
function refuseWorkflows(access: Access, paths: readonly string[]): void {
  const path = paths.find((one) => one.startsWith('.github/workflows/'));
  if (path === undefined || access.kind !== 'token' || allows(access.token.permissions, 'workflows', 'write')) return;
  const who = (access.token.kind ?? 'pat') === 'pat' ? 'a Personal Access Token' : 'a GitHub App';
  throw new Problem(
    403,
    `refusing to allow ${who} to create or update workflow \`${path}\` without \`workflows\` permission`,
  );
}

function filesOf(repository: Repository, head: string, changes: FileChanges | undefined) {
  const files = new Map<string, Uint8Array | undefined>();
  for (const { path } of changes?.deletions ?? []) {
    const tree = repository.git.commit(head)?.tree ?? '';
    if (!repository.git.entryAt(tree, path)) {
      throw new Problem(422, `A path was requested for deletion which does not exist as of commit oid \`${head}\``);
    }
    files.set(path, undefined);
  }
  for (const { path, contents } of changes?.additions ?? []) files.set(path, Buffer.from(contents, 'base64'));
  return files;
}
