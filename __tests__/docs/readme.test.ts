import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { withPicture } from '../../scripts/readme.ts';

test('the picture in the README is the plan of the demo; if not: node scripts/readme.ts', async () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(await withPicture(readme)).toBe(readme);
});
