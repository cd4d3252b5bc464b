import { describe, expect, test } from '@jest/globals';
import { parseYaml, type YamlDocument } from '../../../src/platform/text/yaml.ts';

async function parsed(text: string): Promise<YamlDocument> {
  const document = await parseYaml(text);
  if ('faults' in document) throw new Error(JSON.stringify(document.faults));
  return document;
}

describe('locate', () => {
  test('finds values, keys, items and the nearest parent of what is not there', async () => {
    const { locate } = await parsed('a:\n  b: [x, y]\n1: { c: 010 }\n');
    expect(locate(['a', 'b', 1])).toEqual({ line: 2, column: 10 });
    expect(locate(['a', 'b'], 'key')).toEqual({ line: 2, column: 3 });
    expect(locate(['a', 'nope', 'deeper'])).toEqual({ line: 2, column: 3 });
    expect(locate(['1', 'c'])).toEqual({ line: 3, column: 9 });
    expect(locate([])).toEqual({ line: 1, column: 1 });
  });

  test('follows aliases to where the value is written', async () => {
    const { locate, written } = await parsed('base: &base\n  level: 1.10\nuse: *base\n');
    expect(locate(['use', 'level'])).toEqual({ line: 2, column: 10 });
    expect(written(['use', 'level'])).toBe('1.10');
  });
});

test('keys that stand twice are faults, and the document keeps the last of each', async () => {
  const document = await parseYaml('a: 1\nb: { c: 1, c: 2 }\na: 3\n');
  expect(document).toMatchObject({
    faults: [
      { message: 'The key "a" stands here a second time; the first is on line 1.', line: 3, column: 1 },
      { message: 'The key "c" stands here a second time; the first is on line 2.', line: 2, column: 12 },
    ],
    document: { value: { a: 3, b: { c: 2 } } },
  });
});

test('what is wrong at one place is told once', async () => {
  expect(await parseYaml('{ "a": { "b": 1 }\n')).toEqual({
    faults: [{ message: 'Flow map must end with a }', line: 2, column: 1 }],
  });
});

test('a key named __proto__ is a key, not the prototype', async () => {
  const { value } = await parsed('__proto__: { polluted: true }\n');
  expect(Object.keys(value as object)).toEqual(['__proto__']);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});
