import type { Answer } from '../../platform/net/safe-request.ts';
import { type Json, readJson, valueAt } from './bounded-json.ts';
import type { Expectations, StatusRange } from './check.ts';
import type { Facts } from './condition.ts';
import { type Claim, claimOf } from './health-formats.ts';
import { judged, type Observation, type Reason } from './observation.ts';

const SUCCESS: readonly StatusRange[] = [{ from: 200, to: 299 }];
const JSON_TYPE = /^[^;]*[/+]json\s*(;|$)/i;

/** The parts of an answer that expectations are about. */
export interface Assessed {
  readonly observation: Observation;
  readonly facts: Facts;
}

/**
 * Judges an HTTP answer. Whatever is not understood speaks against it: a body that claims to be JSON and is none, a condition that
 * cannot be computed, a version that is not there.
 */
export function assess(answer: Answer, expect: Expectations, captured: Facts['captured'] = {}): Assessed {
  const json = readJson(answer.text);
  const facts: Facts = {
    status: answer.status,
    headers: answer.headers,
    body: json.kind === 'json' ? json.value : null,
    text: answer.text,
    latency: answer.latency,
    certificate: answer.certificate,
    captured,
  };
  const type = answer.headers['content-type'] ?? '';
  const claim = claimOf(facts.body, type);
  const version = versionOf(facts.body, expect.versionPath);
  const reasons = [
    statusReason(answer.status, expect),
    bodyReason(json, { type, status: answer.status, text: answer.text }),
    claimReason(claim, answer.status, expect),
    ...commonReasons(facts, expect, version),
  ].filter((reason) => reason !== undefined);
  const notes = [
    ...(claim?.claim === 'warn' ? [`it warns: ${claim.detail}`] : []),
    ...(answer.validUtf8 ? [] : ['the body is not valid UTF-8']),
  ];
  const details = { notes, latency: answer.latency, status: answer.status, answer: String(answer.status) };
  return { observation: judged(reasons, { ...details, ...(version === undefined ? {} : { version }) }), facts };
}

/** Version, latency and condition: what every kind of check can be held to. */
export function commonReasons(facts: Facts, expect: Expectations, version: string | undefined): Reason[] {
  const reasons: Reason[] = [];
  if (expect.version !== undefined && version !== expect.version) {
    const found = version === undefined ? 'no version' : `version ${quoted(version)}`;
    const place = expect.versionPath ?? 'version or releaseId';
    const hint = version === undefined ? ` (looked at ${place})` : '';
    reasons.push({ cause: 'version', text: `it has ${found}${hint}, expected ${quoted(expect.version)}` });
  }
  if (expect.maxLatency !== undefined && facts.latency > expect.maxLatency) {
    const text = `it took ${Math.round(facts.latency)} ms, expected at most ${expect.maxLatency} ms`;
    reasons.push({ cause: 'latency', text });
  }
  const refuted = expect.condition?.refuted(facts);
  if (refuted !== undefined) reasons.push({ cause: 'condition', text: `condition: ${refuted}` });
  return reasons;
}

function statusReason(status: number, expect: Expectations): Reason | undefined {
  if (!expect.status && expect.condition?.refersTo.has('status')) return undefined;
  const ranges = expect.status ?? SUCCESS;
  if (ranges.some(({ from, to }) => status >= from && status <= to)) return undefined;
  return { cause: 'status', text: `it answered ${status}, expected ${formatRanges(ranges)}` };
}

function claimReason(claim: Claim | undefined, status: number, expect: Expectations): Reason | undefined {
  if (claim?.claim !== 'fail') return undefined;
  // Who asks for an error, or for a status word, gets to judge the document that comes with it.
  const asksForError = expect.status !== undefined && status >= 400;
  if (asksForError || expect.condition?.refersTo.has('body.status')) return undefined;
  return { cause: 'claim', text: `it says of itself: ${claim.detail}` };
}

function bodyReason(json: Json, answer: { type: string; status: number; text: string }): Reason | undefined {
  const mayBeEmpty = answer.text === '' || answer.status === 204;
  if (json.kind === 'json' || mayBeEmpty || !JSON_TYPE.test(answer.type)) return undefined;
  return { cause: 'body', text: `the body is declared ${answer.type.split(';')[0]}, but is no JSON: ${json.reason}` };
}

function versionOf(body: unknown, path: string | undefined): string | undefined {
  const candidates =
    path === undefined ? [valueAt(body, 'version'), valueAt(body, 'releaseId')] : [valueAt(body, path)];
  const version = candidates.find((value) => typeof value === 'string' || typeof value === 'number');
  return version === undefined ? undefined : String(version).slice(0, 100);
}

function formatRanges(ranges: readonly StatusRange[]): string {
  return ranges.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}

function quoted(version: string): string {
  return JSON.stringify(version);
}
