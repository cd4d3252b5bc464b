import type { Check } from './check.ts';

/** Headers whose values are credentials by their name. */
const SECRET_HEADER = /authorization|cookie|token|secret|key|password|signature/i;
/** A shorter value is a version or a flag, and would be masked in every other word. */
const SHORTEST_SECRET = 6;

/** The values of headers that are credentials by their name, with and without their scheme. */
export function secretsInHeaders(checks: readonly Check[]): string[] {
  const requests = checks.flatMap(({ target }) => {
    if (target.kind === 'suite') return target.steps.map((step) => step.request);
    return 'request' in target ? [target.request] : [];
  });
  const headers = requests.flatMap((request) => Object.entries(request.headers));
  const values = headers.flatMap(([name, value]) =>
    SECRET_HEADER.test(name) ? [value, value.replace(/^\S+ +/, '')] : [],
  );
  return values.filter((value) => value.length >= SHORTEST_SECRET);
}
