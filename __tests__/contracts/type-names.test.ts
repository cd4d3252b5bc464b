import { expect, test } from '@jest/globals';
import { sharedTypes, sharedTypesIn } from '../../scripts/contracts/type-names.ts';

test('no type of src shares its name with one of another file', () => {
  expect(sharedTypes('.')).toEqual([]);
});

test('a name that is exported twice is found at the later one; what is not exported is its own affair', () => {
  const texts = new Map([
    ['a/one.ts', 'export interface Place {}\ntype Wanted = string;\n'],
    ['b/two.ts', '\nexport type Place = string;\nexport type Wanted = string;\n'],
  ]);
  expect(sharedTypesIn(texts)).toEqual([
    { file: 'src/b/two.ts', line: 2, message: 'exports Place, as src/a/one.ts does: say whose it is.' },
  ]);
});
