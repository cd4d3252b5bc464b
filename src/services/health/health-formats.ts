import { isRecord, mapOf } from '../../platform/records.ts';
import { saidError } from '../../platform/text/said-error.ts';
import { partsOf, troubledParts } from './health-parts.ts';
import { type Meaning, meaningOf, meaningOfText } from './health-words.ts';

/** What a health document says of itself, in the words of the common formats. */
export type FormatClaim =
  | { readonly claim: 'pass' }
  | {
      readonly claim: 'warn' | 'fail';
      readonly detail: string;
      /** Where in the document it stands, where one field tells it. */
      readonly field?: string;
    };

const HEALTH_JSON = 'application/health+json';
/** Where formats keep the status of the whole, the most specific first. */
const STATUS_FIELDS = [
  'status',
  'globalStatus',
  'overallStatus',
  'overall_status',
  'outcome',
  'health',
  'state',
  'healthy',
  'ok',
  'success',
];
/** XML whose first word is its status: of the root, or of what stands first below it, so that it is no part's. */
const XML_STATUS = new RegExp(
  String.raw`^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<\w[^<>]*(?<!/)>\s*)?<(${STATUS_FIELDS.join('|')})(?:\s[^<>]*)?>([^<]{1,60})</\1>`,
  'i',
);
/** A longer text is prose, not a status. */
const LONGEST_TEXT = 2_000;

/** Whether a content type is that of the IETF's draft. https://datatracker.ietf.org/doc/html/draft-inadarei-api-health-check */
export function isHealthJson(contentType: string): boolean {
  return contentType.toLowerCase().startsWith(HEALTH_JSON);
}

/** Reads the claim of a body (parsed JSON, or null and its text), or undefined where it makes none. */
export function claimOf(body: unknown, contentType: string, text = ''): FormatClaim | undefined {
  const record = mapOf(body);
  const meaningAt = (name: string) => (Object.hasOwn(record, name) ? meaningOf(plainStatus(record[name])) : undefined);
  const field = STATUS_FIELDS.find((name) => meaningAt(name) !== undefined);
  if (field !== undefined) {
    const claim = claimed(meaningAt(field), `${field} ${JSON.stringify(record[field])}`, troubledParts(record));
    return claim && claim.claim !== 'pass' ? { ...claim, field } : claim;
  }
  if (isHealthJson(contentType)) {
    const { status } = record;
    const found = status === undefined ? 'has no status' : `has the status ${JSON.stringify(status).slice(0, 60)}`;
    return { claim: 'fail', detail: `${HEALTH_JSON} that ${found}, expected pass, warn or fail` };
  }
  if (body === null) return claimOfXml(text) ?? claimOfText(text);
  if (typeof body === 'string') return claimed(meaningOf(body), JSON.stringify(body), []);
  const error = saidError(body);
  const parts = claimOfParts(body);
  return (
    parts ??
    (error === undefined ? undefined : { claim: 'fail', detail: `error ${JSON.stringify(error)}`, field: 'error' })
  );
}

/** Some formats keep the word of a status in a map of its own: `{ status: { code: "UP" } }`. */
function plainStatus(value: unknown): unknown {
  return isRecord(value) ? (value.code ?? value.status) : value;
}

/** A body that is nothing but its parts, each with a status. */
function claimOfParts(body: unknown): FormatClaim | undefined {
  const parts = partsOf(body);
  if (parts === undefined || parts.length === 0) return undefined;
  const meanings = parts.map(({ meaning }) => meaning);
  const worst: Meaning = meanings.includes('fail') ? 'fail' : meanings.includes('warn') ? 'warn' : 'pass';
  const names = parts.filter(({ meaning }) => meaning === worst).map(({ name }) => name);
  return claimed(worst, 'not all of its parts are healthy', names);
}

function claimOfXml(text: string): FormatClaim | undefined {
  const [, field = '', value = ''] = XML_STATUS.exec(text) ?? [];
  const claim = claimed(meaningOf(value), `${field} ${JSON.stringify(value.trim())}`, []);
  return claim && claim.claim !== 'pass' ? { ...claim, field } : claim;
}

function claimOfText(text: string): FormatClaim | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  // Kubernetes with ?verbose.
  const failed = [...text.matchAll(/^\[-\](\S+)/gm)].map(([, name = '']) => name);
  if (failed.length > 0) return claimed('fail', 'checks failed', failed);
  // Ruby on Rails answers /up with a coloured page.
  const colour = /^<!DOCTYPE html><html><body style="background-color: (green|red)"><\/body><\/html>\s*$/.exec(
    text,
  )?.[1];
  if (colour) return claimed(meaningOf(colour), `a ${colour} page`, []);
  return claimed(meaningOfText(text), JSON.stringify(text.trim().slice(0, 60)), []);
}

function claimed(meaning: Meaning | undefined, detail: string, parts: readonly string[]): FormatClaim | undefined {
  if (meaning === undefined) return undefined;
  if (meaning === 'pass') return { claim: 'pass' };
  const names = [...new Set(parts)].slice(0, 5).map((name) => name.slice(0, 60));
  return { claim: meaning, detail: names.length === 0 ? detail : `${detail}, because of ${names.join(', ')}` };
}
