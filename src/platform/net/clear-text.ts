import { isIP } from 'node:net';
import { reachOf } from './address.ts';
import type { HttpMessage } from './transport.ts';

/** Headers that let somebody in. A cookie may be one that the server has just set: whoever gives one says so by `isSecret`. */
const CREDENTIALS = /^(proxy-)?authorization$|(^|-)(token|secret|password|api-?key)$/i;

/** Whether everybody on the way could read what is secret of a message. */
export function isSecretInClear({ url, headers, isSecret = false }: HttpMessage): boolean {
  const given = Object.entries(headers).some(([name, value]) => value !== '' && CREDENTIALS.test(name));
  return url.protocol === 'http:' && (isSecret || given);
}

/** Whether a URL leads over plain HTTP to a public place, as far as that is certain before its name is looked up. */
export function isPublicInClear(url: URL, { allowPrivateNetwork }: { readonly allowPrivateNetwork: boolean }): boolean {
  if (url.protocol !== 'http:') return false;
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) > 0) return reachOf(host) === 'public';
  // Where private addresses are refused, whatever a name leads to is public.
  return !allowPrivateNetwork && !/(^|\.)localhost$/.test(host);
}
