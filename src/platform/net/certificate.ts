import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';

/** The certificate that a verified TLS connection was made with. */
export interface Certificate {
  readonly subject: string;
  readonly issuer: string;
  /** The DNS names and addresses it is for. */
  readonly names: readonly string[];
  /** Milliseconds since the epoch. */
  readonly notBefore: number;
  /** Milliseconds since the epoch. */
  readonly notAfter: number;
  readonly fingerprint: string;
  /** Subjects from the certificate up to its authority. */
  readonly chain: readonly string[];
}

const LONGEST_CHAIN = 10;

/** The peer's certificate, or undefined where the socket has none (no TLS). */
export function certificateOf(socket: TLSSocket): Certificate | undefined {
  const peer = socket.getPeerCertificate?.(true);
  if (!peer?.valid_to) return undefined;
  return {
    subject: nameOf(peer.subject),
    issuer: nameOf(peer.issuer),
    names: (peer.subjectaltname ?? '')
      .split(', ')
      .flatMap((entry) => entry.match(/^(?:DNS|IP Address):(.+)$/)?.[1] ?? []),
    notBefore: Date.parse(peer.valid_from),
    notAfter: Date.parse(peer.valid_to),
    fingerprint: peer.fingerprint256,
    chain: chainOf(peer),
  };
}

function chainOf(peer: DetailedPeerCertificate): string[] {
  const chain: string[] = [];
  const seen = new Set<string>();
  let link: DetailedPeerCertificate | undefined = peer;
  while (link?.fingerprint256 && !seen.has(link.fingerprint256) && chain.length < LONGEST_CHAIN) {
    seen.add(link.fingerprint256);
    chain.push(nameOf(link.subject));
    link = link.issuerCertificate;
  }
  return chain;
}

function nameOf(name: { readonly CN?: string | string[]; readonly O?: string | string[] } | undefined): string {
  return [name?.CN ?? name?.O ?? '(unnamed)'].flat().join(', ');
}
