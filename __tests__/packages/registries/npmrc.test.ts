import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { credentialsFor } from '../../../src/packages/registries/npm-credentials.ts';
import { npmrcOfEnvironment, parseNpmrc } from '../../../src/packages/registries/npmrc.ts';
import { run } from '../../support/processes.ts';
import { temporaryFolders } from '../../support/temporary.ts';

const folder = temporaryFolders();

test('keys, comments, quotes and variables are read as npm reads them', () => {
  const { settings, unset } = parseNpmrc(
    [
      '\uFEFFregistry = https://a.test/  ; the company',
      '# @no:registry=https://no.test/',
      '@acme:registry="https://b.test/${PART}/"',
      '//b.test/:_authToken=${TOKEN}',
      '//c.test/:_authToken=${GONE}',
      '//d.test/:_authToken=x${GONE?}y',
      '//e.test/:_authToken=\\${TOKEN}',
    ].join('\r\n'),
    { PART: 'npm', TOKEN: 'secret' },
  );
  expect(Object.fromEntries(settings)).toEqual({
    registry: 'https://a.test/',
    '@acme:registry': 'https://b.test/npm/',
    '//b.test/:_authToken': 'secret',
    '//c.test/:_authToken': '${GONE}',
    '//d.test/:_authToken': 'xy',
    '//e.test/:_authToken': '${TOKEN}',
  });
  expect(Object.fromEntries(unset)).toEqual({ '//c.test/:_authToken': 'GONE' });
});

test('the real npm reads the same of generated files', async () => {
  const value = fc.stringMatching(/^[a-z0-9/:.${}VAR?\\ "';#_=-]{1,20}$/);
  const entries = fc.sample(fc.tuple(fc.constantFrom('', '  '), value), { numRuns: 60, seed: 7 });
  const text = entries
    .map(([blanks, one], index) => `${blanks}@s${index}:registry${blanks}=${blanks}${one}`)
    .join('\n');
  const cwd = await folder({ npmrc: text, 'global-npmrc': '' });
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: cwd,
    VAR: 'filled',
    npm_config_userconfig: `${cwd}/npmrc`,
    npm_config_globalconfig: `${cwd}/global-npmrc`,
  };
  const said = JSON.parse(await run('npm', ['config', 'list', '--json'], { cwd, env })) as Record<string, unknown>;
  const { settings } = parseNpmrc(text, env);
  const keys = Object.keys(said).filter((key) => /^@s\d+:registry$/.test(key));
  expect(keys.length).toBeGreaterThan(40);
  const ours = keys.map((key) => [key, settings.get(key)]);
  expect(ours).toEqual(keys.map((key) => [key, String(said[key])]));
});

test('variables npm_config_… count in any case, those of one registry as they are', () => {
  const { settings } = npmrcOfEnvironment({
    NPM_CONFIG_REGISTRY: 'https://a.test/',
    'npm_config_@acme:registry': 'https://b.test/',
    'npm_config_//b.test/:_authToken': 'x',
    npm_config_https_proxy: '',
    PATH: 'x',
  });
  expect(Object.fromEntries(settings)).toEqual({
    registry: 'https://a.test/',
    '@acme:registry': 'https://b.test/',
    '//b.test/:_authToken': 'x',
  });
});

test.each([
  ['https://r.test/a/b/@s%2fname', { '//r.test/a/:_authToken': 'near', '//r.test/:_authToken': 'far' }, 'Bearer near'],
  ['https://r.test/name', { '//r.test/a/:_authToken': 'other' }, undefined],
  ['https://r.test:8443/name', { '//r.test/:_authToken': 'other port' }, undefined],
  ['https://r.test/name', { '//r.test:_authToken': 'without a slash' }, 'Bearer without a slash'],
  ['https://r.test/name', { '//r.test/:_auth': 'dTpw' }, 'Basic dTpw'],
  ['https://r.test/name', { '//r.test/:username': 'u', '//r.test/:_password': 'cA==' }, 'Basic dTpw'],
  ['https://r.test/name', { '//r.test/:username': 'u' }, undefined],
  ['https://r.test/name', { _authToken: 'of no registry' }, undefined],
])('the credentials for %s of %j are %s', (url, settings: Record<string, string>, authorization) => {
  const found = credentialsFor(new URL(url), (key) => {
    const value = settings[key];
    return value === undefined ? undefined : { value };
  });
  expect(found).toEqual(authorization === undefined ? {} : { authorization });
});
