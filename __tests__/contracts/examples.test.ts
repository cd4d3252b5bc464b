import { describe, expect, test } from '@jest/globals';
import { exampleFindings, examplesIn } from '../../scripts/contracts/examples.ts';
import { readSources } from '../../scripts/contracts/source.ts';
import { temporaryFolders } from '../support/temporary.ts';

const folder = temporaryFolders();

const action = `
name: Verify health
description: Waits.
inputs:
  url: { description: Where., required: true }
outputs:
  healthy: { description: Whether. }
runs: { using: node24, main: ../dist/verify-health.js }
`;

async function findingsIn(example: string) {
  const page = `# verify-health\n\nText.\n\n\`\`\`yaml\n${example}\n\`\`\`\n`;
  const project = await folder({ 'verify-health/action.yml': action, 'docs/page.md': page });
  return exampleFindings(project, await readSources(project));
}

const uses = 'uses: org/release-actions/verify-health@v1';

describe('examples in the documentation', () => {
  test.each([
    [
      'a whole workflow',
      `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - ${uses}\n        with: { url: a }`,
    ],
    ['jobs', `jobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - ${uses}\n        with: { url: a }`],
    ['one job', `a:\n  runs-on: ubuntu-latest\n  steps:\n    - ${uses}\n      with: { url: a }`],
    ['permissions and steps', `permissions:\n  contents: read\n\nsteps:\n  - ${uses}\n    with: { url: a }`],
    ['steps as they are indented in a workflow', `      - ${uses}\n        with: { url: a }`],
    [
      'a job that needs one that is not shown',
      `# Later:\n  b:\n    needs: [a, z]\n    runs-on: ubuntu-latest\n    steps:\n      - ${uses}\n        with: { url: a }`,
    ],
    ['an excerpt', `- ${uses}\n  with: { url: "\${{ steps.build.outputs.url }}" }`],
    ['steps', `- ${uses}\n  with: { url: a }\n\n- run: echo`],
  ])('%s that is sound has no finding', async (_, text) => {
    expect(await findingsIn(text)).toEqual([]);
  });

  test.each([
    ['an unknown input', `- ${uses}\n  with:\n    url: a\n    time-out: 1m`, 'time-out', 9],
    ['a missing input', `steps:\n  - ${uses}`, 'url', 7],
    [
      'an unknown output',
      `- id: a\n  ${uses}\n  with: { url: a }\n- run: echo\n  env: { A: "\${{ steps.a.outputs.health }}" }`,
      'health',
      10,
    ],
    ['a name we do not have', '- uses: org/release-actions/verify-helth@v1', 'verify-helth', 6],
    ['another version', '- uses: org/release-actions/verify-health@v2\n  with: { url: a }', 'v1', 6],
  ])('%s is found in its line', async (_, text, words, line) => {
    expect(await findingsIn(text)).toEqual([{ file: 'docs/page.md', line, message: expect.stringContaining(words) }]);
  });

  test('blocks that call nothing are left alone; those that call others, and those in a list, are read', () => {
    const page = `\`\`\`yaml\nname: my-service\n\`\`\`\n\n\`\`\`yaml\n- uses: actions/checkout@v7\n\`\`\`\n\n1. So:\n\n   \`\`\`yaml\n   - ${uses}\n   \`\`\`\n`;
    expect(examplesIn(page)).toEqual([
      { text: '- uses: actions/checkout@v7\n', line: 5 },
      { text: `- ${uses}\n`, line: 11 },
    ]);
  });
});
