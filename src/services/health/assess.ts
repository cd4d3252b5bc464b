import type { RequestAnswer } from '../../platform/net/safe-request.ts';
import { WEB_PAGE } from '../../platform/net/web-page.ts';
import { type Json, readJson } from './bounded-json.ts';
import { type Expectations, type StatusRange, withoutQuery } from './check.ts';
import type { AnswerFacts } from './condition.ts';
import { type SeenVersions, type VersionClaim, versionsIn } from './deployed-version.ts';
import { claimOf, type FormatClaim } from './health-formats.ts';
import { type HealthReason, judged, type Observation } from './observation.ts';

const SUCCESS: readonly StatusRange[] = [{ from: 200, to: 299 }];
const JSON_TYPE = /^[^;]*[/+]json\s*(;|$)/i;

/** The parts of an answer that expectations are about. */
interface Assessed {
  readonly observation: Observation;
  readonly facts: AnswerFacts;
}

/** What was asked: the URL before redirects, and what earlier steps captured. */
interface AskedOfCheck {
  readonly url: string;
  readonly captured?: AnswerFacts['captured'];
}

/**
 * Judges an HTTP answer. Whatever is not understood speaks against it: a body that claims to be JSON and is none, a condition that
 * cannot be computed, a version that is not there, a web page where health was asked for.
 */
export function assess(answer: RequestAnswer, expect: Expectations, { url, captured = {} }: AskedOfCheck): Assessed {
  const json = readJson(answer.text);
  const facts: AnswerFacts = {
    status: answer.status,
    headers: answer.headers,
    body: json.kind === 'json' ? json.value : null,
    text: answer.text,
    latency: answer.latencyMs,
    certificate: answer.certificate,
    captured,
  };
  const type = answer.headers['content-type'] ?? '';
  const claim = claimOf(facts.body, type, answer.text);
  const versions = versionsIn(facts.body, type, expect.versionPath);
  const origin = originReport(answer, url);
  const page = claim ? undefined : pageReason(answer, expect, { url, elsewhere: origin !== undefined });
  const reasons = [
    statusReason(answer.status, expect),
    bodyReason(json, { type, status: answer.status, text: answer.text }),
    claimReason(claim, answer.status, expect),
    page,
    ...commonReasons(facts, expect, versions.claims),
  ].filter((reason) => reason !== undefined);
  const notes = [
    ...(claim?.claim === 'warn' ? [`it warns: ${claim.detail}`] : []),
    ...(origin === undefined || page ? [] : [origin]),
    ...(answer.validText ? [] : [`the body is not valid ${answer.charset.toUpperCase()}`]),
  ];
  const observed = { notes, latency: answer.latencyMs, status: answer.status, answer: String(answer.status) };
  return { observation: judged(reasons, { ...observed, ...versionDetails(versions) }), facts };
}

function versionDetails({ claims, deployed }: SeenVersions): Partial<Observation> {
  const [first] = claims;
  if (first === undefined) return {};
  const shown = { version: deployed ?? first.version, versions: claims.map(({ version }) => version) };
  return deployed === undefined ? shown : { ...shown, deployedVersion: deployed };
}

/** Version, latency and condition: what every kind of check can be held to. */
export function commonReasons(
  facts: AnswerFacts,
  expect: Expectations,
  claims: readonly VersionClaim[],
): HealthReason[] {
  const reasons: HealthReason[] = [];
  const expected = expect.version;
  if (expected !== undefined && claims.length === 0) {
    const text = `it names no version (looked at ${expect.versionPath ?? 'version and releaseId'}), expected ${quoted(expected)}`;
    reasons.push({ cause: 'no-version', text });
  } else if (expected !== undefined && claims.every(({ version }) => version !== expected)) {
    const found = claims.map(({ field, version }) => `${field} ${quoted(version)}`).join(' and ');
    reasons.push({ cause: 'version', text: `it has ${found}, expected ${quoted(expected)}` });
  }
  if (expect.maxLatencyMs !== undefined && facts.latency > expect.maxLatencyMs) {
    const text = `it took ${Math.round(facts.latency)} ms, expected at most ${expect.maxLatencyMs} ms`;
    reasons.push({ cause: 'latency', text });
  }
  const refuted = expect.condition?.refuted(facts);
  if (refuted !== undefined) reasons.push({ cause: 'condition', text: `condition: ${refuted}` });
  return reasons;
}

function statusReason(status: number, expect: Expectations): HealthReason | undefined {
  if (!expect.status && expect.condition?.refersTo.has('status')) return undefined;
  const ranges = expect.status ?? SUCCESS;
  if (ranges.some(({ from, to }) => status >= from && status <= to)) return undefined;
  return { cause: 'status', text: `it answered ${status}, expected ${formatRanges(ranges)}` };
}

function claimReason(claim: FormatClaim | undefined, status: number, expect: Expectations): HealthReason | undefined {
  if (claim?.claim !== 'fail') return undefined;
  // Who asks for an error, or for a status word, gets to judge the document that comes with it.
  const asksForError = expect.status !== undefined && status >= 400;
  if (asksForError || expect.condition?.refersTo.has(`body.${claim.field ?? 'status'}`)) return undefined;
  return { cause: 'claim', text: `it says of itself: ${claim.detail}` };
}

function bodyReason(json: Json, answer: { type: string; status: number; text: string }): HealthReason | undefined {
  const mayBeEmpty = answer.text === '' || answer.status === 204;
  if (json.kind === 'json' || mayBeEmpty || !JSON_TYPE.test(answer.type)) return undefined;
  return {
    cause: 'body',
    text: `the body is declared ${answer.type.split(';')[0]}, but is not valid JSON: ${json.reason}`,
  };
}

/** The last part of the path of a URL at which services tell their health. */
const HEALTH_PATH =
  /^\W*(health|healthz|healthcheck|health-check|ready|readyz|readiness|live|livez|liveness|alive|ping|status|up|heartbeat)\b/i;

/** A login page, a maintenance page and a single-page application answer everything with 200. */
function pageReason(
  { status, text, url }: RequestAnswer,
  expect: Expectations,
  asked: { readonly url: string; readonly elsewhere: boolean },
): HealthReason | undefined {
  if (!WEB_PAGE.test(text) || status >= 400 || expect.condition !== undefined) return undefined;
  const lastPart = new URL(asked.url).pathname.split('/').findLast((part) => part !== '') ?? '';
  const accepted = expect.acceptsPages ?? !(asked.elsewhere || HEALTH_PATH.test(lastPart));
  if (accepted) return undefined;
  const from = asked.elsewhere ? ` from ${withoutQuery(url)}` : '';
  return { cause: 'page', text: `it answered ${status} with a web page${from}, which says nothing of its health` };
}

/** What to say of an answer that a redirect brought from elsewhere; the same host by TLS is not elsewhere. */
function originReport(answer: RequestAnswer, asked: string): string | undefined {
  const [from, to] = [new URL(asked), new URL(answer.url)];
  return from.host === to.host || (from.hostname === to.hostname && isUpgrade(from, to))
    ? undefined
    : `the answer came from ${withoutQuery(answer.url)}`;
}

function isUpgrade(from: URL, to: URL): boolean {
  return from.protocol === 'http:' && to.protocol === 'https:' && from.port === '' && to.port === '';
}

function formatRanges(ranges: readonly StatusRange[]): string {
  return ranges.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}

function quoted(version: string): string {
  return JSON.stringify(version);
}
