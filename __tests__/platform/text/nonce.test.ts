import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { carriesNonce, parseNonce } from '../../../src/platform/text/nonce.ts';

test.each(['ra1f2e3d.eda-domain.1', 'ra-0123456789abcdef', 'a', '1', 'a_b'])('%j is a nonce', (text) => {
  expect(parseNonce(text)).toBe(text);
});

test.each(['', '.a', 'a.', 'a..b', 'a/b', 'a b', 'a\n', 'a.lock', 'ü', '-a', 'a:b', 'a~1', '@{', 'x'.repeat(201)])(
  '%j is refused as a nonce',
  (text) => {
    expect(() => parseNonce(text)).toThrow('expected letters, digits');
  },
);

/** Texts of which about half are nonces. */
const nearlyNonces = fc.string({ unit: fc.constantFrom(...'aZ09._-/ ü'), minLength: 1, maxLength: 12 });

test('whatever is accepted is one component of a ref that git takes', () => {
  let accepted = 0;
  fc.assert(
    fc.property(fc.oneof(nearlyNonces, fc.string({ maxLength: 30 })), (text) => {
      try {
        parseNonce(text);
      } catch {
        return;
      }
      accepted += 1;
      // https://git-scm.com/docs/git-check-ref-format
      expect(text).not.toMatch(/\.\.|[\p{Cc} ~^:?*[\\/]|^[.-]|[./]$|\.lock$|@\{/u);
    }),
    { numRuns: 2_000 },
  );
  expect(accepted).toBeGreaterThan(100);
});

test.each([
  ['Release [t1.web.1]', true],
  ['t1.web.1', true],
  ['Release t1.web.1 of main', true],
  ['Release [t1.web.11]', false],
  ['Release [xt1.web.1]', false],
  ['Release [t1.web.1.2], then t1.web.1', true],
  ['Release [t1-web-1]', false],
  ['', false],
  [null, false],
] as const)('whether %j carries t1.web.1 as a word of its own: %s', (name, carried) => {
  expect(carriesNonce(name, 't1.web.1')).toBe(carried);
});
