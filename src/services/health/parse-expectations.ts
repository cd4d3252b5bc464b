import { messageOf } from '../../platform/errors.ts';
import { scalarText } from '../../platform/text/scalar-text.ts';
import type { Expectations, StatusRange } from './check.ts';
import type { Condition, Conditions } from './condition.ts';
import type { Fields } from './fields.ts';

/** What a check, or a step of a suite, expects of its answer. */
export function parseExpectations(fields: Fields, conditions: Conditions): Expectations {
  if (fields.has('version') && fields.has('expect-version')) {
    fields.fault('version', 'is the same as expect-version; give one of the two.');
  }
  const expect: { readonly [K in keyof Omit<Expectations, 'acceptsPages'>]-?: Expectations[K] | undefined } = {
    status: parseStatuses(fields),
    version: fields.text('expect-version') ?? fields.text('version'),
    versionPath: fields.text('version-path'),
    condition: parseCondition(fields, conditions),
    maxLatencyMs: fields.duration('max-latency'),
  };
  return Object.fromEntries(Object.entries(expect).filter(([, value]) => value !== undefined));
}

function parseCondition(fields: Fields, conditions: Conditions): Condition | undefined {
  const source = fields.text('condition');
  if (source === undefined) return undefined;
  try {
    return conditions.compile(source);
  } catch (error) {
    return fields.fault('condition', `${messageOf(error)}. The condition is ${JSON.stringify(source.slice(0, 200))}.`);
  }
}

/** `expect-status`: a status, a list of them, or a text such as `200, 204, 3xx, 400-404`. */
function parseStatuses(fields: Fields): readonly StatusRange[] | undefined {
  const given = fields.raw('expect-status');
  if (given === undefined) return undefined;
  const parts = [given].flat().flatMap((part) => scalarText(part ?? 'null').split(/[\s,]+/));
  const ranges = parts.filter((part) => part !== '').map(statusRange);
  const valid = ranges.filter((range) => range !== undefined);
  if (valid.length === ranges.length && valid.length > 0) return valid;
  const found = JSON.stringify(given).slice(0, 80);
  return fields.fault('expect-status', `found ${found}, expected statuses such as 200, 204, 2xx or 200-299.`);
}

function statusRange(text: string): StatusRange | undefined {
  const family = /^([1-5])xx$/i.exec(text);
  if (family) return { from: Number(family[1]) * 100, to: Number(family[1]) * 100 + 99 };
  const range = /^([1-5]\d\d)(?:-([1-5]\d\d))?$/.exec(text);
  if (!range) return undefined;
  const [from, to] = [Number(range[1]), Number(range[2] ?? range[1])];
  return from <= to ? { from, to } : undefined;
}
