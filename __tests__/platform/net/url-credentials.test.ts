import { expect, test } from '@jest/globals';
import { basicAuthorization } from '../../../src/platform/net/url-credentials.ts';

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;

test.each([
  ['https://registry.example.com/', undefined],
  ['https://user:secret@registry.example.com/', basic('user:secret')],
  ['https://us%40er:p%40ss%25@registry.example.com/', basic('us@er:p@ss%')],
  ['https://:secret@registry.example.com/', basic(':secret')],
  // A per cent sign that encodes nothing is one of the password.
  ['https://user:100%zz@registry.example.com/', basic('user:100%zz')],
])('%s', (url, expected) => {
  expect(basicAuthorization(new URL(url))).toBe(expected);
});
