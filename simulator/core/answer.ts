import { isRecord } from '../../src/records.ts';
import type { Access } from './access.ts';
import type { World } from './world.ts';

/** One answer, before faults and transport. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
}

/** A request that has been understood: routed, authorised, parsed. */
export interface ApiCall {
  readonly world: World;
  readonly access: Access;
  readonly operation: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly apiVersion: string;
  readonly accept: string;
  /** Lists show the world as it was then. */
  readonly asOf: number | undefined;
  /** A dispatch makes this many runs; 1 but for faults. */
  readonly copies: number;
  /** GitHub Enterprise Server before 3.21. */
  readonly old: boolean;
}

/** An answer that says what was wrong with the request. */
export class Problem extends Error {
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    extra: { details?: Record<string, unknown>; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.status = status;
    this.details = extra.details ?? {};
    this.headers = extra.headers ?? {};
  }
}

export function notFound(): Problem {
  return new Problem(404, 'Not Found');
}

export function problemAnswer(problem: Problem): Answer {
  const body = {
    message: problem.message,
    ...problem.details,
    documentation_url: 'https://docs.github.com/rest',
    status: String(problem.status),
  };
  return json(problem.status, body, problem.headers);
}

const jsonType = 'application/json; charset=utf-8';

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return { status, headers: { 'content-type': jsonType, ...headers }, body: JSON.stringify(value) };
}

/** JSON that is text already. */
export function rawJson(text: string, headers: Record<string, string> = {}): Answer {
  return { status: 200, headers: { 'content-type': jsonType, ...headers }, body: text };
}

export function noContent(): Answer {
  return { status: 204, headers: {}, body: undefined };
}

export function redirect(location: string): Answer {
  return { status: 302, headers: { location, 'content-type': 'text/html;charset=utf-8' }, body: '' };
}

/** The texts of the body that must be there. */
export function requiredText(body: Readonly<Record<string, unknown>>, key: string): string {
  const value = body[key];
  if (typeof value === 'string') return value;
  throw new Problem(422, `Invalid request.\n\n"${key}" wasn't supplied.`);
}

export function optionalText(body: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const value = body[key];
  return typeof value === 'string' ? value : undefined;
}

export function objectIn(body: Readonly<Record<string, unknown>>, key: string): Record<string, unknown> {
  const value = body[key];
  return isRecord(value) ? { ...value } : {};
}

export function listIn(body: Readonly<Record<string, unknown>>, key: string): unknown[] {
  const value = body[key];
  return Array.isArray(value) ? value : [];
}

export function validationFailed(resource: string, field: string, code: string): Problem {
  return new Problem(422, 'Validation Failed', { details: { errors: [{ resource, field, code }] } });
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly headers: Record<string, string>;
}

/** One page of a list, and the `link` header that leads to the others. */
export function paginate<T>(call: ApiCall, all: readonly T[], path: string): Page<T> {
  const perPage = Math.min(100, Math.max(1, Number(call.query.get('per_page') ?? 30) || 30));
  const page = Math.max(1, Number(call.query.get('page') ?? 1) || 1);
  const last = Math.max(1, Math.ceil(all.length / perPage));
  const items = all.slice((page - 1) * perPage, page * perPage);
  if (last === 1) return { items, headers: {} };
  const link = (to: number, rel: string) => {
    const query = new URLSearchParams(call.query);
    query.set('page', String(to));
    return `<${call.world.places.api}${path}?${query}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ];
  return { items, headers: { link: links.join(', ') } };
}
