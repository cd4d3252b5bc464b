import { expect, test } from '@jest/globals';
import { proxyFor, requireProxySupport } from '../../../src/platform/net/proxy.ts';

const env = {
  https_proxy: 'http://proxy:3128',
  http_proxy: 'plain:3128',
  no_proxy: 'internal.example, .corp.example,10.0.0.7,api.example:8443',
};

test.each([
  ['https://api.example/', 'http://proxy:3128/'],
  ['http://api.example/', 'http://plain:3128/'],
  ['https://internal.example/', undefined],
  ['https://a.internal.example/', undefined],
  ['https://notinternal.example/', 'http://proxy:3128/'],
  ['https://x.corp.example/', undefined],
  ['https://10.0.0.7/', undefined],
  ['https://api.example:8443/', undefined],
  ['https://localhost/', undefined],
  ['http://127.0.0.1:9/', undefined],
  ['https://[::1]/', undefined],
])('%s is reached by %s', (url, proxy) => {
  expect(proxyFor(new URL(url), env)?.href).toBe(proxy);
});

test('upper case is honoured, an empty value is none, an asterisk exempts everything', () => {
  const url = new URL('https://api.example/');
  expect(proxyFor(url, { HTTPS_PROXY: 'http://upper:1' })?.host).toBe('upper:1');
  expect(proxyFor(url, { https_proxy: '', ALL_PROXY: 'http://all:1' })?.host).toBe('all:1');
  expect(proxyFor(url, { https_proxy: 'http://proxy:1', NO_PROXY: '*' })).toBeUndefined();
  expect(proxyFor(url, { all_proxy: 'socks5://proxy:1' })).toBeUndefined();
  expect(proxyFor(url, { https_proxy: ' http://proxy:1\n' })?.host).toBe('proxy:1');
});

test.each(['socks5://user:hunter2@proxy:1', 'http://[broken', 'http://proxy:port'])(
  'a proxy that is none (%s) stops the request, and its credentials are not shown',
  (value) => {
    const ask = () => proxyFor(new URL('https://api.example/'), { https_proxy: value });
    expect(ask).toThrow(/^api\.example: the variable https_proxy names no proxy .*expected http:\/\/HOST:PORT$/);
    expect(ask).not.toThrow(/hunter2/);
  },
);

test('a Node that cannot use a proxy says so, and passes none by', () => {
  const check = (version: string) => () =>
    requireProxySupport(new URL('https://api.example/'), new URL('http://proxy:3128'), version);
  for (const version of ['20.19.0', '24.4.1']) {
    expect(check(version)).toThrow(`api.example is reached by the proxy proxy:3128, which Node ${version} cannot use`);
  }
  for (const version of ['24.5.0', '24.21.0', '25.0.0']) expect(check(version)).not.toThrow();
});
