import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { enableWorkflow, shellWord, trustPublisher } from '../../../src/operations/doctor/shell-commands.ts';
import { anyText } from '../../support/any-text.ts';

test('what is pasted runs nothing that a repository has put into its names', () => {
  expect(enableWorkflow('.github/workflows/release.yml', 'acme/core')).toBe(
    'gh workflow enable release.yml --repo acme/core',
  );
  const file = '.github/workflows/$(touch pwned);`id`.yml';
  expect(enableWorkflow(file, 'acme/core')).toBe("gh workflow enable '$(touch pwned);`id`.yml' --repo acme/core");
  expect(trustPublisher('@acme/core', { repository: 'acme/core', path: 'release.yml', environment: "n'; id #" })).toBe(
    "npm trust github @acme/core --repo acme/core --file release.yml --env 'n'\\''; id #' --allow-publish",
  );
});

test('any text is one word of a shell', () => {
  const texts = fc.sample(anyText(), 500).map((text) => text.replaceAll('\0', ''));
  const script = `printf '%s\\0' ${[...texts, '', '-n', '~', '*', '!!'].map(shellWord).join(' ')}`;
  const said = execFileSync('bash', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
  expect(said).toEqual([...texts, '', '-n', '~', '*', '!!'].map((text) => Buffer.from(text).toString()));
});
