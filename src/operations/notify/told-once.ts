import {
  deleteComment,
  type Issue,
  type IssueComment,
  issueComments,
  updateComment,
} from '../../platform/github/tracked-issues.ts';
import type { IssuePlace } from './problem-issues.ts';

const MARKER = /^<!-- release-actions:fact\/[0-9a-f]{24} -->$/;

/** The comments that may be ours. A stranger can write our markers, too, and would silence what is yet to be told. */
export async function ownComments({ repository, signal }: IssuePlace, number: number): Promise<IssueComment[]> {
  return (await issueComments(repository, number, { signal })).filter(({ isTrusted }) => isTrusted);
}

/**
 * The comments of an issue, with each fact in it once. GitHub has no key for comments: one who died, or stood still, right
 * after writing could not look whether somebody else had told the same. So the next one takes away what stands there
 * twice; the first of them stays.
 */
export async function commentsOnce(
  place: IssuePlace,
  { number, body }: Pick<Issue, 'number' | 'body'>,
): Promise<readonly IssueComment[]> {
  const { repository, signal } = place;
  const comments = await ownComments(place, number);
  const told = new Set(markersIn(body));
  const kept: IssueComment[] = [];
  for (const comment of [...comments].sort((a, b) => a.id - b.id)) {
    const markers = markersIn(comment.body);
    const again = markers.filter((marker) => told.has(marker));
    for (const marker of markers) told.add(marker);
    if (again.length === 0) kept.push(comment);
    else if (again.length === markers.length) await deleteComment(repository, comment.id, { signal });
    else {
      const shorter = { ...comment, body: withoutFacts(comment.body, new Set(again)) };
      await updateComment(repository, shorter, { signal });
      kept.push(shorter);
    }
  }
  return kept;
}

function markersIn(body: string): string[] {
  return body.split('\n').filter((line) => MARKER.test(line));
}

/** Each marker stands for a line of the list below, in their order. */
function withoutFacts(body: string, gone: ReadonlySet<string>): string {
  const markers = markersIn(body);
  let item = -1;
  const lines = body.split('\n').filter((line) => {
    if (gone.has(line)) return false;
    if (!line.startsWith('- ')) return true;
    item += 1;
    return !gone.has(markers[item] ?? '');
  });
  return lines.join('\n');
}
