import { expect, test } from '@jest/globals';
import { readWorkflowFile } from '../../../src/engine/planning/workflow-file.ts';

const MAP = '{ toString: 0 }';

test('a map that no String() can make a text stands for nothing that anybody knows, wherever it stands', async () => {
  const files = [
    `on: [push, ${MAP}]`,
    `on: { repository_dispatch: { types: [release, ${MAP}] } }`,
    `on: { workflow_dispatch: { inputs: { version: { type: choice, options: [1, ${MAP}] } } } }`,
    `on: push\nrun-name: ${MAP}\nconcurrency: { cancel-in-progress: ${MAP} }`,
    `on: push\njobs: { a: { environment: { name: ${MAP} }, steps: [{ run: ${MAP}, uses: ${MAP}, with: { token: ${MAP} } }] } }`,
    `on: push\njobs: { a: { steps: [{ uses: org/x/record-release@v1, with: { branch: ${MAP}, token: ${MAP} } }] } }`,
  ];
  const read = await Promise.all(files.map(readWorkflowFile));
  expect(read.filter((one) => 'fault' in one)).toEqual([]);
  expect(read[0]).toMatchObject({ events: ['push', '(a map)'] });
  expect(read[1]).toMatchObject({ eventTypes: ['release', '(a map)'] });
  expect(read[2]).toMatchObject({ inputs: { version: { options: ['1', '(a map)'] } } });
});
