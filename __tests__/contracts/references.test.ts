import { describe, expect, test } from '@jest/globals';
import { languageServiceFindings } from '../../scripts/contracts/language-service.ts';
import { readSources } from '../../scripts/contracts/source.ts';
import { unknownStepOutputs } from '../../scripts/contracts/step-outputs.ts';
import { temporaryFolders } from '../support/temporary.ts';

const folder = temporaryFolders();

const action = `
name: Verify health
description: Waits.
inputs:
  url: { description: Where., required: true }
  timeout: { description: How long., default: 5m }
outputs:
  healthy: { description: Whether. }
runs: { using: node24, main: ../dist/verify-health.js }
`;
const called = `
on:
  workflow_call:
    inputs:
      version: { type: string, required: true }
    outputs:
      released: { value: "\${{ jobs.one.outputs.released }}" }
jobs:
  one:
    runs-on: ubuntu-latest
    outputs: { released: "yes" }
    steps: [{ run: "true" }]
`;

async function findingsIn(files: Readonly<Record<string, string>>) {
  const project = await folder({
    'verify-health/action.yml': action,
    'action.yml': action.replace('Verify health', 'Train'),
    '.github/workflows/called.yml': called,
    ...files,
  });
  const sources = await readSources(project);
  const outputs = sources.flatMap((source) =>
    unknownStepOutputs(
      source,
      sources.filter(({ kind }) => kind === 'action'),
    ),
  );
  return [...outputs, ...(await languageServiceFindings(project, sources))];
}

const steps = (text: string) => `on: push\njobs:\n  one:\n    runs-on: ubuntu-latest\n    steps:\n      ${text}\n`;
const job = (text: string) => `on: push\njobs:\n  one:\n    ${text}\n`;
const file = '.github/workflows/x.yml';

const ours = ['$/verify-health', 'org/release-actions/verify-health@v1', 'acme/release-actions@v1', './verify-health'];

describe('what a workflow gives to our actions', () => {
  test('a sound workflow has no finding', async () => {
    const text = steps(
      `- { id: gate, uses: $/verify-health, with: { url: a, timeout: 1m } }
      - run: echo "$HEALTHY"
        env: { HEALTHY: "\${{ steps.gate.outputs.healthy }}" }`,
    );
    expect(await findingsIn({ [file]: text })).toEqual([]);
  });

  test.each(ours.slice(0, 3))('%s: an unknown input is found', async (uses) => {
    const findings = await findingsIn({ [file]: steps(`- { uses: ${uses}, with: { url: a, time-out: 1m } }`) });
    expect(findings).toEqual([{ file, line: 6, message: expect.stringContaining('time-out') }]);
  });

  test.each(ours.slice(0, 3))('%s: a missing input is found', async (uses) => {
    const findings = await findingsIn({ [file]: steps(`- { uses: ${uses}, with: { timeout: 1m } }`) });
    expect(findings).toEqual([{ file, line: 6, message: expect.stringContaining('url') }]);
  });

  test.each(ours)('%s: a read of an unknown output is found', async (uses) => {
    const text = steps(
      `- { id: gate, uses: ${uses}, with: { url: a } }
      - { run: "true", env: { A: "\${{ steps.gate.outputs.health }}" } }`,
    );
    const findings = await findingsIn({ [file]: text });
    expect(findings).toEqual([{ file, line: 7, message: expect.stringContaining('steps.gate.outputs.health') }]);
  });

  test('an output that the job hands on is judged as well', async () => {
    const text = steps(`- { id: gate, uses: $/verify-health, with: { url: a } }
    outputs: { a: "\${{ steps.gate.outputs['health'] }}" }`);
    expect(await findingsIn({ [file]: text })).toMatchObject([{ line: 7 }]);
  });

  test.each(['$/verify-helth', 'org/release-actions/verify-helth@v1'])(
    '%s: a name we do not have is found',
    async (uses) => {
      const findings = await findingsIn({ [file]: steps(`- uses: ${uses}`) });
      expect(findings).toEqual([{ file, line: 6, message: expect.stringContaining('verify-helth') }]);
    },
  );

  test('templates are judged like workflows', async () => {
    const template = 'workflows-templates/x.yml';
    const findings = await findingsIn({ [template]: steps('- { uses: org/release-actions@v1, with: { ur: a } }') });
    expect(findings).toMatchObject([
      { file: template, message: expect.stringContaining("'ur'") },
      { file: template, message: expect.stringContaining('url') },
    ]);
  });

  test('a composite action is judged like a workflow', async () => {
    const composite = 'actions/gate/action.yml';
    const text = `name: Gate
description: Gates.
outputs:
  a: { description: A., value: "\${{ steps.gate.outputs.health }}" }
runs:
  using: composite
  steps:
    - { id: gate, uses: $/verify-health, with: { url: a, time-out: 1m } }
`;
    expect(await findingsIn({ [composite]: text })).toMatchObject([
      { file: composite, line: 4, message: expect.stringContaining('health') },
      { file: composite, line: 8, message: expect.stringContaining('time-out') },
    ]);
  });
});

const calls = ['$/.github/workflows/called.yml', 'org/release-actions/.github/workflows/called.yml@v1'];

describe('what a workflow gives to our reusable workflows', () => {
  test.each(calls)('%s: an unknown input is found', async (uses) => {
    const findings = await findingsIn({ [file]: job(`{ uses: ${uses}, with: { version: a, versio: b } }`) });
    expect(findings).toEqual([{ file, line: 4, message: expect.stringContaining('versio') }]);
  });

  test.each(calls)('%s: a missing input is found', async (uses) => {
    const findings = await findingsIn({ [file]: job(`{ uses: ${uses} }`) });
    expect(findings).toEqual([{ file, line: 4, message: expect.stringContaining('version') }]);
  });

  test.each(calls)('%s: a read of an unknown output is found', async (uses) => {
    const text = `${job(`{ uses: ${uses}, with: { version: a } }`)}  two:
    runs-on: ubuntu-latest
    needs: one
    steps: [{ run: "true", env: { A: "\${{ needs.one.outputs.released }}", B: "\${{ needs.one.outputs.release }}" } }]
`;
    const findings = await findingsIn({ [file]: text });
    expect(findings).toEqual([{ file, line: 8, message: expect.stringContaining('release') }]);
  });

  test('a workflow we do not have is found', async () => {
    const findings = await findingsIn({ [file]: job('uses: $/.github/workflows/caled.yml') });
    expect(findings).toEqual([{ file, line: 4, message: expect.stringContaining('reusable workflow') }]);
  });
});

describe('what GitHub would refuse', () => {
  test.each([
    ['an unknown key', steps('- run: "true"\n        onn: x'), 'onn'],
    ['an unknown function', steps('- { run: "true", if: "startWith(github.ref, 1)" }'), 'startWith'],
    ['a context that is not there', steps('- { run: "true", env: { A: "${{ needs.zero.result }}" } }'), 'zero'],
    ['a broken expression', steps('- { run: "true", env: { A: "${{ github. }}" } }'), 'EOF'],
  ])('%s is found', async (_, text, words) => {
    expect(await findingsIn({ [file]: text })).toEqual([
      expect.objectContaining({ file, message: expect.stringContaining(words) }),
    ]);
  });

  test('an action.yml that names no runtime is found', async () => {
    const findings = await findingsIn({ 'verify-health/action.yml': action.replace('using: node24, ', '') });
    expect(findings).toMatchObject([{ file: 'verify-health/action.yml', message: expect.stringContaining('using') }]);
  });
});
