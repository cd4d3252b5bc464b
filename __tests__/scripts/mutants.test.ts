import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { MUTANTS } from '../../scripts/mutants/list.ts';
import { root } from '../../scripts/project.ts';

test('every defect can still be planted: its text stands once in its file', () => {
  const times = MUTANTS.map(({ name, file, from, to }) => {
    const text = readFileSync(join(root, file), 'utf8');
    return { name, times: text.split(from).length - 1, isAnother: from !== to };
  });
  expect(times.filter(({ times, isAnother }) => times !== 1 || !isAnother)).toEqual([]);
  expect(times.length).toBeGreaterThan(50);
});
