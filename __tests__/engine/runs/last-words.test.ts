import { expect, test } from '@jest/globals';
import { lastWords } from '../../../src/engine/runs/last-words.ts';

test.each([
  [
    'npm, without what it says of every failure',
    'npm error code ELIFECYCLE\nnpm error Tests failed: 1 of 12\nnpm error A complete log of this run can be found in: /home/runner/.npm/_logs/x.log\n##[error]Process completed with exit code 1.',
    'npm error Tests failed: 1 of 12',
  ],
  [
    'an action that says what is wrong',
    'Publishing …\n##[error]The registry knows no package named @acme/core.\nfailed to clean up',
    'The registry knows no package named @acme/core.',
  ],
  [
    'colours',
    '\u001b[31mAssertionError: 1 !== 2\u001b[39m\n##[error]Process completed with exit code 1.',
    'AssertionError: 1 !== 2',
  ],
  ['nothing that sounds wrong', 'one\ntwo\n##[error]Process completed with exit code 1.', 'two'],
  ['a log of nothing but the end', '##[error]Process completed with exit code 1.', undefined],
  ['an empty log', '', undefined],
  ['a line without end', `error: ${'x'.repeat(1_000)}`, `error: ${'x'.repeat(193)}…`],
])('the words of %s', (_, log, said) => {
  expect(lastWords(log)).toBe(said);
});
