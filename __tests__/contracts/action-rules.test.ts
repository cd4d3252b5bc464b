import { describe, expect, test } from '@jest/globals';
import { type ActionFacts, bundledActions } from '../../scripts/contracts/action-facts.ts';
import {
  type ActionRule,
  actionRules,
  credentialsAreSecret,
  defaultsAreValid,
  describedForPeople,
  inputsMatchTheCode,
  mainIsItsStub,
  outputsMatchTheCode,
  outputsSetIn,
  readmeMatches,
  requirementsMatchTheCode,
  rowsUnder,
} from '../../scripts/contracts/action-rules.ts';
import {
  bundleAndFoldersAgree,
  lockFileIsWhole,
  templatesHaveProperties,
} from '../../scripts/contracts/repository-rules.ts';
import { parseSource } from '../../scripts/contracts/source.ts';
import { duration, optional, required, secret, text } from '../../src/platform/runner/inputs.ts';
import { temporaryFolders } from '../support/temporary.ts';

const actionFile = `name: Gate
description: Waits.
author: release-actions
branding: { icon: send, color: purple }
inputs:
  service-url:
    description: Where.
    required: true
  timeout:
    description: How long.
    default: 5m
  token:
    description: Token.
    default: \${{ github.token }}
outputs:
  healthy:
    description: Whether.
runs:
  using: node24
  main: ../dist/gate.js
`;
const code = `
const inputs = { 'service-url': required(text), timeout: optional(duration, 300_000), token: secret(optional(text)) };
await wait(given.serviceUrl, given.timeout, given.token);
await runner.outputs.set(
  'healthy', true);
`;
const readme = `# gate

## Inputs

| input | default | |
| --- | --- | --- |
| \`service-url\` | | Where, as \`https\`. |
| \`timeout\` | \`5m\` | |
| \`token\` | | |

## Outputs

| output | |
| --- | --- |
| \`healthy\` | |

## What can go wrong

| \`nothing\` |
`;
const spec = { 'service-url': required(text), timeout: optional(duration), token: secret(optional(text)) };

async function facts(changes: Partial<Omit<ActionFacts, 'source'>> & { action?: string } = {}): Promise<ActionFacts> {
  const { action = actionFile, ...rest } = changes;
  const source = await parseSource('action', 'gate/action.yml', action);
  return { name: 'gate', source, inputs: spec, code: [code], readme, ...rest };
}

const without = (part: string) => ({ action: actionFile.replace(part, '') });
const { token: _, ...specWithoutToken } = spec;

const faults: readonly [string, ActionRule, Parameters<typeof facts>[0], string, number][] = [
  [
    'an input the code does not know',
    inputsMatchTheCode,
    { inputs: specWithoutToken },
    'token, which the code never reads',
    12,
  ],
  [
    'an input the code declares and does not use',
    inputsMatchTheCode,
    { code: [code.replace('given.serviceUrl', 'undefined')] },
    'service-url, which the code never reads',
    6,
  ],
  [
    'an undeclared input',
    inputsMatchTheCode,
    { inputs: { ...spec, interval: optional(text) }, code: [code, 'interval'] },
    'does not declare the input interval',
    5,
  ],
  ['a requirement that is not said', requirementsMatchTheCode, without('    required: true\n'), 'service-url', 6],
  [
    'a requirement that is not kept',
    requirementsMatchTheCode,
    { inputs: { ...spec, 'service-url': optional(text) } },
    'service-url',
    6,
  ],
  ['a default the code refuses', defaultsAreValid, { action: actionFile.replace('5m', 'soon') }, 'soon', 9],
  [
    'a credential that is not masked',
    credentialsAreSecret,
    { inputs: { ...spec, token: optional(text) } },
    'token',
    12,
  ],
  ['an output that is never set', outputsMatchTheCode, { code: [] }, 'healthy, which the code never sets', 16],
  ['an undeclared output', outputsMatchTheCode, { code: [code, "outputs.set('verdict', 1)"] }, 'verdict', 15],
  ['no README', readmeMatches, { readme: undefined }, 'README.md', 1],
  [
    'an undocumented input',
    readmeMatches,
    { readme: readme.replace('| `timeout` | `5m` | |\n', '') },
    'declares timeout',
    9,
  ],
  [
    'an undocumented output',
    readmeMatches,
    { readme: readme.replace('| `healthy`', '| healthy') },
    'declares healthy',
    16,
  ],
  [
    'a documented input there is not',
    readmeMatches,
    { readme: readme.replace('| `token`', '| `token`, `api-url`') },
    'declare api-url',
    5,
  ],
  ['no branding', describedForPeople, without('branding: { icon: send, color: purple }\n'), 'has no branding', 1],
  [
    'an input without description',
    describedForPeople,
    without('    description: How long.\n'),
    'no description of timeout',
    9,
  ],
  ['another stub', mainIsItsStub, { action: actionFile.replace('gate.js', 'gates.js') }, '../dist/gate.js', 20],
];

