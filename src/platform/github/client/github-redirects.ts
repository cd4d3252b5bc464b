import type { Outgoing, Reply } from './github-exchange.ts';

/** What becomes of a redirect: the request to send next, or why it is not followed. */
export type Redirect = { readonly next: Outgoing; readonly away: boolean } | { readonly refused: string };

/** 301 and 302 would turn a write into a GET, so only a GET follows them; 307 and 308 keep the method. */
const followed = new Set([301, 302, 303, 307, 308]);

export function isRedirect(status: number): boolean {
  return followed.has(status);
}

/**
 * The credentials stay with the origin they are for: an answer of the API may lead to a download elsewhere (`mayLeave`), which is
 * asked without them, over https, and never at a link-local address, where cloud machines keep their own credentials.
 */
export function redirectOf(request: Outgoing, reply: Reply, mayLeave: boolean): Redirect {
  const location = reply.headers.get('location') ?? '';
  if (!URL.canParse(location, request.url)) return { refused: 'It redirects without a usable address.' };
  const [from, to] = [new URL(request.url), new URL(location, request.url)];
  if (request.method !== 'GET' && reply.status < 307) {
    return { refused: `It has moved to ${to.origin}${to.pathname}: use the new name.` };
  }
  if (to.origin === from.origin) return { next: { ...request, url: to.href }, away: false };
  if (!mayLeave) {
    return { refused: `It redirects to another server (${to.origin}), which is not followed, so that no token leaks.` };
  }
  if (to.protocol !== 'https:' && to.protocol !== from.protocol) {
    return { refused: `It redirects to ${to.origin}, which is not encrypted; that is not followed.` };
  }
  if (isLinkLocal(to.hostname)) return { refused: `It redirects to the link-local address ${to.hostname}.` };
  const agent = request.headers['user-agent'];
  return {
    next: { ...request, url: to.href, headers: agent === undefined ? {} : { 'user-agent': agent } },
    away: true,
  };
}

/** The URL parser has already turned decimal and octal spellings into dotted ones. */
function isLinkLocal(host: string): boolean {
  return /^169\.254\.|^\[fe[89ab]|^\[::ffff:a9fe:/i.test(host);
}
