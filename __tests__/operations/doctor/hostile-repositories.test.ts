import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RepositoryDefinition } from '../../../simulator/types.ts';
import { slow } from '../../support/slow.ts';
import { type DoctorWorld, exampleWorld } from './doctor-world.ts';

/** What a repository may call something, so that whoever shows or pastes it gets more than a name. */
const HOSTILE =
  "x$(touch pwned)`touch pwned`';touch pwned;'|<img src=x onerror=alert(1)>\n::error::told\n# [a](http://evil.test)";
const RELEASE = `on:
  workflow_dispatch:
    inputs: { version: {}, nonce: {}, release_type: {}, dependency_versions: {} }
run-name: "[\${{ inputs.nonce }}]"
jobs: {}
`;
const workflows: RepositoryDefinition['workflows'] = [{ file: 'release.yml', on: ['workflow_dispatch'] }];

let world: DoctorWorld;
beforeAll(async () => {
  world = await exampleWorld();
  const add = (name: string, files: Readonly<Record<string, string>>) =>
    world.github.addRepository({
      ...{ owner: 'web-buddy', name, workflows, tags: ['v1.0.0'] },
      files: { '.github/workflows/release.yml': RELEASE, ...files },
    });
  add('array', { 'package.json': '[]' });
  add('nothing', { 'package.json': 'null' });
  add('text', { 'package.json': '"@web-buddy/core"' });
  add('broken', { 'package.json': '{"name": "broken", ' });
  add('binary', { 'package.json': '\0\u0001\ufffd{"name":"binary"}' });
  add('folder', {
    'package.json/index.js': '1',
    'pyproject.toml/x.py': '1',
    '.github/workflows/deploy.yml/x.yml': '1',
  });
  add('large', {
    'package.json': JSON.stringify({ name: 'large', version: '1.0.0', pad: 'x'.repeat(10 * 1024 * 1024) }),
  });
  add('deep', { 'package.json': `${'{"dependencies":'.repeat(20_000)}{}${'}'.repeat(20_000)}` });
  add('named', {
    'package.json': JSON.stringify({
      name: HOSTILE,
      version: HOSTILE,
      dependencies: { [HOSTILE]: HOSTILE, '@web-buddy/core': HOSTILE },
    }),
  });
  add('proto', {
    'package.json':
      '{"name":"proto","version":"1.0.0","__proto__":{"private":true},"dependencies":{"__proto__":"1","constructor":"1"}}',
  });
});
afterAll(() => world.close());

const NAMES = ['array', 'nothing', 'text', 'broken', 'binary', 'folder', 'large', 'deep', 'named', 'proto'];

slow('what repositories hold breaks no check, no table and no log', async () => {
  const example = (await world.read('example.yml')).trimEnd();
  const lines = NAMES.map(
    (name) => `  ${name}: { repository: web-buddy/${name}${name === 'named' ? '' : `, package: { npm: ${name} }`} }`,
  );
  await world.write('.github/release-train.yml', `${example}\n${lines.join('\n')}\n`);
  const run = await world.run();
  // Nothing of it is a defect of ours.
  expect(run.stdout).not.toMatch(/This is a defect|\n {4}at /);
  const seen = run.problems.filter((one) => !one.startsWith('npm-name'));
  // What cannot be read is not taken for a package that needs nothing.
  const unread = run.seen.findings
    .filter(({ check }) => check === 'looked-at')
    .map(({ subject, seen }) => [subject, seen]);
  expect(unread.map(([subject]) => subject).toSorted()).toEqual([
    'array',
    'binary',
    'broken',
    'deep',
    'folder',
    'nothing',
    'text',
  ]);
  expect(unread.find(([subject]) => subject === 'array')?.[1]).toContain('package.json in web-buddy/array: ');
  // It does depend on it, whatever else it says; and none of the sixteen has a finding.
  expect(seen.filter((one) => /^needs-missing/.test(one))).toEqual(['needs-missing named']);
  for (const { subject } of run.seen.findings)
    expect(subject).toMatch(/^(array|nothing|text|broken|binary|folder|large|deep|named|proto|acme\/releases)(, |$)/);
  expect(run.stdout).not.toMatch(/^::error::told/m);
  expect(run.stdout).not.toMatch(/^# \[a\]/m);
  expect(run.summary).not.toMatch(/<img|\]\(http:\/\/evil/);
  const rows = run.summary.split('\n').filter((line) => line.startsWith('| '));
  // Each row has its five cells, whatever stands in them.
  for (const row of rows) expect(row.replaceAll('\\|', '').split('|')).toHaveLength(7);
});

slow('a draft of them is a manifest, and leaves out what it cannot read', async () => {
  const names = NAMES.map((name) => `web-buddy/${name}`).join('\n');
  const run = await world.run({ operation: 'discover', repositories: `${names}\nweb-buddy/web-buddy-core` });
  expect(run.stdout).not.toMatch(/This is a defect|\n {4}at /);
  const draft = await world.read('.release-actions/release-train.yml');
  expect(draft).toContain('repository: web-buddy/web-buddy-core');
  expect(draft).not.toMatch(/^::|^# \[a\]/m);
  expect(run.summary).not.toMatch(/<img/);
});

test('a command to paste is that command, whatever a repository calls its workflow', async () => {
  const { enableWorkflow, makeEnvironment, trustPublisher } = await import(
    '../../../src/operations/doctor/shell-commands.ts'
  );
  for (const command of [
    enableWorkflow(`.github/workflows/${HOSTILE.replaceAll('/', '')}.yml`, `acme/${HOSTILE}`),
    makeEnvironment(HOSTILE, 'acme/core'),
    trustPublisher(HOSTILE, { repository: HOSTILE, path: HOSTILE.replaceAll('/', ''), environment: HOSTILE }),
  ]) {
    // A shell sees the same words: a function takes the place of the program.
    const shell = `gh() { printf '%s\\0' "$@"; }; npm() { gh "$@"; }; ${command}`;
    const words = execFileSync('bash', ['-c', shell], { encoding: 'utf8', cwd: world.cwd }).split('\0');
    expect(decodeURIComponent(words.join(' '))).toContain('touch pwned');
  }
  expect(() => execFileSync('ls', ['pwned'], { cwd: world.cwd, stdio: 'ignore' })).toThrow();
});