describe('rules over an action', () => {
  test.each(faults)('%s is found', async (_, rule, changes, words, line) => {
    const findings = await rule(await facts(changes));
    expect(findings).toEqual([{ file: 'gate/action.yml', line, message: expect.stringContaining(words) }]);
  });

  test('every rule has a fault that it finds', () => {
    expect(new Set(faults.map(([, rule]) => rule))).toEqual(new Set(actionRules));
  });

  test('a sound action breaks none', async () => {
    const sound = await facts();
    expect((await Promise.all(actionRules.map((rule) => rule(sound)))).flat()).toEqual([]);
  });

  test('outputs set from a table count by its keys', () => {
    const module = `
  const values: Readonly<Record<string, unknown>> = {
    'run-id': run?.id,
    status: run?.status,
    jobs: { name: 1 },
    outputs,
  };
  for (const [name, value] of Object.entries(values)) await runner.outputs.set(name, value);`;
    expect(outputsSetIn(module)).toEqual(['run-id', 'status', 'jobs', 'outputs']);
  });

  test('names in a README count where they stand first in a row of their section', () => {
    expect(rowsUnder('inputs', readme)).toEqual(['service-url', 'timeout', 'token']);
    expect(rowsUnder('outputs', readme)).toEqual(['healthy']);
  });
});

describe('rules over the repository', () => {
  const folder = temporaryFolders();
  const main = (rows: string) => `const actions = {\n${rows}\n};`;
  const row = (name: string, module: string) => `  ${name}: () => import(/* webpackMode: "eager" */ '${module}'),`;

  test('the table of the bundle is read as it is written', () => {
    const rows = [row("'verify-health'", './actions/verify-health.ts'), row('train', './actions/train.ts')];
    expect([...bundledActions(main(rows.join('\n')))]).toEqual([
      ['verify-health', 'actions/verify-health.ts'],
      ['train', 'actions/train.ts'],
    ]);
  });

  test('a folder the bundle lacks, a module without folder and a wrong module are found', async () => {
    const rows = [row('gate', './actions/gates.ts'), row('notify', './actions/notify.ts')];
    const project = await folder({
      'src/main.ts': main(rows.join('\n')),
      'gate/action.yml': actionFile,
      'doctor/action.yml': actionFile,
    });
    expect(bundleAndFoldersAgree(project).map(({ message }) => message)).toEqual([
      expect.stringContaining('does not know doctor'),
      expect.stringContaining('loads actions/gates.ts for gate'),
      expect.stringContaining('knows notify'),
    ]);
  });

  test('a template without sound properties, and properties without template, are found', async () => {
    const project = await folder({
      'workflows-templates/sound.yml': '',
      'workflows-templates/sound.properties.json': '{"name": "Sound", "description": "Is."}',
      'workflows-templates/bare.yml': '',
      'workflows-templates/broken.yml': '',
      'workflows-templates/broken.properties.json': '{',
      'workflows-templates/nameless.yml': '',
      'workflows-templates/nameless.properties.json': '{"description": "Is."}',
      'workflows-templates/orphan.properties.json': '{}',
    });
    expect(templatesHaveProperties(project).map(({ file, message }) => `${file} ${message}`)).toEqual([
      expect.stringContaining('bare.properties.json is missing'),
      expect.stringContaining('broken.properties.json is not JSON'),
      expect.stringContaining('nameless.properties.json has no name'),
      expect.stringContaining('orphan.properties.json belongs to no template'),
    ]);
  });

  test('a lock file that npm ci would refuse is found', async () => {
    const packages = { 'node_modules/a': { optionalDependencies: { 'a-win32-x64': '1.0.0' } } };
    const project = await folder({ 'package-lock.json': JSON.stringify({ packages }) });
    expect(lockFileIsWhole(project)).toMatchObject([{ message: expect.stringContaining('a-win32-x64') }]);
  });
});
