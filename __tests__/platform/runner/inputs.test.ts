import { describe, expect, test } from '@jest/globals';
import { UserError } from '../../../src/platform/errors.ts';
import {
  data,
  duration,
  flag,
  lines,
  list,
  map,
  oneOf,
  optional,
  readInputs,
  repository,
  required,
  secret,
  text,
  url,
  wholeNumber,
} from '../../../src/platform/runner/inputs.ts';

const nothing = () => {};

async function read<T>(type: Parameters<typeof readInputs>[0][string], value: string): Promise<T> {
  const { given } = (await readInputs({ given: type }, { INPUT_GIVEN: value }, nothing)) as unknown as { given: T };
  return given;
}

test('reads names as the runner passes them: upper case, hyphens kept, blanks trimmed', async () => {
  const spec = { 'run-id': required(text), 'dry-run': optional(flag, false), ref: optional(text) };
  const inputs = await readInputs(spec, { 'INPUT_RUN-ID': ' 7 ', 'INPUT_DRY-RUN': 'true' }, nothing);
  expect(inputs).toEqual({ runId: '7', dryRun: true, ref: undefined });
});

test('reports every fault at once, naming input, value and what was expected', async () => {
  const spec = {
    repository: required(repository),
    timeout: optional(duration, 1),
    mode: optional(oneOf('wait', 'advance'), 'wait'),
    missing: required(text),
  };
  const env = { INPUT_REPOSITORY: 'nope', INPUT_TIMEOUT: 'soon', INPUT_MODE: 'x' };
  const error = await readInputs(spec, env, nothing).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).faults.map(({ message }) => message)).toEqual([
    'Input repository: "nope" is not valid: expected a repository as owner/name',
    'Input timeout: "soon" is not valid: expected a duration such as 90s, 30m or 2h',
    'Input mode: "x" is not valid: expected wait or advance',
    "Input missing is missing. It is required; see the action's README for its form.",
  ]);
});

test('masks secrets before anything is parsed, and shows none in a fault', async () => {
  const masked: string[] = [];
  const spec = { token: secret(required(wholeNumber(1, 2))), other: required(text) };
  const error = await readInputs(spec, { INPUT_TOKEN: 'hunter2' }, (value) => masked.push(value)).catch(
    (thrown: unknown) => thrown,
  );
  expect(masked).toEqual(['hunter2']);
  expect((error as Error).message).not.toContain('hunter2');
  expect((error as UserError).faults).toHaveLength(2);
});

test('a long value is cut in its fault', async () => {
  await expect(read(required(repository), 'x'.repeat(5_000))).rejects.toThrow(/^.{0,250}$/s);
});

describe('types', () => {
  test.each([
    ['90s', 90_000],
    ['30m', 1_800_000],
    ['2h', 7_200_000],
    ['1.5h', 5_400_000],
  ])('duration %s', async (value, ms) => expect(await read(required(duration), value)).toBe(ms));

  test.each(['90', '1d', '-3s', '1h30m', 's', 'NaNs', '1e3s'])('no duration: %s', async (value) => {
    await expect(read(required(duration), value)).rejects.toThrow(/expected a duration/);
  });

  test.each([
    ['true', true],
    ['False', false],
  ])('flag %s', async (value, expected) => expect(await read(required(flag), value)).toBe(expected));

  test.each(['yes', '1', 'tRUE'])('no flag: %s', async (value) => {
    await expect(read(required(flag), value)).rejects.toThrow('expected true or false');
  });

  test.each(['a/b', 'org-1/re.po_2'])('repository %s', async (value) =>
    expect(await read(required(repository), value)).toBe(value),
  );

  test.each(['a', 'a/b/c', '-a/b', 'a/..', 'a/.', 'a b/c', 'https://x/a/b', 'a/b?x'])(
    'no repository: %s',
    async (value) => {
      await expect(read(required(repository), value)).rejects.toThrow(/owner\/name/);
    },
  );

  test.each(['ftp://x', 'x', 'https://user:pass@x/', 'javascript:alert(1)'])('no URL: %s', async (value) => {
    await expect(read(required(url), value)).rejects.toThrow(/URL/);
  });

  test.each([
    ['a\n b \n\nc', ['a', 'b', 'c']],
    ['a, b', ['a', 'b']],
    ['["a", "b,c"]', ['a', 'b,c']],
    ['- a\n- 1.10', ['a', '1.10']],
  ])('list %j', async (value, expected) => expect(await read(required(list), value)).toEqual(expected));

  test.each([
    ['{"a":"1"}', { a: '1' }],
    ['{"a":1.10}', { a: '1.10' }],
    ['a: 1.10\nb: true\nc: "x"', { a: '1.10', b: 'true', c: 'x' }],
  ])('map %j keeps texts as they are written', async (value, expected) => {
    expect(await read(required(map), value)).toEqual(expected);
  });

  test.each([
    ['[1]', /expected a map/],
    ['just text', /expected a map/],
    ['a: [1]', /at "a"/],
    ['a: 1\n  b: 2', /line 1, column 4/],
    ['{"a": {"b": "c"}}', /at "a"/],
  ])('no map: %j', async (value, words) => {
    await expect(read(required(map), value)).rejects.toThrow(words);
  });

  test('a map cannot reach a prototype', async () => {
    const value = await read<Record<string, string>>(required(map), '{"__proto__": "x"}');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test('data may be anything but nothing', async () => {
    expect(await read(required(data), 'a: [1, {b: true}]')).toEqual({ a: [1, { b: true }] });
    await expect(read(required(data), 'null')).rejects.toThrow('found nothing');
  });

  test('lines', async () => expect(await read(required(lines), 'a\r\n\r\nb')).toEqual(['a', 'b']));
});

test.each([
  ['{"notes":null,"a":"b"}', { notes: '', a: 'b' }],
  ['{"notes":null,"n":1.10}', { notes: '', n: '1.10' }],
  ['notes:\na: b', { notes: '', a: 'b' }],
])('a map without a value, %j, has the empty text for it, in JSON as in YAML', async (text, expected) => {
  expect(await map(text)).toEqual(expected);
});

test.each(['{"a":"1","a":"2"}', 'a: 1\na: 2'])('a name that is there twice, %j, is a fault', async (text) => {
  await expect(map(text)).rejects.toThrow(/stands here a second time/);
});

test('a text that looks like a name is none', async () => {
  expect(await map('{"a":"x \\"b\\": y"}')).toEqual({ a: 'x "b": y' });
});

test.each(['octocat_acme/repo', 'acme/repo'])('%s is a repository', (text) => {
  expect(repository(text)).toBe(text);
});
