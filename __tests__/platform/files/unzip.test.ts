import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { UserError } from '../../../src/platform/errors.ts';
import { unzip } from '../../../src/platform/files/unzip.ts';

const limits = { maxBytes: 10_000_000, maxFiles: 100 };
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString();
const link = { os: 3, attrs: 0o120777 << 16 };

test('gives the files by their paths', () => {
  const files = unzip(
    zipSync({
      'a.txt': strToU8('hello'),
      dir: { 'b.json': strToU8('x'.repeat(5000)), 'é.txt': [strToU8('é'), { level: 0 }] },
    }),
    limits,
  );
  expect([...files.keys()].sort()).toEqual(['a.txt', 'dir/b.json', 'dir/é.txt']);
  expect(text(files.get('a.txt'))).toBe('hello');
  expect(text(files.get('dir/é.txt'))).toBe('é');
});

describe('refuses', () => {
  test.each<[string, Zippable, RegExp]>([
    ['a path that climbs', { '../evil': strToU8('x') }, /leads outside/],
    ['one that climbs later', { 'a/../../evil': strToU8('x') }, /leads outside/],
    ['an absolute path', { '/etc/passwd': strToU8('x') }, /leads outside/],
    ['a drive', { 'C:evil': strToU8('x') }, /leads outside/],
    ['a backslash', { 'a\\..\\evil': strToU8('x') }, /leads outside/],
    ['a symbolic link', { 'a.txt': [strToU8('/etc/passwd'), link] }, /link or special file/],
    [
      'a link that says it was made elsewhere',
      { 'a.txt': [strToU8('/etc/passwd'), { ...link, os: 0 }] },
      /link or special file/,
    ],
    ['a file that is a folder, too', { a: strToU8('x'), 'a/b': strToU8('y') }, /"a" in it is a file and a folder/],
    ['a bomb', { big: new Uint8Array(9_000_000) }, /as only an attack does/],
    ['too much', { big: [new Uint8Array(11_000_000), { level: 0 }] }, /more than the 10000000 allowed/],
    [
      'too many',
      Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`f${index}`, strToU8('')])),
      /101 files/,
    ],
  ])('%s', (_, files, words) => expect(() => unzip(zipSync(files), limits)).toThrow(words));

  test('a size that the directory understates', () => {
    const bytes = zipSync({ big: new Uint8Array(9_000_000) });
    const directory = Buffer.from(bytes).indexOf('PK\x01\x02', 0, 'latin1');
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(directory + 24, 10, true);
    expect(() => unzip(bytes, limits)).toThrow(/not what its directory says/);
  });

  test('contents that do not match their checksum', () => {
    const bytes = zipSync({ a: [strToU8('hello'), { level: 0 }] });
    bytes[Buffer.from(bytes).indexOf('hello')] = 0x4a;
    expect(() => unzip(bytes, limits)).toThrow(/not what its directory says/);
  });

  test.each([
    ['nothing', ''],
    ['text', 'not a zip at all, but long enough for one'],
    ['half of one', Buffer.from(zipSync({ a: strToU8('hello') })).subarray(20)],
  ])('%s', (_, bytes) => {
    expect(() => unzip(Buffer.from(bytes), limits)).toThrow(UserError);
  });
});

test('whatever the bytes are, it ends in files or in a UserError', () => {
  const good = zipSync({ a: strToU8('hello world'), 'b/c': strToU8('x'.repeat(300)) });
  const damage = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(damage, (changes) => {
      const bytes = good.slice();
      for (const [at, value] of changes) bytes[at] = value;
      try {
        return unzip(bytes, limits).size <= 2;
      } catch (error) {
        return error instanceof UserError;
      }
    }),
    { numRuns: 2000 },
  );
});
