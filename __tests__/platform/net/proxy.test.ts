import { expect, test } from '@jest/globals';
import { proxyFor, proxyHeaders } from '../../../src/platform/net/proxy.ts';

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
  expect(proxyFor(url, { https_proxy: 'socks5://proxy:1' })).toBeUndefined();
});

test('credentials of the proxy go to the proxy', () => {
  expect(proxyHeaders(new URL('http://us%40r:p%3Aw@proxy'))).toEqual({
    'proxy-authorization': `Basic ${Buffer.from('us@r:p:w').toString('base64')}`,
  });
});
