import { describe, expect, test } from '@jest/globals';
import { truncate } from '../../../src/platform/runner/outputs.ts';

describe('a summary', () => {
  test('that fits stays as it is', () => expect(truncate('a\nb', 100)).toBe('a\nb'));

  test('that is too long is cut at a line end, within the limit, and says so', () => {
    const text = Array.from({ length: 1_000 }, (_, line) => `line ${line} é`).join('\n');
    const cut = truncate(text, 2_000);
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(2_000);
    expect(cut).toContain('The summary was cut here');
    expect(
      cut
        .split('\n\n_')[0]
        ?.split('\n')
        .every((line) => /^line \d+ é$/.test(line)),
    ).toBe(true);
  });

  test('is never cut inside a character', () => {
    for (let limit = 150; limit < 200; limit += 1)
      expect(truncate(`${'é'.repeat(100)}\n${'é'.repeat(100)}`, limit)).not.toContain('\uFFFD');
  });

  test('that has no room left is empty', () => expect(truncate('x'.repeat(100), 10)).toBe(''));
});
