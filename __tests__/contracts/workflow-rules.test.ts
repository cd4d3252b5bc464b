import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { pinsRunOnNode24 } from '../../scripts/contracts/pinned-runtimes.ts';
import { parseSource } from '../../scripts/contracts/source.ts';
import {
  calledGroupsArePrefixed,
  concurrencyWhereTriggered,
  distributionsAreVerified,
  foreignCodeHasNoRights,
  heldJobsAreNoDeployments,
  inputsAreRead,
  jobsHaveTimeouts,
  noExpressionInScripts,
  noInheritedSecrets,
  noPermissionsOnTop,
  noPullRequestTarget,
  oneVersionEach,
  ownAddresses,
  pinnedThirdParties,
  type Rule,
  workflowRules,
} from '../../scripts/contracts/workflow-rules.ts';
import { root } from '../../scripts/project.ts';

const sha = '0123456789abcdef0123456789abcdef01234567';

const sound = `
on:
  push:
  workflow_call:
    inputs:
      version: { type: string }
      dry-run: { type: boolean }
    secrets:
      app-key: { required: true }
permissions: {}
concurrency: { group: release-actions/release, cancel-in-progress: false }
jobs:
  release:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions: { contents: read }
    steps:
      - uses: actions/checkout@${sha} # v7.0.1
      - uses: $/dispatch-and-wait
        with: { token: "\${{ secrets.app-key }}", inputs: "\${{ inputs['dry-run'] }}" }
      - run: echo "$VERSION"
        env: { VERSION: "\${{ inputs.version }}" }
`;

const workflow = (job: string, head = 'permissions: {}\nconcurrency: one\non: push') =>
  `${head}\njobs:\n  one:\n    timeout-minutes: 5\n    ${job.replaceAll('\n', '\n    ')}`;
const step = (text: string) => workflow(`steps:\n  - ${text}`);

const faults: readonly [string, Rule, string, string, number][] = [
  ['an expression in a script', noExpressionInScripts, step('run: echo "${{ inputs.title }}"'), 'script', 8],
  [
    'an expression in a script of github-script',
    noExpressionInScripts,
    step('uses: actions/github-script@v8\n    with: { script: "log(${{ github.ref }})" }'),
    'script',
    9,
  ],
  [
    'foreign code with a right to write',
    foreignCodeHasNoRights,
    workflow('permissions: { contents: write }\nsteps:\n  - run: npm ci'),
    'runs foreign code (npm ci) in job one, which has contents: write',
    5,
  ],
  [
    'foreign code with an ID token',
    foreignCodeHasNoRights,
    workflow('permissions: { id-token: write }\nsteps:\n  - uses: $/actions/install-dependencies'),
    'which has id-token: write',
    5,
  ],
  [
    'distributions that nobody looked at',
    distributionsAreVerified,
    workflow(`steps:\n  - uses: pypa/gh-action-pypi-publish@${sha}\n  - uses: $/actions/verify-distributions`),
    'publishes to PyPI in job one without',
    5,
  ],
  ...[
    'org/release-actions/update-dependencies@v1',
    '$/update-dependencies',
    '$/actions/run-scripts',
    '$/actions/version-packages',
  ].map((uses): [string, Rule, string, string, number] => [
    `${uses} with a right to write`,
    foreignCodeHasNoRights,
    workflow(`permissions: { contents: write }\nsteps:\n  - uses: ${uses}`),
    `runs foreign code (${uses}) in job one, which has contents: write`,
    5,
  ]),
  ['no permissions', noPermissionsOnTop, 'on: push', 'permissions: {}', 1],
  ['permissions on top', noPermissionsOnTop, 'on: push\npermissions: { contents: write }', 'permissions: {}', 2],
  ['permissions by a word', noPermissionsOnTop, 'on: push\npermissions: read-all', 'permissions: {}', 2],
  ['a tag', pinnedThirdParties, step('uses: actions/checkout@v7'), 'not pinned', 8],
  ['a short SHA', pinnedThirdParties, step('uses: actions/checkout@0123456 # v7.0.1'), 'not pinned', 8],
  ['a SHA without its version', pinnedThirdParties, step(`uses: actions/checkout@${sha}`), 'not pinned', 8],
  ['a SHA with half a version', pinnedThirdParties, step(`uses: actions/checkout@${sha} # v7`), 'not pinned', 8],
  [
    'a called workflow by branch',
    pinnedThirdParties,
    workflow('uses: a/b/.github/workflows/c.yml@main'),
    'not pinned',
    7,
  ],
  [
    'an action that asks for node20',
    pinsRunOnNode24,
    step(`uses: actions/dependency-review-action@${sha} # v4.9.0`),
    'v4 of actions/dependency-review-action, which asks for node20. Take v5',
    8,
  ],
  [
    'a part of an action that asks for node20',
    pinsRunOnNode24,
    step(`uses: github/codeql-action/init@${sha} # v3.30.0`),
    'v3 of github/codeql-action',
    8,
  ],
  [
    'an action of which nobody said what it runs on',
    pinsRunOnNode24,
    step(`uses: a/b@${sha} # v4.9.0`),
    'pins a/b, of which',
    8,
  ],
  ['a container', pinnedThirdParties, step('uses: docker://alpine:3'), 'container', 8],
  ['our own action by its tag', ownAddresses, step('uses: org/release-actions/verify-health@v1'), 'Use $/', 8],
  [
    'the checkout in a called workflow',
    ownAddresses,
    workflow('steps:\n  - uses: ./verify-health', 'on: { workflow_call: {} }'),
    'the caller has checked out',
    6,
  ],
  [
    'every secret handed on',
    noInheritedSecrets,
    workflow('uses: $/.github/workflows/a.yml\nsecrets: inherit'),
    'every secret',
    8,
  ],
  ['pull_request_target as a word', noPullRequestTarget, 'on: pull_request_target', 'pull_request_target', 1],
  ['pull_request_target in a list', noPullRequestTarget, 'on: [push, pull_request_target]', 'pull_request_target', 1],
  ['pull_request_target as a key', noPullRequestTarget, 'on: { pull_request_target: {} }', 'pull_request_target', 1],
  ['no concurrency', concurrencyWhereTriggered, workflow('steps: []', 'on: [push, workflow_call]'), 'overlap', 1],
  [
    'a group that the caller may have, too',
    calledGroupsArePrefixed,
    sound.replace('release-actions/release', 'release'),
    'release-actions/',
    11,
  ],
  [
    'a deployment where people only approve',
    heldJobsAreNoDeployments,
    workflow('environment: ${{ inputs.approval-environment }}'),
    'in job one. Say deployment: false',
    7,
  ],
  [
    'a deployment where a timer only waits',
    heldJobsAreNoDeployments,
    workflow('environment:\n  name: ${{ inputs.escalation-environment }}\n  deployment: true'),
    'in job one',
    7,
  ],
  ['no timeout', jobsHaveTimeouts, 'jobs:\n  one:\n    steps: []', 'timeout-minutes in job one', 2],
  ['an input nobody reads', inputsAreRead, sound.replace('inputs.version ', 'inputs.version-x '), 'inputs.version', 6],
  ['a secret nobody reads', inputsAreRead, sound.replace('secrets.app-key', 'github.token'), 'secrets.app-key', 9],
];

