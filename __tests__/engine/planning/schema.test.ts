import { expect, test } from '@jest/globals';
import library from 'ajv';
import hubSchema from '../../../hub.schema.json' with { type: 'json' };
import schema from '../../../release-train.schema.json' with { type: 'json' };
import { parseChecks } from '../../../src/services/health/parse-checks.ts';

const { Ajv } = library;

test.each([
  ['manifest', schema],
  ['hub file', hubSchema],
])('the schema of a %s is a valid draft-07 schema and uses no keyword that validators ignore', (_, one) => {
  const ajv = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true });
  expect(ajv.validateSchema(one)).toBe(true);
  expect(() => ajv.compile(one)).not.toThrow();
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

test('a health check in a manifest has the fields that verify-health reads, no more and no fewer', async () => {
  const kinds = ['http', 'tcp', 'dns', 'tls', 'mcp', 'suite'];
  const parsed = await Promise.all(kinds.map((kind) => parseChecks([{ kind, 'no-such-field': 1 }])));
  const known = parsed.flatMap((result) => {
    const messages = 'faults' in result ? result.faults.map(({ message }) => message) : [];
    return messages.flatMap(
      (message) => /no-such-field.*expected one of (.*)\.$/.exec(message)?.[1]?.split(', ') ?? [],
    );
  });
  expect(Object.keys(schema.definitions.check.properties).sort()).toEqual([...new Set(known)].sort());
});
