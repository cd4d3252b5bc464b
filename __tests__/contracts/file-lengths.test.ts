import { expect, test } from '@jest/globals';
import { longFiles, tooLong } from '../../scripts/contracts/file-lengths.ts';

const lines = (count: number) => 'x;\n'.repeat(count);

test.each([
  ['engine/runs/launch.ts', 250, []],
  ['engine/runs/launch.ts', 251, ['has 251 lines, 250 at most: move what is another idea into a file of its own.']],
  ['actions/train.ts', 80, []],
  ['actions/train.ts', 81, ['has 81 lines, 80 at most: move what is another idea into a file of its own.']],
  ['actions/setup/ride-train.ts', 81, []],
])('%s with %i lines', (name, count, messages) => {
  expect(tooLong(name, lines(count)).map(({ message }) => message)).toEqual(messages);
});

test('no file of src is too long', () => {
  expect(longFiles('.')).toEqual([]);
});
