import fc from 'fast-check';

/** From U+D800 to U+DFFF there are halves of surrogate pairs, and no characters. */
const HALVES = { from: 0xd800, count: 0x800 };

const character = fc.nat({ max: 0x10ffff - HALVES.count }).map(
  (index) => String.fromCodePoint(index < HALVES.from ? index : index + HALVES.count),
  (text) => {
    const code = (text as string).codePointAt(0) ?? Number.NaN;
    if (text !== String.fromCodePoint(code)) throw new Error('no single character');
    return code < HALVES.from ? code : code - HALVES.count;
  },
);

/** What fast-check's `unit: 'binary'` makes, without its map of 1.1 million characters: two seconds of each file that asks for it. */
export const anyText = (constraints: Omit<fc.StringConstraints, 'unit'> = {}): fc.Arbitrary<string> =>
  fc.string({ ...constraints, unit: character });
