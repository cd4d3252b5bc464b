import { X509Certificate } from 'node:crypto';
import type { LookupAddress } from 'node:dns';
import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls';
import { reachOf } from './address.ts';
import type { Deadline } from './deadline.ts';
import { RequestError } from './request-error.ts';

export type Lookup = (hostname: string) => Promise<readonly LookupAddress[]>;

/** What requests may reach and whom they trust. */
export interface Network {
  /** Opens loopback and private addresses; link-local and metadata addresses stay closed. */
  readonly allowPrivateNetwork: boolean;
  readonly lookup: Lookup;
  /** Where `https_proxy`, `http_proxy` and `no_proxy` are read from. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly secureContext: SecureContext;
}

export interface NetworkOptions {
  readonly allowPrivateNetwork?: boolean;
  /** PEM of an authority that is trusted besides the usual ones. */
  readonly ca?: string;
  readonly lookup?: Lookup;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Creates a network once for many requests: reading the authorities takes longer than a request. Throws where `ca` is no PEM. */
export function createNetwork(options: NetworkOptions = {}): Network {
  // A context takes text that is no certificate without a word.
  if (options.ca !== undefined) new X509Certificate(options.ca);
  const authorities = options.ca === undefined ? [] : [...getCACertificates('default'), options.ca];
  return {
    allowPrivateNetwork: options.allowPrivateNetwork ?? false,
    lookup: options.lookup ?? ((hostname) => systemLookup(hostname, { all: true })),
    env: options.env ?? {},
    secureContext: createSecureContext(authorities.length > 0 ? { ca: authorities } : {}),
  };
}

/**
 * The addresses of a host (a name or an address, IPv6 with or without brackets) that a connection may use. Throws a
 * RequestError where one of them is refused: a name that mixes public and private addresses is not to be trusted.
 */
export async function resolveHost(host: string, network: Network): Promise<readonly LookupAddress[]> {
  const name = host.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(name);
  const addresses = family > 0 ? [{ address: name, family }] : await lookUp(name, network);
  for (const { address } of addresses) {
    const reach = reachOf(address);
    if (reach === 'public' || (reach === 'private' && network.allowPrivateNetwork)) continue;
    const shown = address === name ? name : `${name} (which resolves to ${address})`;
    throw new RequestError(
      'refused',
      reach === 'private'
        ? `${shown} is a private address, which is refused unless allow-private-network is true`
        : `${shown} is link-local, a metadata service or not the address of a host; it is never requested`,
    );
  }
  return addresses;
}

/** `resolveHost` within a deadline; a look-up that takes too long is our resolver's fault, not the host's. */
export async function resolveWithin(
  host: string,
  network: Network,
  deadline: Deadline,
): Promise<readonly LookupAddress[]> {
  try {
    return await deadline.race(resolveHost(host, network));
  } catch (error) {
    if (!(error instanceof RequestError) || error.failure !== 'timeout') throw error;
    throw new RequestError('local', `${host}: the name could not be resolved in time`, { cause: error });
  }
}

async function lookUp(name: string, network: Network): Promise<readonly LookupAddress[]> {
  const addresses = await network.lookup(name);
  if (addresses.length === 0) throw new RequestError('name', `${name} has no address`);
  return addresses;
}

/**
 * A look-up for sockets that answers with the addresses that were checked, whatever the name server says by then: a second
 * look-up could lead elsewhere (DNS rebinding).
 */
export function pinned(addresses: readonly LookupAddress[]): LookupFunction {
  return (_hostname, options, callback) => {
    const [first] = addresses;
    if (options.all) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };
}
