/** Where a redirect leads, or why it is not followed; undefined for an answer that is none. */
type RedirectTarget = { readonly to: URL } | { readonly refused: string } | undefined;

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** Whether a redirect of this status keeps method and body. https://www.rfc-editor.org/rfc/rfc9110#section-15.4 */
export function keepsMethod(status: number, method: string): boolean {
  return status >= 307 || method === 'GET' || method === 'HEAD';
}

/**
 * The rules for every redirect: to http or https only, never from https to http, and without credentials in the URL. What else
 * follows (headers, body, another origin) is the caller's to decide; the address is checked when it is asked.
 */
export function redirectTarget(
  from: URL,
  { status, headers }: { readonly status: number; readonly headers: Readonly<Record<string, string>> },
): RedirectTarget {
  const { location = '' } = headers;
  if (!REDIRECTS.includes(status)) return undefined;
  if (location === '' || !URL.canParse(location, from.href)) return { refused: 'something that is no URL' };
  const to = new URL(location, from);
  if (!['http:', 'https:'].includes(to.protocol)) return { refused: `a ${to.protocol} URL` };
  if (from.protocol === 'https:' && to.protocol === 'http:') return { refused: `${to.host} without TLS` };
  to.username = '';
  to.password = '';
  to.hash = '';
  return { to };
}
