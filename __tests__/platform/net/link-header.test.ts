import { expect, test } from '@jest/globals';
import { nextLink } from '../../../src/platform/net/link-header.ts';

test.each([
  ['<https://x.test/a?page=2>; rel="next", <https://x.test/a?page=9>; rel="last"', 'https://x.test/a?page=2'],
  ['<https://x.test/a?page=1>; rel="prev", <https://x.test/a,b?page=3>; rel="next"', 'https://x.test/a,b?page=3'],
  ['</a?page=2>;rel=next', '/a?page=2'],
  ['</a>; title="more"; rel="last NEXT"', '/a'],
  ['</a>; rel="last", </b>; rel="nextish"', undefined],
  ['</a; rel="next"', undefined],
  ['', undefined],
  [undefined, undefined],
])('%j leads to %j', (header, next) => {
  expect(nextLink(header)).toBe(next);
});
