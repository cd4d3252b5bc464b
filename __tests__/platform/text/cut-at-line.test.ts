import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cutAtLine } from '../../../src/platform/text/cut-at-line.ts';
import { anyText } from '../../support/any-text.ts';

test.each([
  ['short', 'a\nb', 'a\nb'],
  ['of many lines', 'aaaa\nbbbb\ncccc', 'aaaa\nbbbb…'],
  ['of one long line', 'a'.repeat(20), `${'a'.repeat(10)}…`],
  ['with half a character at the end', `${'a'.repeat(9)}💥${'b'.repeat(9)}`, `${'a'.repeat(9)}\ufffd…`],
])('a text %s', (_, text, expected) => {
  expect(cutAtLine(text, 11, '…')).toBe(expected);
});

test('no text is longer than it may be', () => {
  fc.assert(
    fc.property(anyText({ maxLength: 300 }), fc.integer({ min: 5, max: 200 }), (text, most) => {
      const cut = cutAtLine(text, most, ' …');
      expect(cut.length).toBeLessThanOrEqual(most);
      if (text.length > most) expect(cut.endsWith(' …')).toBe(true);
    }),
  );
});
