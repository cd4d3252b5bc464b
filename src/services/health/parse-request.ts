import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { Address, CheckRequest } from './check.ts';
import type { Fields } from './fields.ts';

export const REQUEST_FIELDS: readonly string[] = ['url', 'method', 'headers', 'body'];
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/** The `url` of a check, which must be http or https, without credentials. A relative one is resolved against `base`. */
export function webUrl(fields: Fields, base?: string): string | undefined {
  const given = fields.text('url');
  if (given === undefined) return fields.has('url') ? undefined : (base ?? fields.fault('url', 'is missing.'));
  const url = URL.canParse(given, base) ? new URL(given, base) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    return fields.fault('url', `found ${JSON.stringify(given.slice(0, 200))}, expected an http or https URL.`);
  }
  if (url.username !== '' || url.password !== '') {
    return fields.fault('url', 'has credentials in it; give them as a header, from a secret.');
  }
  // What the URL parser has encoded is a placeholder again.
  return url.href.replace(/%7Bcaptured\.(\w+)%7D/gi, '{captured.$1}');
}

/** Method, headers and body of a request; a body that is no text is sent as JSON. */
export function parseRequest(fields: Fields, url: string): CheckRequest | undefined {
  const given = fields.raw('body');
  const method = fields.oneOf('method', METHODS) ?? (given === undefined ? 'GET' : 'POST');
  const headers = fields.texts('headers') ?? {};
  for (const [name, value] of Object.entries(headers)) {
    if (!isHeader(name, value))
      fields.fault('headers', `${JSON.stringify(name)} is no valid header name or has no valid value.`);
  }
  if (given !== undefined && ['GET', 'HEAD'].includes(method)) {
    fields.fault('body', `a ${method} request has no body; set the method.`);
  }
  if (given === undefined) return { url, method, headers };
  const isText = typeof given === 'string';
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  const type = isText || names.includes('content-type') ? {} : { 'content-type': 'application/json' };
  return { url, method, headers: { ...type, ...headers }, body: isText ? given : JSON.stringify(given) };
}

function isHeader(name: string, value: string): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}

/** The `url` of a connection: `tcp://host:port`, `tls://host` or just `host:port`. */
export function parsePlace(fields: Fields, defaultPort: number | undefined): Address | undefined {
  const given = fields.text('url');
  const bare = given?.replace(/^(tcp|tls|https?):\/\//, '').replace(/\/$/, '');
  // The parser of http URLs also unmasks addresses that are written as one number or in octal.
  const parsed = bare !== undefined && URL.canParse(`http://${bare}`) ? new URL(`http://${bare}`) : undefined;
  const port = /:\d+$/.test(bare ?? '') ? Number(bare?.match(/:(\d+)$/)?.[1]) : defaultPort;
  if (parsed?.pathname !== '/' || parsed.username !== '' || port === undefined || port < 1) {
    const found = given === undefined ? 'nothing' : JSON.stringify(given);
    return fields.fault('url', `found ${found}, expected host:port.`);
  }
  return { host: parsed.hostname, port };
}
