import { isIP } from 'node:net';
import { RequestError } from './request-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy that the environment names for a URL, or undefined where it is reached directly. Like curl: lower case wins,
 * `no_proxy` lists hosts, domains (which include their subdomains), `host:port` or `*`. Loopback is never proxied, and
 * `all_proxy` counts where it names a proxy that speaks HTTP. Throws a RequestError where the proxy of the URL's scheme is none.
 */
export function proxyFor(url: URL, env: Environment): URL | undefined {
  const name = `${url.protocol.slice(0, -1)}_proxy`;
  const own = variable(env, name);
  const value = own ?? variable(env, 'all_proxy');
  if (value === undefined || isExempt(url, variable(env, 'no_proxy') ?? '')) return undefined;
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  const proxy = URL.canParse(text) ? new URL(text) : undefined;
  if (proxy && ['http:', 'https:'].includes(proxy.protocol)) return proxy;
  if (own === undefined) return undefined;
  throw new RequestError(
    'local',
    `${url.host}: the variable ${name} names no proxy that can be used${proxy ? ` (its scheme is ${proxy.protocol})` : ''}; expected http://HOST:PORT`,
    { kind: 'fault' },
  );
}

function variable(env: Environment, name: string): string | undefined {
  return env[name]?.trim() || env[name.toUpperCase()]?.trim() || undefined;
}

function isExempt(url: URL, noProxy: string): boolean {
  const host = url.hostname.toLowerCase().replace(/^\[|\]$/g, '');
  if (host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))) return true;
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return noProxy.split(/[\s,]+/).some((entry) => {
    if (entry === '*') return true;
    const [, name = '', entryPort] = /^(.*?)(?::(\d+))?$/.exec(entry.toLowerCase().replace(/^\*?\./, '')) ?? [];
    if (name === '' || (entryPort !== undefined && entryPort !== port)) return false;
    return host === name || (isIP(host) === 0 && host.endsWith(`.${name}`));
  });
}

/** From here on `http.Agent` takes `proxyEnv`: https://nodejs.org/api/http.html#new-agentoptions */
const FIRST_NODE = [24, 5] as const;

/** Throws a RequestError where this Node cannot use a proxy: to pass it by would break the rules of the network it is for. */
export function requireProxySupport(url: URL, proxy: URL, version: string = process.versions.node): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > FIRST_NODE[0] || (major === FIRST_NODE[0] && minor >= FIRST_NODE[1])) return;
  throw new RequestError(
    'local',
    `${url.host} is reached by the proxy ${proxy.host}, which Node ${version} cannot use; it takes Node ${FIRST_NODE.join('.')} or later, as the runner 2.336 brings it: update the runner, or list the host in no_proxy`,
    { kind: 'fault' },
  );
}
