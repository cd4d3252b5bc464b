import { messageOf } from '../errors.ts';
import type { Probe } from './compare.ts';
import type { HttpAnswer, HttpCall } from './http.ts';
import { textAt } from './rest-record.ts';

const FAILING = /^(fail|failed|failing|down|error|critical|unhealthy|out_of_service)$/i;
const ATTEMPTS = 2;

/** A plain look at a health endpoint: its status, what its body says of itself, its version. */
export function plainProbe(http: HttpCall, signal: AbortSignal, deadline = 10_000): (url: string) => Promise<Probe> {
  return async (url) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return judge(await http({ method: 'GET', url, headers: { accept: 'application/json' }, deadline, signal }));
      } catch (error) {
        signal.throwIfAborted();
        if (attempt === ATTEMPTS) return { verdict: 'unhealthy', detail: messageOf(error) };
      }
    }
  };
}

function judge({ status, headers, text }: HttpAnswer): Probe {
  if (status < 200 || status > 299) return { verdict: 'unhealthy', detail: `it answered ${status}` };
  if ((headers['content-type'] ?? '').includes('text/html')) {
    return { verdict: 'inconclusive', detail: `it answered ${status} with an HTML page` };
  }
  const body = parse(text);
  const said = textAt(body, 'status');
  if (said !== undefined && FAILING.test(said)) return { verdict: 'unhealthy', detail: `it says status: ${said}` };
  const version = textAt(body, 'version') ?? textAt(body, 'releaseId');
  return { verdict: 'healthy', detail: `it answered ${status}`, ...(version === undefined ? {} : { version }) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
