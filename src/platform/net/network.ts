import { X509Certificate } from 'node:crypto';
import { type LookupAddress, lookup as lookUp } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls';
import { promisify } from 'node:util';
import { reachOf } from './address.ts';
import { type Agents, createAgents } from './agents.ts';
import { RequestError } from './request-error.ts';

/** Not that of node:dns/promises, which every first request would load for it. */
const systemLookup = promisify(lookUp);

export type Lookup = (hostname: string) => Promise<readonly LookupAddress[]>;

/** What requests may reach and whom they trust. */
export interface Network {
  /**
   * For servers that the runner or its owner has set up (GitHub's API, a package registry), not for addresses from elsewhere:
   * connections are kept, and a proxy is believed to know where a name leads.
   */
  readonly trusted: boolean;
  /** Opens loopback and private addresses; link-local and metadata addresses stay closed. */
  readonly allowPrivateNetwork: boolean;
  readonly lookup: Lookup;
  /** Where `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy` are read from. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whom TLS trusts; reading the authorities takes longer than a request, so this happens once, and only where TLS is spoken. */
  secureContext(): SecureContext;
  /** How the authority of an own server can be given, for the message of a certificate that is not trusted. */
  readonly authorityHint: string;
  readonly agents: Agents;
}

interface NetworkOptions {
  readonly trusted?: boolean;
  /** Default: as `trusted`. */
  readonly allowPrivateNetwork?: boolean;
  /** PEM of an authority that is trusted besides the usual ones. */
  readonly ca?: string;
  /** PEM of a client certificate and of its key, for servers that ask for one. */
  readonly identity?: { readonly cert: string; readonly key: string };
  readonly authorityHint?: string;
  readonly lookup?: Lookup;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Creates a network once for many requests. Throws where `ca` is no PEM. */
export function createNetwork(options: NetworkOptions = {}): Network {
  const { trusted = false, ca, identity } = options;
  // A context takes text that is no certificate without a word.
  if (ca !== undefined) new X509Certificate(ca);
  let context: SecureContext | undefined;
  return {
    trusted,
    allowPrivateNetwork: options.allowPrivateNetwork ?? trusted,
    lookup: options.lookup ?? ((hostname) => systemLookup(hostname, { all: true })),
    env: options.env ?? {},
    secureContext: () => {
      context ??= createSecureContext({
        ...(ca !== undefined && { ca: [...getCACertificates('default'), ca] }),
        ...identity,
      });
      return context;
    },
    authorityHint: options.authorityHint ?? 'an own authority can be given as ca-file',
    agents: createAgents(),
  };
}

/** Whether everybody on the way could read what is secret of a request: then it goes to no public address. */
export interface InClear {
  readonly secretInClear?: boolean;
}

/** Throws a RequestError where a host that is an address (IPv6 with or without brackets) is one that the network refuses. */
export function requireReachable(host: string, network: Network & InClear): void {
  const address = host.replace(/^\[(.*)\]$/, '$1');
  if (isIP(address) > 0) requireAllowed(address, address, network);
}

/**
 * The addresses of a host (a name or an address, IPv6 with or without brackets) that a connection may use. Throws a
 * RequestError where one of them is refused: a name that mixes public and private addresses is not to be trusted.
 */
export async function resolveHost(host: string, network: Network & InClear): Promise<readonly LookupAddress[]> {
  const name = host.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(name);
  const addresses = family > 0 ? [{ address: name, family }] : await network.lookup(name);
  if (addresses.length === 0) throw new RequestError('name', `${name} has no address`);
  for (const { address } of addresses) requireAllowed(address, name, network);
  return addresses;
}

/**
 * The look-up of a socket: it answers with addresses that were checked, and the socket connects to no other, whatever the name
 * server would say to a second question (DNS rebinding).
 */
export function checkedLookup(network: Network & InClear): LookupFunction {
  return (hostname, options, callback) => {
    resolveHost(hostname, network).then(
      (addresses) => {
        const [first] = addresses;
        if (options.all) callback(null, [...addresses]);
        else callback(null, first?.address ?? '', first?.family);
      },
      (error) => callback(error, '', 0),
    );
  };
}

function requireAllowed(
  address: string,
  name: string,
  { allowPrivateNetwork, secretInClear = false }: Network & InClear,
): void {
  const reach = reachOf(address);
  const shown = address === name ? name : `${name} (which resolves to ${address})`;
  if (reach === 'public' && secretInClear)
    throw new RequestError(
      'refused',
      `${shown} is a public address, and everybody on the way could read the credentials that go there over http; give an https URL`,
    );
  if (reach === 'public' || (reach === 'private' && allowPrivateNetwork)) return;
  throw new RequestError(
    'refused',
    reach === 'private'
      ? `${shown} is a private address, which is refused unless allow-private-network is true`
      : `${shown} is link-local, a metadata service or not the address of a host; it is never requested`,
  );
}
