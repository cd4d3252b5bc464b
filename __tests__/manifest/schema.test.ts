import { expect, test } from '@jest/globals';
import library from 'ajv';
import schema from '../../release-train.schema.json' with { type: 'json' };

const { Ajv } = library;

test('the schema is a valid draft-07 schema and uses no keyword that validators ignore', () => {
  const ajv = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true });
  expect(ajv.validateSchema(schema)).toBe(true);
  expect(() => ajv.compile(schema)).not.toThrow();
});

interface Rule {
  readonly type?: unknown;
  readonly enum?: unknown;
  readonly pattern?: unknown;
  readonly title?: unknown;
  readonly description?: unknown;
}

/** Every object of the schema with the path that leads to it. */
function* rules(value: unknown = schema, path = '#'): Generator<{ rule: Rule; path: string }> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  yield { rule: value, path };
  for (const [key, item] of Object.entries(value)) yield* rules(item, `${path}/${key}`);
}

test('every key of the manifest is described for whoever hovers over it', () => {
  const keys = [...rules()].filter(({ path }) => /\/properties\/[^/]+$/.test(path));
  expect(keys.length).toBeGreaterThan(40);
  expect(keys.filter(({ rule }) => !rule.description).map(({ path }) => path)).toEqual([]);
});

test('every rule can say what it expects', () => {
  const own = [...rules()].filter(
    ({ rule, path }) =>
      !path.endsWith('/properties') && (typeof rule.pattern === 'string' || 'enum' in rule || 'type' in rule),
  );
  expect(own.length).toBeGreaterThan(20);
  expect(own.filter(({ rule }) => typeof rule.title !== 'string').map(({ path }) => path)).toEqual([
    '#/properties/$schema',
  ]);
});
