import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ARTIFACT_KINDS,
  ARTIFACT_NAME,
  type ArtifactPlace,
  isFileName,
  type Pointer,
  parsePointer,
  printPointer,
} from '../../../src/operations/artifacts/pointer.ts';
import { anyText } from '../../support/any-text.ts';

const hex = fc.stringMatching(/^[0-9a-f]{64}$/);
const name = anyText({ minLength: 1, maxLength: 40 }).filter((text) => ARTIFACT_NAME.test(text));
const bucket = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{1,20}[a-z0-9]$/);
const prefix = fc.array(fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,10}$/), { maxLength: 3 });
const host = fc.constantFrom('minio.example.com', '127.0.0.1:9000', 'localhost:1', '[::1]:9000');
const place: fc.Arbitrary<ArtifactPlace> = fc.oneof(
  fc.record({ b: bucket, p: prefix, h: fc.option(host) }).map(({ b, p, h }) => ({
    store: 's3' as const,
    bucket: b,
    prefix: p.map((part) => `${part}/`).join(''),
    ...(h !== null && { endpoint: h }),
  })),
  fc.constant({ store: 'file' as const }),
  fc
    .record({ h: host, artifact: fc.nat() })
    .map(({ h, artifact }) => ({ store: 'github' as const, host: h, repository: 'acme/a_b-c.d', artifact })),
);
const pointer: fc.Arbitrary<Pointer> = fc
  .record({
    place,
    name,
    kind: fc.constantFrom(...ARTIFACT_KINDS),
    form: fc.oneof(
      fc.constant({ zip: true as const }),
      name.filter(isFileName).map((file) => ({ file })),
    ),
    sha256: hex,
    bytes: fc.nat(),
    end: fc.option(fc.integer({ min: 1, max: 4_000_000_000 })),
  })
  .map(({ end, ...rest }) => ({ ...rest, ...(end !== null && { expiresAt: end * 1_000 }) }));

test('what is printed is read back, and is one line without blanks', () => {
  fc.assert(
    fc.property(pointer, (one) => {
      const text = printPointer(one);
      expect(text).toMatch(/^\S+$/);
      expect(parsePointer(text)).toEqual(one);
    }),
  );
});

test('whatever is changed in one is refused, or is what was printed for something else', () => {
  fc.assert(
    fc.property(pointer, fc.nat(), fc.string({ maxLength: 3 }), (one, at, change) => {
      const text = printPointer(one);
      const place = at % text.length;
      const changed = text.slice(0, place) + change + text.slice(place + change.length);
      let parsed: Pointer;
      try {
        parsed = parsePointer(changed);
      } catch {
        return;
      }
      expect(printPointer(parsed)).toBe(changed);
    }),
  );
});

const sha = 'ab'.repeat(32);
const rest = `?name=x&kind=other&file=x.json&sha256=${sha}&bytes=1`;

describe('no pointer leads elsewhere', () => {
  test.each([
    ['credentials', `ra1+s3://key:secret@bucket/sha256/${sha}${rest}`],
    ['another host in the bucket', `ra1+s3://bucket@evil.test/sha256/${sha}${rest}`],
    ['a way out of the prefix', `ra1+s3://bucket/../other/sha256/${sha}${rest}`],
    ['a path of the machine', `ra1+file:///etc/passwd${rest}`],
    ['a host for file', `ra1+file://evil.test/sha256/${sha}${rest}`],
    ['another digest than its key', `ra1+s3://bucket/sha256/${'cd'.repeat(32)}${rest}`],
    ['an endpoint with a path', `ra1+s3://bucket/sha256/${sha}${rest}&endpoint=evil.test%2Fx`],
    ['an endpoint with credentials', `ra1+s3://bucket/sha256/${sha}${rest}&endpoint=a%40evil.test`],
    ['a file that leaves its folder', `ra1+file:///sha256/${sha}${rest.replace('x.json', '..%2Fx')}`],
    ['the folder itself', `ra1+file:///sha256/${sha}${rest.replace('x.json', '..')}`],
    ['a line break', `ra1+file:///sha256/${sha}${rest.replace('name=x', 'name=x%0Ay')}`],
    ['a value twice', `ra1+file:///sha256/${sha}${rest}&bytes=2`],
    ['more than there is', `ra1+file:///sha256/${sha}${rest}&extra=1`],
    ['no kind of ours', `ra1+file:///sha256/${sha}${rest.replace('other', 'else')}`],
    ['a repository that is none', `ra1+github://github.com/acme/../artifacts/1${rest}`],
    ['half an escape', `ra1+file:///sha256/${sha}${rest.replace('name=x', 'name=%')}`],
  ])('%s', (_, text) => {
    expect(() => parsePointer(text)).toThrow('was changed or cut off');
  });

  test.each([
    ['ra2+s3://bucket/x', 'is of another version of release-actions'],
    ['https://evil.test/x', 'is no pointer'],
    ['', 'is no pointer'],
    [`ra1+s3://${'x'.repeat(3_000)}`, 'The pointer has 3009 characters; expected at most 2000.'],
  ])('%s', (text, said) => {
    expect(() => parsePointer(text)).toThrow(said);
  });
});
