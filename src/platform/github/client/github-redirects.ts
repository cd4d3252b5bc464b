import { keepsMethod, redirectTarget } from '../../net/redirects.ts';
import type { Reply } from '../../net/transport.ts';
import type { Outgoing } from './call.ts';

/** What becomes of a redirect: the request to send next, or why it is not followed. Undefined for an answer that is none. */
export type Redirect = { readonly next: Outgoing; readonly away: boolean } | { readonly refused: string } | undefined;

/**
 * The credentials stay with the origin they are for: an answer of the API may lead to a download elsewhere (`mayLeave`), which
 * is asked without them. A write is never turned into a read: the repository it is for has moved.
 */
export function redirectOf(request: Outgoing, reply: Pick<Reply, 'status' | 'headers'>, mayLeave: boolean): Redirect {
  const from = new URL(request.url);
  const target = redirectTarget(from, reply);
  if (!target) return undefined;
  if ('refused' in target) return { refused: `It redirects to ${target.refused}, which is not followed.` };
  const { to } = target;
  if (!keepsMethod(reply.status, request.method)) {
    return { refused: `It has moved to ${to.origin}${to.pathname}: use the new name.` };
  }
  if (to.origin === from.origin) return { next: { ...request, url: to.href }, away: false };
  if (!mayLeave) {
    return { refused: `It redirects to another server (${to.origin}), which is not followed, so that no token leaks.` };
  }
  const agent = request.headers['user-agent'];
  const headers: Record<string, string> = agent === undefined ? {} : { 'user-agent': agent };
  return { next: { ...request, url: to.href, headers }, away: true };
}
