import type { ErrorObject, ValidateFunction } from 'ajv';
import { scalarText } from '../../platform/text/scalar-text.ts';
import { didYouMean, listed, quote } from '../../platform/text/wording.ts';
import { collectFaults, type TrainFault } from '../../train/manifest/faults.ts';

/** A kind of document that has a schema. */
interface DocumentKind {
  /** JSON Schema (draft 7) whose titles say what is expected. */
  readonly schema: object;
  /** What people call it: `manifest`. */
  readonly name: string;
  /** What it is made of: `name and components`. */
  readonly holds: string;
  /** Words that people write for its keys. */
  readonly synonyms?: Readonly<Record<string, string>>;
}

export interface Structure<Raw> {
  readonly faults: readonly TrainFault[];
  /** What is left of the document without the values that break the schema, so that its meaning can be checked as well. */
  readonly sound: Raw;
}

/** Checks a document against its published schema and says every fault in the words of the document. */
export async function checkAgainstSchema<Raw extends object>(
  value: unknown,
  kind: DocumentKind,
): Promise<Structure<Raw>> {
  const { schema, name, holds, synonyms = {} } = kind;
  if (!isObject(value) || Array.isArray(value)) {
    const found = value === null || value === undefined ? 'the document is empty' : `found ${described(value)}`;
    return { faults: [{ at: [], message: `A ${name} is a map with ${holds}; ${found}.` }], sound: {} as Raw };
  }
  const validate = compiled.get(schema) ?? (await compile(schema));
  compiled.set(schema, validate);
  if (validate(value)) return { faults: [], sound: value as Raw };
  const faults = collectFaults();
  const sound = structuredClone(value);
  for (const error of validate.errors ?? []) {
    const path = pathOf(error);
    if (error.keyword === 'propertyNames' || isMisnamed(error, synonyms)) continue;
    faults.add(path, () => explain(error, path, kind), isAboutKey(error) ? 'key' : undefined);
    if (error.keyword !== 'required' && !isAboutName(error)) leaveOut(sound, path, error);
  }
  return { faults: faults.all(), sound: sound as Raw };
}

/** Compiled when it is first needed, and once: that takes longer than to check a document. */
const compiled = new WeakMap<object, ValidateFunction>();

async function compile(schema: object): Promise<ValidateFunction> {
  // Evaluated on first use: actions without such a document should not wait for the validator.
  // (By its default export: the bundler does not see the named ones of a CommonJS module whose export is a class.)
  const { default: library } = await import('ajv');
  // The schemas are ours, and tested: to check and to optimise them takes longer than all else.
  const quickly = { validateSchema: false, code: { optimize: false } };
  return new library.Ajv({ allErrors: true, verbose: true, allowUnionTypes: true, ...quickly }).compile(schema);
}

/** The fault stands at the key that is wrong, where it is a key. */
function pathOf(error: ErrorObject): string[] {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (error.keyword === 'additionalProperties') return [...path, String(error.params.additionalProperty)];
  return isAboutName(error) ? [...path, String(error.propertyName)] : path;
}

function isAboutName(error: ErrorObject): boolean {
  return error.propertyName !== undefined;
}

function isAboutKey(error: ErrorObject): boolean {
  return isAboutName(error) || ['additionalProperties', 'required', 'minProperties'].includes(error.keyword);
}

interface Described {
  readonly title?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, unknown>>;
}

function explain(error: ErrorObject, path: readonly string[], { name, synonyms = {} }: DocumentKind): string {
  const expected = (error.parentSchema ?? {}) as Described;
  const where = path.length > 0 ? path.join('.') : `The ${name}`;
  const title = expected.title ?? error.message ?? '';
  switch (error.keyword) {
    case 'additionalProperties': {
      const known = Object.keys(expected.properties ?? {}).filter((key) => key !== '$schema');
      const key = String(error.params.additionalProperty);
      const place = path.length > 1 ? ` in ${path.slice(0, -1).join('.')}` : '';
      return `Unknown key ${quote(key)}${place}${meant(key, known, synonyms) || `. Known: ${listed(known, 'and', 40)}.`}`;
    }
    case 'required':
      return `${where} has no ${error.params.missingProperty}, which is required.`;
    case 'enum':
      return `${where} is ${described(error.data)}; expected ${title}${didYouMean(scalarText(error.data), expected.enum ?? []) || '.'}`;
    case 'maxProperties':
    case 'uniqueItems':
      return `${where} is not ${title}: it ${error.message}.`;
    default:
      return isAboutName(error)
        ? `The key ${quote(error.propertyName)} in ${path.slice(0, -1).join('.')} is not valid; expected ${title}.`
        : `${where} is ${described(error.data)}; expected ${title}${unquoted(error.data)}.`;
  }
}

type Synonyms = Readonly<Record<string, string>>;

/** What is required is there, by another word, which is told anyway. */
function isMisnamed({ keyword, params, data }: ErrorObject, synonyms: Synonyms): boolean {
  if (keyword !== 'required' || !isObject(data)) return false;
  return Object.keys(data).some((key) => Object.hasOwn(synonyms, key) && synonyms[key] === params.missingProperty);
}

function meant(key: string, known: readonly string[], synonyms: Synonyms): string {
  const word = Object.hasOwn(synonyms, key) ? synonyms[key] : undefined;
  return word !== undefined && known.includes(word) ? `; did you mean ${quote(word)}?` : didYouMean(key, known);
}

/** `{version}` without quotes is a map to YAML, with one key and nothing in it. */
function unquoted(value: unknown): string {
  if (!isObject(value)) return '';
  const [[name, inside] = [], ...more] = Object.entries(value);
  return name !== undefined && inside === null && more.length === 0 ? `; write it in quotes: "{${name}}"` : '';
}

function described(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (isObject(value)) return Object.keys(value).length === 0 ? 'an empty map' : 'a map';
  return typeof value === 'string' ? quote(value) : `the ${typeof value} ${String(value)}`;
}

/**
 * Takes out what breaks the schema. Where a map belongs an empty one stays, so that its key is still known; in a list a hole
 * stays, so that the other items keep their places.
 */
function leaveOut(root: unknown, path: readonly string[], { keyword, params, data }: ErrorObject): void {
  const parent = path.slice(0, -1).reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), root);
  const last = path.at(-1);
  if (!isObject(parent) || last === undefined || !Object.hasOwn(parent, last)) return;
  if (keyword === 'type' && [params.type].flat().includes('object')) parent[last] = {};
  else if (keyword === 'type' || keyword === 'additionalProperties' || !isObject(data)) {
    Reflect.deleteProperty(parent, last);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
