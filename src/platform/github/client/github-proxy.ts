type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A fetch that goes through the proxy which `https_proxy`, `http_proxy` and `no_proxy` name (or their upper-case forms), or
 * undefined where none is set: Node's own fetch serves then, and the proxy's code is never evaluated.
 */
export function proxyFetch(env: Environment): typeof fetch | undefined {
  const httpProxy = env.http_proxy || env.HTTP_PROXY || '';
  const httpsProxy = env.https_proxy || env.HTTPS_PROXY || '';
  if (!httpProxy && !httpsProxy) return undefined;
  const noProxy = env.no_proxy || env.NO_PROXY || '';
  const lazily = async () => {
    const undici = await import('undici');
    const dispatcher: unknown = new undici.EnvHttpProxyAgent({ httpProxy, httpsProxy, noProxy });
    return { fetch: undici.fetch as unknown as typeof fetch, dispatcher };
  };
  let loaded: ReturnType<typeof lazily> | undefined;
  return async (input, init) => {
    loaded ??= lazily();
    const { fetch: through, dispatcher } = await loaded;
    return through(input, { ...init, dispatcher } as RequestInit);
  };
}
