import { expect, test } from '@jest/globals';
import { sharedAmong, sharedNames } from '../../scripts/contracts/file-names.ts';

test('no two files of src have one name', () => {
  expect(sharedNames('.')).toEqual([]);
});

test('a name that stands twice is found at the later one; an entry may be called as what it calls', () => {
  const paths = ['train/graph.ts', 'actions/verify-health.ts', 'services/health/verify-health.ts'];
  expect(sharedAmong(paths)).toEqual([]);
  expect(sharedAmong([...paths, 'operations/status/page/graph.ts'])).toEqual([
    {
      file: 'src/train/graph.ts',
      line: 1,
      message: 'has the name of src/operations/status/page/graph.ts: call it by what it alone knows.',
    },
  ]);
  expect(sharedAmong(['actions/setup/a.ts', 'engine/a.ts'])).toHaveLength(1);
});
