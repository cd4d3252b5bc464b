import { describe, expect, test } from '@jest/globals';
import { createLog, maskCommands } from '../../../src/platform/runner/log.ts';
import { obeyed } from '../../support/runner-commands.ts';

function recorded(debugging = false, redact?: (text: string) => string) {
  const lines: string[] = [];
  return { log: createLog((line) => lines.push(line), debugging, redact), text: () => lines.join('') };
}

describe('text from elsewhere in an annotation', () => {
  test('stays inside it', () => {
    const { log, text } = recorded();
    log.error('50%\r\n::set-output name=x::y', { file: 'a,b:c.yml', line: 3, column: 7, title: 'T' });
    const [only, ...more] = obeyed(text());
    expect(more).toEqual([]);
    expect(only).toEqual({ command: 'error', data: '50%25%0D%0A\u200b::set-output name=x::y' });
    expect(text()).toContain('::error title=T,file=a%2Cb%3Ac.yml,line=3,col=7::');
  });

  test('is said without secrets, also in its title and file, and before anything is escaped or cut', () => {
    const { log, text } = recorded(false, (said) => said.replaceAll('5%secret', '***'));
    log.warning(`${'x'.repeat(8_188)}5%secret`, { title: '5%secret', file: '5%secret' });
    log.info(`${'x'.repeat(8_188)}5%secret`);
    expect(text()).not.toMatch(/secr|5%/);
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

test('a line of 30 MB is cut, and says how much is missing; ordinary lines are not', () => {
  const { log, text } = recorded();
  log.info(`before\n${'x'.repeat(30_000_000)}\nafter`);
  expect(text().length).toBeLessThan(10_000);
  expect(text()).toMatch(/^before\nx+… \(29991808 more characters\)\nafter\n$/);
});

test('a secret of several lines is masked line by line, but not its trivial lines, nor a name without a value', () => {
  expect(maskCommands('-----BEGIN KEY-----\nabcdefgh\n}\nmy-organisation:\nacme: ghp_1234\n')).toBe(
    '::add-mask::-----BEGIN KEY-----\n::add-mask::abcdefgh\n::add-mask::acme: ghp_1234\n',
  );
});
