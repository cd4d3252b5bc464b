import { expect, test } from '@jest/globals';
import type { HttpCall, HttpRequest } from '../../../src/services/registries/http-call.ts';
import { createRegistryClient } from '../../../src/services/registries/registry-client.ts';
import { restRegistry } from '../../../src/services/registries/rest.ts';
import { readPaths } from '../../../src/services/registries/rest-paths.ts';
import { readFields } from '../../../src/services/registries/rest-record.ts';
import { jumpingClock } from '../../support/jumping-clock.ts';
import { NOW, signal } from '../world.ts';

/** A registry of which only the answers are given; the requests are kept. */
function scripted(
  answers: Readonly<Record<string, unknown>>,
  headers: (request: HttpRequest) => Record<string, string> = () => ({}),
) {
  const requests: HttpRequest[] = [];
  const http: HttpCall = async (request) => {
    requests.push(request);
    const { pathname, search } = new URL(request.url);
    const body = answers[`${request.method} ${pathname}${search}`];
    return {
      status: body === undefined ? 404 : 200,
      headers: headers(request),
      text: body === undefined ? '' : JSON.stringify(body),
    };
  };
  const open = (paths: Record<string, string> = {}, fields: Record<string, string> = {}) => {
    const client = createRegistryClient('http://registry.test/base', {
      http,
      clock: jumpingClock(NOW),
      signal,
      timeoutMs: 1_000,
    });
    return restRegistry(client, { paths: readPaths(paths), fields: readFields(fields) });
  };
  return { requests, open };
}

const service = { name: 'id', version: '1', endpoints: { api: 'https://id.test' }, capabilities: ['x'] };

test('paths, methods and nested fields are configurable', async () => {
  const record = { id: 'id', spec: { version: '1', urls: { api: 'https://id.test' }, can: ['x'] } };
  const { requests, open } = scripted({ 'GET /base/v2/apps/id': { data: record }, 'PUT /base/v2/apps/id': {} });
  const fields = { name: 'id', version: 'spec.version', endpoints: 'spec.urls', capabilities: 'spec.can' };
  const registry = open({ service: '/v2/apps/{name}', register: 'PUT /v2/apps/{name}' }, fields);
  expect(await registry.read('id')).toEqual({ ...service, record });
  await registry.upsert(service, { ...service, etag: '"v1"' });
  const written = requests.at(-1);
  expect(JSON.parse(written?.body ?? '')).toEqual(record);
  expect(written?.headers).toMatchObject({ 'if-match': '"v1"' });
});

test('an update hands back what others keep in the record, at any depth', async () => {
  const record = {
    name: 'id',
    owner: { team: 'identity' },
    tags: ['pci'],
    status: 'active',
    last_deployed: '2026-01-01T00:00:00Z',
    endpoints: { api: 'https://old.test', grpc: { port: 9000 }, gone: 'https://gone.test' },
    capabilities: ['y'],
    deployment: { commit: 'a', cluster: 'eu-1' },
  };
  const { requests, open } = scripted({ 'GET /base/api/services/id': record, 'POST /base/api/register': {} });
  const registry = open();
  const previous = await registry.read('id');
  await registry.upsert({ ...service, deployment: { commit: 'b' } }, previous);
  expect(JSON.parse(requests.at(-1)?.body ?? '')).toEqual({
    ...record,
    version: '1',
    endpoints: { api: 'https://id.test', grpc: { port: 9000 } },
    capabilities: ['x'],
    deployment: { commit: 'b', cluster: 'eu-1' },
  });
  // What nobody says stays as it is.
  await registry.upsert({ name: 'id', version: '2' }, previous);
  expect(JSON.parse(requests.at(-1)?.body ?? '')).toEqual({ ...record, version: '2' });
});

test.each([
  [{ result: { name: 'id', version: 2 } }, { version: '2' }],
  [{ data: { service: { name: 'id', version: '2' } } }, { version: '2' }],
  [[{ name: 'id', version: '2' }, { name: 'other' }], { version: '2' }],
  [null, undefined],
  [{ service: null }, undefined],
  [{ data: [] }, undefined],
])('the answer %j about one service is understood', async (body, expected) => {
  const found = await scripted({ 'GET /base/api/services/id': body }).open().read('id');
  if (expected === undefined) expect(found).toBeUndefined();
  else expect(found).toMatchObject(expected);
});

test.each([{ hello: 'world' }, { data: { title: 'id' } }, { name: 'other' }, 3])(
  'the answer %j is not taken for absence',
  async (body) => {
    await expect(scripted({ 'GET /base/api/services/id': body }).open().read('id')).rejects.toThrow(/asked for "id"/);
  },
);

