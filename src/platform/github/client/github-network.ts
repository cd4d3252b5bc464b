import { createNetwork } from '../../net/network.ts';
import { createTransport, type Transport } from '../../net/transport.ts';

/** The way to GitHub's API, by the proxies that the environment names; a server of one's own may be on a private network. */
export function gitHubTransport(env: Readonly<Record<string, string | undefined>>): Transport {
  const authorityHint = 'for a server with an own authority, set NODE_EXTRA_CA_CERTS to its certificate file';
  return createTransport(createNetwork({ trusted: true, env, authorityHint }));
}
