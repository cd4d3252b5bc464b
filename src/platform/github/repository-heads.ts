import { messageOf } from '../errors.ts';
import type { CallOptions, GitHubClient } from './client/client.ts';
import { GitHubError } from './client/github-errors.ts';
import { ownerAndRepo } from './repository-name.ts';

/** What is asked of one repository: a ref (the default branch where there is none), and a file there. */
interface HeadQuestion {
  readonly repository: string;
  readonly ref?: string | undefined;
  readonly path: string;
}

/** Where a repository stands. */
export interface RepositoryHead {
  readonly url: string;
  readonly archived: boolean;
  readonly defaultBranch: string | undefined;
  /** The commit of the ref; undefined where there is no such ref. */
  readonly head: string | undefined;
  /** The text of the file; undefined where there is none. */
  readonly text: string | undefined;
  /** Names of tags and their commits, those of the newest commits first. */
  readonly tags: readonly { readonly name: string; readonly commit: string }[];
  /** Whether there are more tags than these. */
  readonly hasMoreTags: boolean;
}

interface RawHead {
  readonly url: string;
  readonly isArchived: boolean;
  readonly defaultBranchRef: { readonly name: string } | null;
  readonly head: { readonly oid: string } | null;
  readonly file: { readonly text?: string | null } | null;
  readonly refs: { readonly totalCount: number; readonly nodes: readonly (RawTag | null)[] } | null;
}

interface RawTag {
  readonly name: string;
  readonly target: { readonly oid: string; readonly target?: { readonly oid: string } } | null;
}

/** So many repositories in one question: GitHub answers it well within its ten seconds. */
const AT_ONCE = 20;
const MOST_TAGS = 100;

const FIELDS = `url isArchived defaultBranchRef { name }
  head: object(expression: $ref) { oid }
  file: object(expression: $file) { ... on Blob { text } }
  refs(refPrefix: "refs/tags/", first: ${MOST_TAGS}, orderBy: { field: TAG_COMMIT_DATE, direction: DESC }) {
    totalCount nodes { name target { oid ... on Tag { target { oid } } } }
  }`;

/**
 * Where many repositories stand, in few requests: twenty in one. Each answer is the head, or why it cannot be said. What GitHub
 * fails to answer for many at once is asked for fewer.
 */
export async function readHeads(
  client: GitHubClient,
  questions: readonly HeadQuestion[],
  options: CallOptions = {},
): Promise<(RepositoryHead | { readonly refused: string })[]> {
  const parts = Array.from({ length: Math.ceil(questions.length / AT_ONCE) }, (_, index) =>
    questions.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );
  return (await Promise.all(parts.map((part) => ask(client, part, options)))).flat();
}

async function ask(
  client: GitHubClient,
  questions: readonly HeadQuestion[],
  options: CallOptions,
): Promise<(RepositoryHead | { readonly refused: string })[]> {
  const refused = new Map<string, string>();
  const onRefused = (part: string, why: string) => refused.set(part, why);
  const { query, variables } = queryOf(questions);
  try {
    const data = await client.graphql<Record<string, RawHead | null>>(query, variables, {
      ...options,
      idempotent: true,
      onRefused,
    });
    return questions.map((_, index) => {
      const found = data[`r${index}`];
      return found ? headOf(found) : { refused: refused.get(`r${index}`) ?? 'GitHub does not show it to this token.' };
    });
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    if (questions.length === 1 || error.kind === 'fault') return questions.map(() => ({ refused: messageOf(error) }));
    const half = Math.ceil(questions.length / 2);
    const halves = [questions.slice(0, half), questions.slice(half)];
    return (await Promise.all(halves.map((part) => ask(client, part, options)))).flat();
  }
}

function queryOf(questions: readonly HeadQuestion[]): { query: string; variables: Record<string, string> } {
  const variables: Record<string, string> = {};
  const parts = questions.map(({ repository, ref = 'HEAD', path }, index) => {
    const { owner, repo } = ownerAndRepo(repository);
    const values = { owner, name: repo, ref, file: `${ref}:${path}` };
    for (const [name, value] of Object.entries(values)) variables[`${name}${index}`] = value;
    const fields = FIELDS.replace('$ref', `$ref${index}`).replace('$file', `$file${index}`);
    return `r${index}: repository(owner: $owner${index}, name: $name${index}) { ${fields} }`;
  });
  const declared = Object.keys(variables).map((name) => `$${name}: String!`);
  return { query: `query(${declared.join(', ')}) {\n${parts.join('\n')}\n}`, variables };
}

function headOf({ url, isArchived, defaultBranchRef, head, file, refs }: RawHead): RepositoryHead {
  const tags = (refs?.nodes ?? []).flatMap((tag) => {
    const commit = tag?.target?.target?.oid ?? tag?.target?.oid;
    return tag && commit !== undefined ? [{ name: tag.name, commit }] : [];
  });
  return {
    url,
    archived: isArchived,
    defaultBranch: defaultBranchRef?.name,
    head: head?.oid,
    text: file?.text ?? undefined,
    tags,
    hasMoreTags: (refs?.totalCount ?? 0) > tags.length,
  };
}
