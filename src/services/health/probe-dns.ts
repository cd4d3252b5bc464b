import { Resolver } from 'node:dns/promises';
import { withDeadline } from '../../platform/net/deadline.ts';
import { resolveHost } from '../../platform/net/network.ts';
import { RequestError } from '../../platform/net/request-error.ts';
import type { ProbeContext } from './ask.ts';
import { commonReasons } from './assess.ts';
import type { Expectations, Target } from './check.ts';
import { judged, type Observation } from './observation.ts';

type DnsTarget = Extract<Target, { kind: 'dns' }>;

/** Asks a name server for the records of a name. A condition sees them as `body`, a list. */
export async function probeDns(target: DnsTarget, expect: Expectations, context: ProbeContext): Promise<Observation> {
  const started = performance.now();
  const options = { timeoutMs: context.timeoutMs, target: target.name, signal: context.signal };
  const records = await withDeadline(options, async ({ race }) => {
    if (target.server) await race(resolveHost(hostOf(target.server), context.network));
    const resolver = new Resolver({ timeout: context.timeoutMs, tries: 1 });
    if (target.server) resolver.setServers([target.server]);
    try {
      return await race<readonly unknown[]>(resolve(resolver, target));
    } catch (error) {
      throw error instanceof RequestError && error.failure !== 'timeout' ? error : dnsError(error, target);
    } finally {
      resolver.cancel();
    }
  });
  const latency = performance.now() - started;
  const text = JSON.stringify(records);
  const facts = {
    status: 0,
    headers: {},
    body: JSON.parse(text) as unknown,
    text,
    latency,
    certificate: undefined,
    captured: {},
  };
  const reasons = commonReasons(facts, expect, []);
  if (records.length === 0) reasons.push({ cause: 'records', text: `${target.name} has no ${target.record} record` });
  return judged(reasons, { latency, answer: `${records.length} ${target.record} records` });
}

async function resolve(resolver: Resolver, { name, record }: DnsTarget): Promise<readonly unknown[]> {
  if (record === 'TXT') return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
  const records = await resolver.resolve(name, record);
  return Array.isArray(records) ? records : [records];
}

/** Only a name server's own word counts against the name; one that does not answer does so only where the check names it. */
function dnsError(error: unknown, { name, record, server }: DnsTarget): RequestError {
  const { code = '', message } = error as { code?: string; message: string };
  const answers = new Map([
    ['ENOTFOUND', `${name} does not exist`],
    ['ENODATA', `${name} has no ${record} record`],
  ]);
  const answer = answers.get(code);
  if (answer) return new RequestError('name', `${answer} (${code})`, { cause: error });
  return new RequestError(server ? 'connection' : 'local', `${name}: the name server did not answer: ${message}`, {
    cause: error,
  });
}

function hostOf(server: string): string {
  return server.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^([^:]*):\d+$/, '$1');
}