test.each([
  [{ registr: '/x' }, {}, /"registr" is not known; expected one of register/],
  [{ register: 'x' }, {}, /register is "x"; expected "\/path" or "METHOD \/path"/],
  [{ service: 'POST /x' }, {}, /service is read, so by GET only/],
  [{ __proto__x: '/x' }, {}, /not known/],
  [{}, { nam: 'x' }, /"nam" is not known/],
  [{}, { name: '__proto__.x' }, /name is "__proto__.x"; expected names joined by dots/],
])('paths %j and fields %j are refused', (paths, fields, message) => {
  expect(() => scripted({}).open(paths, fields)).toThrow(message);
});

test('a registry without the path to write says which', async () => {
  await expect(scripted({}).open().upsert(service, undefined)).rejects.toThrow(/no POST \/api\/register \(404\)/);
});

test.each(['?page=2', '/base/api/services?page=2', 'http://elsewhere.test/base/api/services?page=2'])(
  'the next page %s is read, within the registry',
  async (next) => {
    const answers = { 'GET /base/api/services': [{ name: 'a' }], 'GET /base/api/services?page=2': [{ name: 'b' }] };
    const { requests, open } = scripted(answers, ({ url }) =>
      url.includes('page') ? {} : { link: `<${next}>; rel="next"` },
    );
    expect((await open().list()).map(({ name }) => name)).toEqual(['a', 'b']);
    expect(requests.map(({ url }) => new URL(url).host)).toEqual(['registry.test', 'registry.test']);
  },
);

test.each([
  { next: '/base/api/services?page=2' },
  { links: { next: '?page=2' } },
  { _links: { next: { href: 'http://elsewhere.test/base/api/services?page=2' } } },
])('the next page that the body names as %j is read', async (more) => {
  const first = { services: [{ name: 'a' }], total: 2, ...more };
  const last = { services: [{ name: 'b' }], total: 2, next: null, has_more: false };
  const { open } = scripted({ 'GET /base/api/services': first, 'GET /base/api/services?page=2': last });
  expect((await open().list()).map(({ name }) => name)).toEqual(['a', 'b']);
});

test.each([
  [{ total: 500 }, 'total is 500'],
  [{ meta: { total_count: 3 } }, 'meta.total_count is 3'],
  [{ has_more: true }, 'has_more'],
  [{ next_cursor: 'abc' }, 'next_cursor'],
  [{ pagination: { nextPage: 2 } }, 'pagination.nextPage'],
])('a list that says by %j that it is not whole is no list', async (more, said) => {
  const { open } = scripted({ 'GET /base/api/services': { services: [{ name: 'a' }], ...more } });
  await expect(open().list()).rejects.toThrow(`it holds 1 services, and says that there are more (${said}).`);
});

test.each([
  { services: [], error: 'database is down' },
  { data: [{ name: 'a' }], errors: [{ message: 'shard 2 is down' }] },
])('the list %j is an error, whatever its status', async (body) => {
  await expect(scripted({ 'GET /base/api/services': body }).open().list()).rejects.toThrow(/with an error: .*down/);
});

test.each([
  { data: null, error: 'database is down' },
  { service: null, errors: ['database is down'] },
  { items: [], data: [], error: { message: 'database is down' } },
])('the answer %j is an error, and no absence', async (body) => {
  await expect(scripted({ 'GET /base/api/services/id': body }).open().read('id')).rejects.toThrow(/database is down/);
});

test('a service that tells an error of its own is one all the same', async () => {
  const record = { name: 'id', version: '1', error: 'disk full' };
  const { open } = scripted({
    'GET /base/api/services/id': record,
    'GET /base/api/services': { services: [record], error: null },
  });
  expect(await open().read('id')).toMatchObject({ name: 'id', version: '1' });
  expect(await open().list()).toMatchObject([{ name: 'id' }]);
});

test('an endless list ends', async () => {
  const { open } = scripted({ 'GET /base/api/services': [] }, () => ({ link: '</base/api/services>; rel="next"' }));
  await expect(open().list()).rejects.toThrow(/more than 100 pages/);
});

test.each([
  [{ hello: 'world' }, /no list/],
  [[{ title: 'no name' }], /Entry 0 of the registry's list has no name/],
])('the list %j is a fault', async (body, message) => {
  await expect(scripted({ 'GET /base/api/services': body }).open().list()).rejects.toThrow(message);
});
