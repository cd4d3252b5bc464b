import { expect, test } from '@jest/globals';
import { publishingNpmrc } from '../../../src/packages/publish/publishing-npmrc.ts';

test.each([
  'script-shell=./evil.sh',
  ' Script_Shell = ./evil.sh',
  '"script-shell"=./evil.sh',
  '"script\\u002dshell"=./evil.sh',
  'node-options=--require ./evil.cjs',
  'git=./evil',
  'userconfig=./other',
  'globalconfig[]=./other',
  'viewer',
  '${SHELL_SETTING}=./evil.sh',
])('%s goes', (line) => {
  expect(publishingNpmrc(`registry=https://r.test\n${line}\ntag=next`)).toBe('registry=https://r.test\ntag=next');
});

test('behind an end of line of old systems, which npm takes for one, it goes as well', () => {
  expect(publishingNpmrc('tag=next\rscript-shell=./evil.sh\raccess=public')).toBe('tag=next\raccess=public');
});

test('registries, scopes, credentials and comments stay to the byte', () => {
  const text =
    '; ours\r\n@acme:registry=https://npm.test/\r\n//npm.test/:_authToken=${NPM_TOKEN}\r\n//npm.test/${TEAM}/:_password="eA=="\r\nstrict-ssl=true\r\nprovenance=true\r\n';
  expect(publishingNpmrc(text)).toBe(text);
});
