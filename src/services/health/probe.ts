import { tryConnection } from '../../platform/net/connect.ts';
import { RequestError } from '../../platform/net/request-error.ts';
import { DAY_MS } from '../../platform/time/duration.ts';
import { type ProbeContext, request } from './ask.ts';
import { assess, commonReasons } from './assess.ts';
import type { Address, Check } from './check.ts';
import type { AnswerFacts } from './condition.ts';
import { type HealthCause, judged, type Observation, passed } from './observation.ts';
import { probeDns } from './probe-dns.ts';
import { probeMcp } from './probe-mcp.ts';
import { probeSuite } from './probe-suite.ts';

/** Looks at a target once. Never throws for anything the target does. */
export type Probe = (check: Check, context: ProbeContext) => Promise<Observation>;

export async function probe(check: Check, context: ProbeContext): Promise<Observation> {
  try {
    const observation = await look(check, context);
    return check.untilGone ? goneFrom(observation) : observation;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return check.untilGone ? goneWithout(error) : unanswered(error);
  }
}

async function look(check: Check, context: ProbeContext): Promise<Observation> {
  const { target } = check;
  switch (target.kind) {
    case 'http':
      return assess(await request(target.request, context, check), check.expect, { url: target.request.url })
        .observation;
    case 'tcp':
      return probeConnection(target.place, check, context);
    case 'tls':
      return probeConnection(target.place, check, { ...context, minDays: target.minDays });
    case 'dns':
      return probeDns(target, check.expect, context);
    case 'mcp':
      return probeMcp(target, check.expect, context);
    case 'suite':
      return probeSuite(target.steps, check.expect, context);
  }
}

async function probeConnection(
  place: Address,
  check: Check,
  context: ProbeContext & { minDays?: number },
): Promise<Observation> {
  const { network, timeoutMs, signal, minDays } = context;
  const secure = minDays !== undefined;
  const { latencyMs, certificate } = await tryConnection(place, { network, timeoutMs, signal, secure });
  const facts: AnswerFacts = {
    status: 0,
    headers: {},
    body: null,
    text: '',
    latency: latencyMs,
    certificate,
    captured: {},
  };
  const reasons = commonReasons(facts, check.expect, []);
  if (!certificate) return judged(reasons, { latency: latencyMs, answer: 'connected' });
  const days = Math.floor((certificate.notAfter - context.now) / DAY_MS);
  const date = new Date(certificate.notAfter).toISOString().slice(0, 10);
  const expiry = `the certificate of ${certificate.subject} expires on ${date}, in ${days} days`;
  if (minDays !== undefined && days < minDays) {
    reasons.push({ cause: 'certificate', text: `${expiry}; expected at least ${minDays} days` });
  }
  return judged(reasons, { latency: latencyMs, answer: `certificate valid for ${days} days` });
}

/** What a look without an answer says: faults of our own side are no evidence against the target. */
function unanswered(error: RequestError): Observation {
  const causes: Partial<Record<RequestError['failure'], HealthCause>> = {
    refused: 'refused',
    protocol: 'body',
    'too-large': 'body',
    redirect: 'refused',
    tls: 'tls',
    local: 'local',
    cancelled: 'cancelled',
  };
  const cause = causes[error.failure] ?? 'no-answer';
  const timedOut = error.failure === 'timeout';
  const observation = judged([{ cause, text: error.message }], { answer: 'no answer', timedOut });
  if (cause === 'local' || cause === 'cancelled') return { ...observation, outcome: 'unobserved' };
  return { ...observation, final: error.failure === 'refused' };
}

function goneFrom(observation: Observation): Observation {
  const { status, answer = 'an answer', latency } = observation;
  const gone = status === 404 || status === 410;
  const reasons = gone ? [] : [{ cause: 'still-there' as const, text: `it still gives ${answer}` }];
  return judged(reasons, {
    answer,
    ...(status === undefined ? {} : { status }),
    ...(latency === undefined ? {} : { latency }),
  });
}

/** A timeout is no proof of absence: what hangs may still serve somebody. */
function goneWithout(error: RequestError): Observation {
  const refused = error.failure === 'connection' && /\(ECONNREFUSED\)/.test(error.message);
  return refused || error.failure === 'name' ? passed({ answer: 'gone' }) : unanswered(error);
}
