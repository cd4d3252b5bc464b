import { saidError } from '../../platform/text/said-error.ts';
import { RegistryProblem } from './registry-answer.ts';
import { at } from './rest-record.ts';

/** Where a list that comes in pages says where its next one is. */
const NEXT = ['next', 'links.next', '_links.next.href', 'pagination.next', 'meta.next'];
/** Where it says only that there is one. */
const MORE = ['next', 'next_cursor', 'nextCursor', 'next_page', 'nextPage', 'next_page_token', 'nextPageToken'];
const HAS_MORE = ['has_more', 'hasMore'];
const TOTAL = ['total', 'total_count', 'totalCount'];
/** What a list may have such fields in. */
const WITHIN = ['', 'pagination.', 'meta.', 'page.', 'paging.'];

/** The address of the next page in an answer's body, as it stands there; undefined where there is none. */
export function nextInBody(body: unknown): string | undefined {
  return NEXT.map((path) => at(body, path)).find(
    (one): one is string => typeof one === 'string' && /^([/?]|https?:)/.test(one),
  );
}

/**
 * Throws a RegistryProblem where a list of so many services, read to its end, says that it is not whole: what is missing from a
 * part says nothing.
 */
export function verifyWhole(body: unknown, count: number): void {
  const find = (names: readonly string[], fits: (value: unknown) => boolean) =>
    WITHIN.flatMap((within) => names.map((name) => within + name)).find((path) => fits(at(body, path)));
  const more = find(MORE, isSaid) ?? find(HAS_MORE, (value) => value === true);
  const total = find(TOTAL, (value) => typeof value === 'number' && value > count);
  if (more === undefined && total === undefined) return;
  const says = more ?? `${total} is ${at(body, total ?? '')}`;
  throw new RegistryProblem(
    'unreadable',
    `The registry's list is a part of it: it holds ${count} services, and says that there are more (${says}). Let the input paths ask for all at once, or the registry name the next page in a Link header.`,
  );
}

/** Throws a RegistryProblem where the answer is an error in spite of its status. */
export function verifyNoError(body: unknown): void {
  const said = saidError(body);
  if (said !== undefined) throw new RegistryProblem('unreadable', `The registry answered with an error: ${said}.`);
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== '' && value !== 0;
}
