import { expect, test } from '@jest/globals';
import { normaliseName } from '../../../src/packages/python/package-name.ts';

test('names are compared as PEP 503 says', () => {
  expect(normaliseName('My_._Lib')).toBe('my-lib');
});
