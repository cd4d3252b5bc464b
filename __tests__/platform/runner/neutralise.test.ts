import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { neutralise } from '../../../src/platform/runner/neutralise.ts';
import { cpuMs } from '../../support/cpu-time.ts';
import { obeyed } from '../../support/runner-commands.ts';
import { samples } from '../../support/slow.ts';

const MARK = '\u200b';

describe('what the runner would obey is printed such that it does not', () => {
  test.each([
    ['a command', '::set-output name=x::y'],
    ['a command in a later line', 'fine\n::error::mine'],
    ['after a carriage return', 'fine\r::error::mine'],
    ['after blanks', '  \t::warning::mine'],
    ['after a no-break space', '\u00a0::add-mask::f'],
    ['after an ideographic space', '\u3000\u2003::stop-commands::token1'],
    ['after a next-line character', '\u0085::add-mask::f'],
    ['after a line separator', '\u2028::add-mask::f'],
    ['after a byte-order mark, which a reader drops', '\ufeff::add-mask::f'],
    ['the old form', '##[add-mask]f'],
    ['the old form in the middle of a line', 'version 9 ##[set-env name=PATH]/tmp'],
    ['in other letters', '::ADD-MASK::f'],
    ['both forms in one line', '::nothing ##[add-mask]f'],
  ])('%s', (_, text) => {
    expect(obeyed(text)).toHaveLength(1);
    const printed = neutralise(text);
    expect(obeyed(printed)).toEqual([]);
    expect(obeyed(printed, { culture: true })).toEqual([]);
    expect(printed.replaceAll(MARK, '')).toBe(text);
  });

  const parts = [
    ...[
      '::',
      '##[',
      ']',
      ':',
      '#',
      '[',
      '\n',
      '\r',
      '\r\n',
      ' ',
      '\t',
      '\v',
      '\f',
      '\u0085',
      '\u00a0',
      '\u1680',
      '\u2003',
    ],
    ...[
      '\u2028',
      '\u2029',
      '\u202f',
      '\u205f',
      '\u3000',
      '\ufeff',
      MARK,
      '\u00ad',
      '\u0000',
      '\u034f',
      'x',
      'name=y',
      ',',
    ],
    ...[
      'add-mask',
      'stop-commands',
      'set-env',
      'error',
      'Set-Output',
      '%0A',
      'endgroup',
      '\ud800',
      '::add-mask::',
      '##[add-mask]',
      '::group::',
    ],
  ];

  test('whatever it is: of many texts none', () => {
    const text = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 12 }).map((all) => all.join(''));
    const reached = { obeyedBefore: 0, untouched: 0 };
    const wrong: string[] = [];
    for (const given of fc.sample(text, samples(100_000))) {
      const printed = neutralise(given);
      if (obeyed(given).length > 0) reached.obeyedBefore += 1;
      if (printed === given) reached.untouched += 1;
      const isObeyed = obeyed(printed).length + obeyed(printed, { culture: true }).length > 0;
      if (isObeyed || printed.replaceAll(MARK, '') !== given.replaceAll(MARK, '')) wrong.push(given);
    }
    expect(wrong).toEqual([]);
    expect(reached.obeyedBefore).toBeGreaterThan(samples(5_000));
    expect(reached.untouched).toBeGreaterThan(samples(10_000));
  });
});

test.each([
  ['a time', 'at 12:30::45, std::vector<int>, fe80::1'],
  ['a Markdown heading', '## [link](https://example.com)'],
  ['a colon', ': : x'],
])('honest text stays as it is: %s', (_, text) => expect(neutralise(text)).toBe(text));

test('costs time in proportion to the text', () => {
  for (const unit of ['\n', ' ', '::', '##[', '\u2028 ', '\ufeff']) {
    const text = `::${unit.repeat(1_000_000)}x`;
    expect(cpuMs(() => neutralise(text))).toBeLessThan(2_000);
  }
});