describe('rules over workflows', () => {
  test.each(faults)('%s is found', async (_, rule, text, words, line) => {
    const findings = rule(await parseSource('workflow', '.github/workflows/x.yml', text));
    expect(findings).toEqual([{ file: '.github/workflows/x.yml', line, message: expect.stringContaining(words) }]);
  });

  test('every rule has a fault that it finds', () => {
    expect(new Set(faults.map(([, rule]) => rule))).toEqual(new Set(workflowRules));
  });

  test('a sound workflow breaks none', async () => {
    const source = await parseSource('workflow', '.github/workflows/x.yml', sound);
    expect(workflowRules.flatMap((rule) => rule(source))).toEqual([]);
  });
});

describe('rules over templates', () => {
  const template = (uses: string) => parseSource('template', 'workflows-templates/x.yml', step(`uses: ${uses}`));

  test.each([
    ['$/verify-health', 'copied to'],
    ['org/release-actions/verify-health@main', 'v1'],
  ])('%s is found', async (uses, words) => {
    const findings = ownAddresses(await template(uses));
    expect(findings).toEqual([{ file: 'workflows-templates/x.yml', line: 8, message: expect.stringContaining(words) }]);
  });

  test('our actions are named by the version users are given', async () => {
    expect(ownAddresses(await template('org/release-actions@v1'))).toEqual([]);
  });
});

describe('rules over composite actions', () => {
  const composite = (text: string) => parseSource('action', 'actions/x/action.yml', text);

  test('an expression in a script is found', async () => {
    const source = await composite('runs:\n  using: composite\n  steps:\n    - run: ls ${{ inputs.folder }}');
    expect(noExpressionInScripts(source)).toHaveLength(1);
  });

  test('an input nobody reads is found', async () => {
    const source = await composite(
      'inputs:\n  a: {}\n  b: {}\nruns:\n  using: composite\n  steps:\n    - { run: ls, env: { A: "${{ inputs.a }}" } }',
    );
    expect(inputsAreRead(source)).toMatchObject([{ line: 3, message: expect.stringContaining('inputs.b') }]);
  });
});

test('an action of others is pinned to one commit in all files, whatever part of it is used', async () => {
  const [one, other] = ['1'.repeat(40), '2'.repeat(40)];
  const parse = (file: string, uses: readonly string[]) =>
    parseSource('workflow', file, workflow(`steps:\n${uses.map((name) => `  - uses: ${name}`).join('\n')}`));
  const sources = await Promise.all([
    parse('a.yml', [`actions/checkout@${one}`, `github/codeql-action/init@${one}`]),
    parse('b.yml', [`actions/checkout@${one}`, `github/codeql-action/analyze@${one}`]),
    parse('c.yml', [`actions/checkout@${other}`, `$/verify-health`, `org/release-actions@v1`]),
  ]);
  expect(oneVersionEach(sources)).toEqual([
    { file: 'c.yml', line: 8, message: 'pins actions/checkout to another commit than most files do. Use one.' },
  ]);
  expect(oneVersionEach(sources.slice(0, 2))).toEqual([]);
});

test('the pin that uploads to PyPI says that it is a commit, and that it does not last', () => {
  const pins = globSync('workflows-templates/*.yml', { cwd: root }).flatMap((file) => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    return lines.flatMap((line, index) => (line.includes('pypi-publish@') ? [lines[index - 1]] : []));
  });
  expect(pins.length).toBeGreaterThan(0);
  for (const said of pins) expect(said).toMatch(/# The commit that the tag stands for; .*container image is dropped/);
});
