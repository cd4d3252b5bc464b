import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readJson, valueAt } from '../../../src/services/health/bounded-json.ts';
import { claimOf } from '../../../src/services/health/health-formats.ts';

const HEALTH = 'application/health+json; charset=utf-8';
const JSON_TYPE = 'application/json';

test.each([
  [{ status: 'pass' }, HEALTH, { claim: 'pass' }],
  [{ status: 'UP' }, 'application/vnd.spring-boot.actuator.v3+json', { claim: 'pass' }],
  [{ status: 'ok', info: {}, error: {}, details: {} }, JSON_TYPE, { claim: 'pass' }],
  [{ status: 'Healthy' }, JSON_TYPE, { claim: 'pass' }],
  [
    { status: 'DOWN', components: { db: { status: 'DOWN' }, disk: { status: 'UP' } } },
    JSON_TYPE,
    { claim: 'fail', detail: 'status "DOWN", because of db' },
  ],
  [
    {
      status: 'error',
      error: { redis: { status: 'down' } },
      details: { redis: { status: 'down' }, db: { status: 'up' } },
    },
    JSON_TYPE,
    { claim: 'fail', detail: 'status "error", because of redis' },
  ],
  [
    { status: 'warn', checks: { 'disk:free': [{ status: 'warn' }], cpu: [{ status: 'pass' }] } },
    HEALTH,
    { claim: 'warn', detail: 'status "warn", because of disk:free' },
  ],
  [{ status: 'OUT_OF_SERVICE' }, JSON_TYPE, { claim: 'fail', detail: 'status "OUT_OF_SERVICE"' }],
  [{ status: 'UNKNOWN' }, JSON_TYPE, { claim: 'fail', detail: 'status "UNKNOWN"' }],
  [{ success: false, message: 'no' }, JSON_TYPE, { claim: 'fail', detail: 'success false', field: 'success' }],
  [{ success: true }, JSON_TYPE, { claim: 'pass' }],
  [{ status: { code: 'DOWN', description: 'x' } }, JSON_TYPE, { claim: 'fail', field: 'status' }],
  [{ status: { code: 'UP' } }, JSON_TYPE, { claim: 'pass' }],
  [{ code: 503, status: 'Service Unavailable' }, JSON_TYPE, { claim: 'fail' }],
  [{ error: 'cannot reach db' }, JSON_TYPE, { claim: 'fail', detail: 'error "cannot reach db"', field: 'error' }],
  [{ errors: [{ message: 'db' }] }, JSON_TYPE, { claim: 'fail', detail: 'error "[{\\"message\\":\\"db\\"}]"' }],
  [{ version: '1', error: null, errors: [] }, JSON_TYPE, undefined],
  [{ error: {}, errors: 0 }, JSON_TYPE, undefined],
  [{ requests: 100, errors: 3 }, JSON_TYPE, undefined],
  [{ error: 'none' }, JSON_TYPE, undefined],
  [{ status: 'ok', error: 'a cache was cold' }, JSON_TYPE, { claim: 'pass' }],
  [{ status: 'active' }, JSON_TYPE, undefined],
  [{ status: 'constructor' }, JSON_TYPE, undefined],
  [{ status: 200 }, JSON_TYPE, undefined],
  [['UP'], JSON_TYPE, undefined],
  [null, JSON_TYPE, undefined],
])('%j as %s claims %j', (body, type, claim) => {
  if (claim === undefined) expect(claimOf(body, type)).toBeUndefined();
  else expect(claimOf(body, type)).toMatchObject(claim);
});

test.each(['NOT OK', 'nok', 'Service Unavailable', 'ERROR: cannot reach db'])('the text %j claims to fail', (text) => {
  expect(claimOf(null, 'text/plain', text)).toMatchObject({ claim: 'fail' });
});

test.each([
  ['<status>DOWN</status>', { claim: 'fail', detail: 'status "DOWN"', field: 'status' }],
  [
    '<?xml version="1.0" encoding="UTF-8"?>\n<Health xmlns="urn:x">\n  <status>DOWN</status>\n</Health>',
    { claim: 'fail' },
  ],
  ['<Health><status code="1"> OUT_OF_SERVICE </status><components/></Health>', { claim: 'fail' }],
  ['<health><healthy>false</healthy></health>', { claim: 'fail', detail: 'healthy "false"' }],
  ['<health><status>degraded</status></health>', { claim: 'warn' }],
  ['<Health><status>UP</status><components><db><status>DOWN</status></db></components></Health>', { claim: 'pass' }],
  // Of a part, or of nobody known: that says nothing of the whole.
  ['<health><db><status>DOWN</status></db></health>', undefined],
  ['<health><db/><status>DOWN</status></health>', undefined],
  ['<db/><status>DOWN</status>', undefined],
  ['<status>200</status>', undefined],
  ['<status><code>DOWN</code></status>', undefined],
  ['<rss><channel><title>Down</title></channel></rss>', undefined],
  ['The <status>DOWN</status> of others', undefined],
])('the document %s claims %j', (text, claim) => {
  if (claim === undefined) expect(claimOf(null, 'application/xml', text)).toBeUndefined();
  else expect(claimOf(null, 'application/xml', text)).toMatchObject(claim);
});

test.each([[{}], [{ status: 'fine' }], [[]], [null]])(
  '%j is no application/health+json, and speaks against it',
  (body) => {
    expect(claimOf(body, HEALTH)?.claim).toBe('fail');
  },
);

test('no body makes it throw', () => {
  fc.assert(fc.property(fc.jsonValue(), (body) => void claimOf(body, HEALTH)));
});

test.each([
  ['['.repeat(200_000), 'nested deeper than 100 levels'],
  [`${'{"a":'.repeat(101)}1${'}'.repeat(101)}`, 'nested deeper than 100 levels'],
  ['{"a":', 'Unexpected end'],
  ['', 'it is empty'],
  ['<html>', 'Unexpected token'],
])('text that is not valid JSON is said to be none', (text, words) => {
  expect(readJson(text)).toEqual({ kind: 'not-json', reason: expect.stringContaining(words) });
});

test('brackets inside strings are no nesting', () => {
  const text = JSON.stringify({ a: `"\\${'['.repeat(500)}` });
  expect(readJson(text)).toEqual({ kind: 'json', value: JSON.parse(text) });
});

test.each([
  ['/a/0/b', 1],
  ['a.0.b', 1],
  ['/a~1b/c~0d', 2],
  ['/a/1', undefined],
  ['toString', undefined],
  ['/__proto__/x', undefined],
  ['a.length', undefined],
])('%s leads to %s', (path, value) => {
  expect(valueAt({ a: [{ b: 1 }], 'a/b': { 'c~d': 2 } }, path)).toBe(value);
});
