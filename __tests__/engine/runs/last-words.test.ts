import { expect, test } from '@jest/globals';
import { lastWords } from '../../../src/engine/runs/last-words.ts';

test.each([
  [
    'npm, without what it says of every failure',
    'npm error code ELIFECYCLE\nnpm error Tests failed: 1 of 12\nnpm error A complete log of this run can be found in: /home/runner/.npm/_logs/x.log\n##[error]Process completed with exit code 1.',
    'npm error Tests failed: 1 of 12',
  ],
  [
    'npm, whose hints come after the cause',
    'npm notice Publishing to https://registry.test/\nnpm error code E403\nnpm error 403 403 Forbidden - PUT https://registry.test/x - You cannot publish over the previously published versions: 1.1.0.\nnpm error 403 In most cases, you or one of your dependencies are requesting\nnpm error 403 a package version that is forbidden by your security policy, or\n##[error]Process completed with exit code 1.',
    'npm error 403 403 Forbidden - PUT https://registry.test/x - You cannot publish over the previously published versions: 1.1.0.',
  ],
  [
    'npm of old, and what failed after it',
    'npm ERR! code E404\nnpm ERR! 404 Not Found - GET https://registry.test/x\nnpm ERR! 404\nTests failed: 1 of 12\ndone',
    'Tests failed: 1 of 12',
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
