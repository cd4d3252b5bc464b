import { UserError } from '../errors.ts';
import { cutAtLine } from '../text/cut-at-line.ts';
import type { CallOptions } from './client/client.ts';
import { type CommentAuthor, isTrustedAuthor } from './comment-author.ts';
import { ensure } from './ensure.ts';
import type { Repository } from './repository.ts';
import { LONGEST_BODY } from './tracked-issues.ts';

/** What was done, and where it is. */
interface Upserted {
  readonly outcome: 'created' | 'updated' | 'unchanged';
  readonly id: number;
  readonly url: string;
}

interface Marked extends CommentAuthor {
  readonly id: number;
  readonly html_url?: string;
  readonly body?: string | null;
}

const CUT = '\n\n_The text was cut here: GitHub takes at most 65,536 characters._';
const MOST_COMMENTS = 3000;

interface MarkedComment {
  /** Of the issue or pull request. */
  readonly number: number;
  /** What distinguishes this comment from others of ours: letters, digits, `.`, `_`, `-`. */
  readonly key: string;
  readonly body: string;
}

/** Keeps one comment with this key on an issue or pull request: writes it, changes it, or does nothing where it is the same. */
export async function upsertComment(
  repository: Repository,
  { number, key, body }: MarkedComment,
  options: CallOptions = {},
): Promise<Upserted> {
  const wanted = withMarker(key, body);
  const params = { issue_number: number };
  const find = async () => {
    const comments = await repository.list<Marked>('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', params, {
      ...options,
      limit: MOST_COMMENTS,
    });
    return comments.find((comment) => isOurs(comment, key));
  };
  const found = await find();
  if (found?.body === wanted) return upserted('unchanged', found);
  if (!found) {
    const create = async () => {
      const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
      return (await repository.write<Marked>(route, { ...params, body: wanted }, options)).data;
    };
    return upserted('created', await ensure(create, find, { attempts: 2 }));
  }
  const { data } = await repository.writeIdempotent<Marked>(
    'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
    { comment_id: found.id, body: wanted },
    options,
  );
  return upserted('updated', data);
}

function isOurs(comment: Marked, key: string): boolean {
  return isTrustedAuthor(comment) && (comment.body ?? '').startsWith(marker(key));
}

function withMarker(key: string, body: string): string {
  return cutAtLine(`${marker(key)}\n${body}`, LONGEST_BODY, CUT);
}

function marker(key: string): string {
  if (!/^[\w.-]+$/.test(key) || key.includes('--')) {
    throw new UserError(
      `${JSON.stringify(key)} is not usable as a key: expected letters, digits, ".", "_" and single "-".`,
    );
  }
  return `<!-- release-actions:${key} -->`;
}

function upserted(outcome: Upserted['outcome'], { id, html_url }: Marked): Upserted {
  return { outcome, id, url: html_url ?? '' };
}
