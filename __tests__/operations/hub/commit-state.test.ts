import { expect, test } from '@jest/globals';
import { commitState, conclusionState } from '../../../src/operations/hub/commit-state.ts';

test.each([
  ['pending', 'pending'],
  ['success', 'success'],
  ['failure', 'failure'],
  ['error', 'error'],
  ['neutral', 'success'],
  ['skipped', 'success'],
  ['timed_out', 'failure'],
  ['cancelled', 'error'],
  ['action_required', 'error'],
  ['startup_failure', 'error'],
  ['stale', 'error'],
  ['queued', 'pending'],
  ['in_progress', 'pending'],
])('%s becomes %s', (word, state) => {
  expect(commitState(word)).toBe(state);
});

test.each(['canceled', 'constructor', '', 'SUCCESS'])('%j is refused with what was expected', (word) => {
  expect(() => commitState(word)).toThrow('it is no state and no conclusion of GitHub; expected pending, success');
});

test('an end that GitHub has learnt since is an error on the commit, and leaves nothing pending', () => {
  expect(['success', 'timed_out', 'constructor', 'exploded'].map(conclusionState)).toEqual([
    'success',
    'failure',
    'error',
    'error',
  ]);
});
