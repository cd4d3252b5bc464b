import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fillIn, fillPartly, namesIn, placeholderFaults } from '../../../src/train/manifest/interpolate.ts';
import { hostileText } from '../samples.ts';

const values = { version: '1.2.3', nonce: 'n-1', 'environment.url': 'https://x.test' };

describe('fillIn', () => {
  test.each([
    ['plain', 'plain'],
    ['v{version}', 'v1.2.3'],
    ['{environment.url}/{version}/{version}', 'https://x.test/1.2.3/1.2.3'],
    ['{"a":{"b":{version}}}', '{"a":{"b":1.2.3}}'],
    ['\\{version}', '{version}'],
    ['\\\\{version}', '\\1.2.3'],
    ['C:\\dir {version}\\', 'C:\\dir 1.2.3\\'],
    ['/tasks/{captured.id}/{version}', '/tasks/{captured.id}/1.2.3'],
    ['{} {1,2} {"x": 1} ^\\d{3}$', '{} {1,2} {"x": 1} ^\\d{3}$'],
  ])('%j becomes %j', (template, text) => {
    expect(fillIn(template, values)).toBe(text);
  });

  test('knows no name but the given ones, not even those that every object has', () => {
    expect(() => fillIn('{constructor}', values)).toThrow('No value for {constructor}');
  });

  test('never looks at a value again', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (version, nonce) => {
        expect(fillIn('<{version}|{nonce}>', { version, nonce })).toBe(`<${version}|${nonce}>`);
      }),
    );
  });
});

describe('fillPartly', () => {
  test('leaves the names without a value for later, and only those', () => {
    const template = fillPartly('{version} {nonce} \\{train}', { version: '{nonce}' });
    expect(namesIn(template)).toEqual(['nonce']);
    expect(fillIn(template, { nonce: 'N' })).toBe('{nonce} N {train}');
  });

  test('then fillIn is the same as fillIn at once, whatever the texts', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 4, maxLength: 4 }), ([a = '', b = '', c = '', d = '']) => {
        const template = `{version}${a}{nonce}${b.replace(/[{}]/g, '')}{version}{nonce}{train}`;
        const names = namesIn(template);
        const rest = Object.fromEntries(names.map((name) => [name, d]));
        const inTwo = fillIn(fillPartly(template, { version: c }), rest);
        expect(inTwo).toBe(fillIn(template, { ...rest, version: c }));
      }),
      { numRuns: 1_000 },
    );
  });
});

test('a megabyte of backslashes takes no longer than a megabyte of letters', () => {
  const text = '\\'.repeat(1_000_000);
  expect(fillIn(`${text}x{nonce}`, { nonce: 'N' })).toBe(`${text}xN`);
  expect(fillPartly(`${text}x{nonce}`, {})).toBe(`${text}x{nonce}`);
});

describe('placeholderFaults', () => {
  const known = new Set(['backend_url']);
  test.each([
    ['{verison}', /Unknown \{verison\}.*did you mean "version"\?.*Known: \{version\} .*\{environment\.backend_url\}/],
    ['{environment.backend}', /Unknown \{environment\.backend\}/],
    ['{__proto__}', /Unknown \{__proto__\}/],
    ['{constructor}', /Unknown \{constructor\}/],
    ['{captured.id}', /Unknown \{captured\.id\}/],
    ['{{version}}', /\{\{version\}\} in .*write \{version\}, with single braces/],
    ['{ version }', /\{ version \} in .*without blanks/],
    ['$' + '{{ github.sha }}', /is not evaluated in a manifest/],
    ['{"a":{version}} {environment.backend_url} {dependency-versions} \\{other}', undefined],
  ])('%j', (template, fault) => {
    const faults = placeholderFaults(template, known);
    expect(faults).toHaveLength(fault ? 1 : 0);
    if (fault) expect(faults[0]).toMatch(fault);
  });
});
