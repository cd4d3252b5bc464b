import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkedOutputs, LARGEST_OUTPUTS } from '../../../src/train/manifest/output-values.ts';
import { anyText } from '../../support/any-text.ts';

test.each([
  ['a list', '[]', 'nothing can be read: they are no JSON map of texts'],
  ['null', 'null', 'nothing can be read: they are no JSON map of texts'],
  ['a number', '{"port": 1.10}', 'port is a number, not a text: write it in quotes'],
  ['a map', '{"port": {}}', 'port is a map, not a text: write it in quotes'],
  ['nothing', '{"port": null}', 'port is null, not a text: write it in quotes'],
  ['what was masked', '{"image": "***"}', 'image is ***: a secret stood there, and was masked'],
  [
    'a token',
    `{"image": "ghp_${'a'.repeat(36)}"}`,
    'image holds a secret, and what is handed on is kept where many can read it: leave it out, and revoke it',
  ],
  ['a dot in a key', '{"a.b": "y"}', '"a.b" is no key: expected letters, digits, "-" and "_", and a letter first'],
  [
    'a prototype',
    '{"__proto__": {"a": 1}}',
    '"__proto__" is no key: expected letters, digits, "-" and "_", and a letter first',
  ],
  [
    'two faults',
    '{"a": 1, "b": true}',
    'a is a number, not a text: write it in quotes and b is a boolean, not a text: write it in quotes',
  ],
  [
    'too much',
    JSON.stringify({ image: 'x'.repeat(LARGEST_OUTPUTS) }),
    'there are 32780 characters of JSON, more than 32768: hand on files by share-artifact',
  ],
])('%s cannot be handed on', (_, json, fault) => {
  expect(checkedOutputs(JSON.parse(json))).toEqual({ fault });
});

test('a secret of this job cannot, and is not told', () => {
  const found = checkedOutputs({ image: 'a hunter2 b' }, (text) => text.includes('hunter2'));
  expect(found.fault).toMatch(/^image holds a secret/);
  expect(found.fault).not.toContain('hunter2');
});

test('every other text is handed on as it is', () => {
  const key = fc.stringMatching(/^[A-Za-z][\w-]{0,20}$/);
  const value = anyText({ maxLength: 40 }).filter((text) => !/^\*{3,}$/.test(text));
  fc.assert(
    fc.property(fc.dictionary(key, value, { maxKeys: 8 }), (outputs) => {
      expect(checkedOutputs(outputs)).toEqual({ outputs });
    }),
  );
});
