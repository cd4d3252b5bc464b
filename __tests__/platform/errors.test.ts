import { expect, test } from '@jest/globals';
import { KnownError, kindOf, messageOf, UserError } from '../../src/platform/errors.ts';
import { AmbiguousWrite, GitHubError, Paused } from '../../src/platform/github/client/github-errors.ts';

const call = { method: 'POST', path: '/repos/acme/core/dispatches' };

test.each([
  ['a wrong input', new UserError('Input ref is empty.'), 'fault'],
  ['a refusal', new GitHubError({ ...call, status: 403 }, 'No right.'), 'fault'],
  ['a refused redirect', new GitHubError({ ...call, status: 301 }, 'It has moved.'), 'fault'],
  ['a server that failed', new GitHubError({ ...call, status: 502 }, 'GitHub failed.'), 'passing'],
  ['a limit that was not lifted', new GitHubError({ ...call, status: 429 }, 'The limit.'), 'passing'],
  ['a server that was not reached', new GitHubError({ ...call, status: 0 }, 'Not reached.'), 'passing'],
  ['what is known better than by status', new GitHubError({ ...call, status: 0, kind: 'fault' }, 'TLS.'), 'fault'],
  ['a lost answer', new AmbiguousWrite({ ...call, status: 0 }, 'The connection broke.'), 'unclear'],
  ['a pause', new Paused('secondary rate limit', 0), 'paused'],
  ['a defect of ours', new TypeError('x is not a function'), undefined],
  ['no error at all', 'SIGINT', undefined],
])('%s is of its kind', (_, error, kind) => {
  expect(kindOf(error)).toBe(kind);
});

test('several faults are one error, each with its place', () => {
  const error = new UserError([{ message: 'a', line: 1 }, { message: 'b' }]);
  expect(error).toBeInstanceOf(KnownError);
  expect(error.message).toBe('a\nb');
  expect(error.faults).toEqual([{ message: 'a', line: 1 }, { message: 'b' }]);
});

test('whatever was thrown says one line', () => {
  expect(messageOf(new Error('first\nsecond'))).toBe('first');
  expect(messageOf({ message: 'of another realm' })).toBe('of another realm');
  expect(messageOf('text')).toBe('text');
});
