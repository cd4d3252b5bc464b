import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createLog, maskCommands, neutralise } from '../../../src/platform/runner/commands.ts';

function recorded(debugging = false) {
  const lines: string[] = [];
  return { log: createLog((line) => lines.push(line), debugging), text: () => lines.join('') };
}

/** What the runner obeys: a line (by any line end) that begins, after blanks, with `::` or holds `##[` at its start. */
const obeyed = /(?:^|[\r\n\u0085\u2028\u2029])[ \t]*(?:::|##\[)/;

describe('text from elsewhere', () => {
  test.each([
    ['a command', '::set-output name=x::y'],
    ['a command in a later line', 'fine\n::error::mine'],
    ['after a carriage return', 'fine\r::error::mine'],
    ['after blanks', '  \t::warning::mine'],
    ['the old form', '##[command]rm'],
    ['after a line separator', 'fine\u2028::error::mine'],
  ])('cannot give a command: %s', (_, text) => {
    const { log, text: printed } = recorded();
    log.info(text);
    expect(printed()).not.toMatch(obeyed);
    expect(printed().replaceAll('\u200b', '')).toBe(`${text}\n`);
  });

  test('never can, whatever it is', () => {
    const nasty = fc.array(fc.constantFrom('::', '##[', '\n', '\r', ' ', '\t', 'error', ']', ':', '#', 'x', '\u2029'));
    fc.assert(
      fc.property(nasty, (parts) => {
        expect(neutralise(parts.join(''))).not.toMatch(obeyed);
      }),
    );
  });

  test('in an annotation stays inside it', () => {
    const { log, text } = recorded();
    log.error('50%\r\n::set-output name=x::y', { file: 'a,b:c.yml', line: 3, column: 7, title: 'T' });
    expect(text()).toBe('::error title=T,file=a%2Cb%3Ac.yml,line=3,col=7::50%25%0D%0A::set-output name=x::y\n');
  });
});

test('debug text is printed only when debugging', () => {
  const quiet = recorded();
  quiet.log.debug('x');
  expect(quiet.text()).toBe('');
  const loud = recorded(true);
  loud.log.debug('x');
  expect(loud.text()).toBe('::debug::x\n');
});

test('a group is closed even when its body throws', async () => {
  const { log, text } = recorded();
  await expect(
    log.group('T', () => {
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(text()).toBe('::group::T\n::endgroup::\n');
});

test('a secret of several lines is masked whole and line by line, but not its trivial lines', () => {
  expect(maskCommands('-----BEGIN KEY-----\nabcd\n}\n')).toBe(
    '::add-mask::-----BEGIN KEY-----%0Aabcd%0A}%0A\n::add-mask::-----BEGIN KEY-----\n::add-mask::abcd\n',
  );
});
