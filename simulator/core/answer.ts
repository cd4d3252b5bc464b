import { isRecord } from '../../src/platform/records.ts';

/** One answer, before faults and transport. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
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
    // It is an answer, no defect: nobody reads its stack, which takes longer to write down than the answer.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
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
