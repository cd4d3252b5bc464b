/** What a word of health means. */
export type Meaning = 'pass' | 'warn' | 'fail';

/**
 * The words of the formats that people use: the IETF's draft, Spring, Quarkus, NestJS, ASP.NET, gRPC, Elasticsearch, Laravel,
 * Symfony and many smaller ones. Any other word is somebody's own and means nothing.
 */
const WORDS: Readonly<Record<Meaning, readonly string[]>> = {
  pass: [
    ...['pass', 'passing', 'ok', 'up', 'healthy', 'green', 'serving', 'available', 'working', 'ready', 'alive', 'live'],
    ...['operational', 'check_result_ok', 'true'],
  ],
  warn: ['warn', 'warning', 'degraded', 'yellow', 'partially_available', 'partial_outage', 'check_result_warning'],
  fail: [
    ...[
      'fail',
      'failed',
      'failing',
      'failure',
      'error',
      'errored',
      'down',
      'unhealthy',
      'unavailable',
      'red',
      'critical',
    ],
    ...['unknown', 'out_of_service', 'shutting_down', 'not_serving', 'service_unknown', 'not_ready', 'ko', 'crashed'],
    ...['not_ok', 'nok', 'not_healthy', 'not_available', 'service_unavailable', 'internal_server_error', 'stopped'],
    ...[
      'false',
      'dead',
      'offline',
      'outage',
      'major_outage',
      'unreachable',
      'broken',
      'check_result_critical',
      'check_result_unknown',
    ],
  ],
};

const MEANINGS: ReadonlyMap<string, Meaning> = new Map(
  Object.entries(WORDS).flatMap(([meaning, words]) => words.map((word) => [word, meaning as Meaning])),
);

/** The meaning of a status value: a word in any spelling, a boolean, or an HTTP status; undefined for what is none. */
export function meaningOf(value: unknown): Meaning | undefined {
  if (typeof value === 'boolean') return value ? 'pass' : 'fail';
  if (typeof value === 'number') return value >= 400 && value <= 599 ? 'fail' : undefined;
  if (typeof value !== 'string') return undefined;
  return MEANINGS.get(
    value
      .trim()
      .replace(/([a-z])([A-Z])/g, '$1_$2')
      .replace(/[\s-]+/g, '_')
      .toLowerCase(),
  );
}

/** The meaning of a short text: the word that it is, or the one it begins with before a colon, a dash or its next line. */
export function meaningOfText(text: string): Meaning | undefined {
  const [first = ''] = text.trim().split(/\n|:| - /, 1);
  return meaningOf(first.replace(/[.!]+$/, ''));
}
