/**
 * Takes the operations that the embedded GitHub answers out of GitHub's own REST description and writes them to
 * simulator/github-api.json, so that requests and answers can be checked without the 400 MB the description takes.
 *
 *   npm install --prefix FOLDER @octokit/openapi@23
 *   npx node scripts/extract-github-api.ts FOLDER/node_modules/@octokit/openapi
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { operations } from '../simulator/operations.ts';
import { mistake, readArguments } from './arguments.ts';
import { root } from './project.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Node = { [key: string]: Json };

/** The API version whose breaking changes are applied to a second copy of the operations they touch. */
const nextVersion = '2026-03-10';
const dropped = new Set([
  ...[
    'description',
    'example',
    'examples',
    'externalDocs',
    'title',
    'default',
    'discriminator',
    'format',
    'deprecated',
  ],
  ...['readOnly', 'writeOnly', 'nullable', 'summary'],
]);

const [folder] = readArguments({}, { most: 1 }).words;
if (folder === undefined) {
  mistake('FOLDER of the installed package @octokit/openapi is missing');
}
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
const description = JSON.parse(readFileSync(join(folder, 'generated', 'api.github.com.json'), 'utf8')) as Node;
const schemas: Node = {};

function isNode(value: Json | undefined): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function node(value: Json | undefined, what: string): Node {
  if (!isNode(value)) throw new Error(`${what} is not an object in the description`);
  return value;
}

/** What `value` points to, where it is a reference: `#/components/…`. */
function resolve(value: Json | undefined, what: string): Node {
  const found = node(value, what);
  if (typeof found.$ref !== 'string') return found;
  const target = found.$ref
    .split('/')
    .slice(1)
    .reduce<Json | undefined>((at, key) => node(at, what)[key], description);
  return resolve(target, found.$ref);
}

/** A schema of OpenAPI 3.0 as JSON Schema; what it refers to is collected under its own name. */
function schemaOf(value: Json): Json {
  if (Array.isArray(value)) return value.map(schemaOf);
  if (!isNode(value)) return value;
  if (typeof value.$ref === 'string') {
    const name = value.$ref.slice('#/components/schemas/'.length);
    if (!(name in schemas)) {
      schemas[name] = true; // taken: a schema may refer to itself
      schemas[name] = schemaOf(resolve(value, name));
    }
    return { $ref: `#/schemas/${name}` };
  }
  const keywords = Object.entries(value).filter(([key]) => !dropped.has(key) && !key.startsWith('x-'));
  const plain = Object.fromEntries(keywords.map(([key, child]) => keyword(key, child)));
  return value.nullable === true ? nullable(plain) : plain;
}

function keyword(key: string, value: Json): [string, Json] {
  if (key === 'properties') return [key, propertiesOf(node(value, key))];
  if (key === 'enum') return [key, value];
  // Alternatives overlap in the description: what GitHub answers often matches two of them.
  return [key === 'oneOf' ? 'anyOf' : key, schemaOf(value)];
}

/** Property names are no keywords: one that is called `description` stays. */
function propertiesOf(properties: Node): Node {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, schemaOf(schema)]));
}

function nullable(schema: Node): Node {
  if (typeof schema.type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  return {
    ...schema,
    type: [schema.type, 'null'],
    ...(Array.isArray(schema.enum) && { enum: [...schema.enum, null] }),
  };
}

function bodySchema(holder: Node): Json | undefined {
  const content = isNode(holder.content) ? holder.content : {};
  const json = content['application/json'];
  return isNode(json) && json.schema !== undefined ? schemaOf(json.schema) : undefined;
}

function operationOf(operation: Node): Node {
  const parameters = Array.isArray(operation.parameters) ? operation.parameters : [];
  const request = operation.requestBody === undefined ? undefined : resolve(operation.requestBody, 'request');
  const requestSchema = request && bodySchema(request);
  const responses: Node = {};
  for (const [status, response] of Object.entries(node(operation.responses, 'responses'))) {
    responses[status] = bodySchema(resolve(response, status)) ?? null;
  }
  return {
    query: Object.fromEntries(
      parameters
        .map((parameter) => resolve(parameter, 'parameter'))
        .filter((parameter) => parameter.in === 'query')
        .map(({ name, schema }) => [String(name), schemaOf(schema ?? {})]),
    ),
    ...(requestSchema !== undefined && { request: requestSchema, required: request?.required === true }),
    responses,
  };
}

/** The operation as `nextVersion` has it, by the JSON patches that GitHub publishes with the description. */
function patched(operation: Node): Node | undefined {
  const changes = Array.isArray(operation['x-github-breaking-changes']) ? operation['x-github-breaking-changes'] : [];
  const patches = changes.filter((change) => isNode(change) && change.version === nextVersion);
  if (patches.length === 0) return undefined;
  const copy = structuredClone(operation);
  for (const change of patches) {
    const steps = isNode(change) && Array.isArray(change.patch) ? change.patch : [];
    for (const step of steps) applyPatch(copy, node(step, 'patch'));
  }
  return copy;
}

function applyPatch(target: Node, { op, path, value }: Node): void {
  const keys = String(path)
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop() ?? '';
  const parent = keys.reduce<Json | undefined>((at, key) => (isNode(at) ? at[key] : undefined), target);
  if (!isNode(parent)) return;
  if (op === 'remove') delete parent[last];
  else parent[last] = value ?? null;
}

const paths = node(description.paths, 'paths');
const extracted: Node = {};
const next: Node = {};
for (const { id, method, path } of operations) {
  const found = node(node(paths[path], path)[method.toLowerCase()], `${method} ${path}`);
  if (found.operationId !== id) throw new Error(`${method} ${path} is ${String(found.operationId)}, not ${id}`);
  extracted[id] = operationOf(found);
  const changed = patched(found);
  const after = changed && operationOf(changed);
  if (after && JSON.stringify(after) !== JSON.stringify(extracted[id])) next[id] = after;
}
schemaOf({ $ref: '#/components/schemas/basic-error' });
const file = join(root, 'simulator', 'github-api.json');
const text = JSON.stringify({
  source: `@octokit/openapi ${version}`,
  nextVersion,
  operations: extracted,
  next,
  schemas,
});
writeFileSync(file, `${text}\n`);
console.log(`${file}: ${Object.keys(extracted).length} operations, ${Math.round(text.length / 1024)} kB`);
