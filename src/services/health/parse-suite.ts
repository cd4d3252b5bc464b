import { type Fault, messageOf } from '../../platform/errors.ts';
import type { Capture, SuiteStep } from './check.ts';
import type { Conditions } from './condition.ts';
import { type Fields, fieldsOf } from './fields.ts';
import { parseExpectations } from './parse-expectations.ts';
import { parseRequest, REQUEST_FIELDS, webUrl } from './parse-request.ts';
import { PLACEHOLDER } from './probe-suite.ts';

const STEP_FIELDS = [
  ...['name', ...REQUEST_FIELDS, 'expect-status', 'expect-version', 'version', 'version-path'],
  ...['condition', 'max-latency', 'capture', 'cleanup'],
];
const MAX_STEPS = 50;

interface Context {
  readonly conditions: Conditions;
  readonly faults: Fault[];
  readonly place: string;
}

/** The steps of a suite; `url` and `headers` of the suite are the base of theirs. */
export function parseSteps(suite: Fields, context: Context): SuiteStep[] | undefined {
  const given = suite.raw('steps');
  if (!Array.isArray(given) || given.length === 0 || given.length > MAX_STEPS) {
    return suite.fault('steps', `expected a list of 1 to ${MAX_STEPS} steps.`);
  }
  const base = suite.has('url') ? webUrl(suite) : undefined;
  const shared = suite.texts('headers') ?? {};
  const captured = new Set<string>();
  const steps = given.map((value, index) => {
    const fields = fieldsOf(value, `${context.place}, steps[${index}]`, context.faults);
    const step = parseStep(fields, { ...context, base, shared, index });
    if (step) checkUses(step, fields, captured);
    for (const name of Object.keys(step?.capture ?? {})) captured.add(name);
    return step;
  });
  return steps.filter((step) => step !== undefined);
}

function parseStep(
  fields: Fields,
  {
    base,
    shared,
    index,
    conditions,
  }: Context & { base: string | undefined; shared: Readonly<Record<string, string>>; index: number },
): SuiteStep | undefined {
  fields.only(STEP_FIELDS);
  const url = webUrl(fields, base);
  const expect = parseExpectations(fields, conditions);
  const capture = parseCapture(fields, conditions);
  const request = url === undefined ? undefined : parseRequest(fields, url);
  if (url === undefined || !request) return undefined;
  // Headers of the suite may be credentials for its own origin.
  const sameOrigin = base !== undefined && new URL(url).origin === new URL(base).origin;
  const headers = { ...(sameOrigin ? shared : {}), ...request.headers };
  const cleanup = fields.flag('cleanup') ?? false;
  const name = fields.text('name') ?? `step ${index + 1}`;
  return { name, request: { ...request, headers }, expect, capture, cleanup };
}

function parseCapture(fields: Fields, conditions: Conditions): Record<string, Capture> {
  const captures: Record<string, Capture> = {};
  for (const [name, from] of Object.entries(fields.texts('capture') ?? {})) {
    if (!/^[A-Za-z_]\w*$/.test(name)) {
      fields.fault('capture', `${JSON.stringify(name)} is no name, expected letters, digits and underscores.`);
      continue;
    }
    try {
      captures[name] = from.startsWith('/')
        ? { pointer: from }
        : { expression: conditions.compile(from, 'expression') };
    } catch (error) {
      fields.fault('capture', `${name}: ${messageOf(error)}. Expected a JSON pointer such as /id or an expression.`);
    }
  }
  return captures;
}

/** A value must have been captured by an earlier step; otherwise the request would carry nonsense. */
function checkUses(step: SuiteStep, fields: Fields, captured: ReadonlySet<string>): void {
  const { url, headers, body = '' } = step.request;
  if (/^[^/]*\/\/[^/]*\{captured\./.test(url))
    fields.fault('url', 'a captured value cannot stand in the host, only after it.');
  const texts = [url, ...Object.values(headers), body].join('\n');
  const inTexts = [...texts.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
  const expressions = [
    step.expect.condition,
    ...Object.values(step.capture).flatMap((from) => ('expression' in from ? [from.expression] : [])),
  ];
  const inExpressions = expressions
    .flatMap((expression) => [...(expression?.refersTo ?? [])])
    .flatMap((name) => name.match(/^captured\.(.+)$/)?.[1] ?? []);
  for (const name of new Set([...inTexts, ...inExpressions])) {
    if (captured.has(name)) continue;
    const known =
      captured.size > 0 ? `captured so far: ${[...captured].join(', ')}` : 'nothing has been captured so far';
    fields.fault('uses', `the value captured.${name}, which no earlier step captures (${known}).`);
  }
}
