import { BlockList, isIP, isIPv4 } from 'node:net';

/**
 * Who can reach an address: `public` anybody, `private` only its own network or machine, `closed` nobody has business with
 * (link-local, where clouds answer with credentials, and whatever is no host at all).
 */
export type Reach = 'public' | 'private' | 'closed';

/** https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry */
const PRIVATE = blockList(
  ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '127.0.0.0/8', '100.64.0.0/10'],
  ['198.18.0.0/15', '192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'],
  ['::1/128', 'fc00::/7', '2001:db8::/32'],
);

/** Metadata services outside the link-local range: Azure's WireServer, Oracle's, Alibaba's and the IPv6 one of AWS. */
const CLOSED = blockList(
  ['0.0.0.0/8', '169.254.0.0/16', '192.0.0.0/24', '192.88.99.0/24', '224.0.0.0/3'],
  ['168.63.129.16/32', '100.100.100.200/32', 'fd00:ec2::254/128', 'fd20:ce::254/128'],
  ['2001::/23', '64:ff9b:1::/48'],
);

const GLOBAL_UNICAST = blockList(['2000::/3']);

/** What an IP address (not a name) can be reached by; an IPv6 address that carries an IPv4 one counts as that one. */
export function reachOf(address: string): Reach {
  const [plain = ''] = address.split('%');
  if (isIP(plain) === 0) return 'closed';
  if (isIPv4(plain)) return within(CLOSED, plain) ? 'closed' : within(PRIVATE, plain) ? 'private' : 'public';
  const embedded = embeddedIPv4(groupsOf(plain));
  if (embedded !== undefined) return reachOf(embedded);
  if (within(CLOSED, plain)) return 'closed';
  if (within(PRIVATE, plain)) return 'private';
  return within(GLOBAL_UNICAST, plain) ? 'public' : 'closed';
}

function blockList(...networks: readonly (readonly string[])[]): BlockList {
  const list = new BlockList();
  for (const network of networks.flat()) {
    const [address = '', prefix] = network.split('/');
    list.addSubnet(address, Number(prefix), isIPv4(address) ? 'ipv4' : 'ipv6');
  }
  return list;
}

function within(list: BlockList, address: string): boolean {
  return list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}

/** The eight 16-bit groups of a valid IPv6 address. */
function groupsOf(address: string): number[] {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const plain = dotted
    ? `${dotted[1]}${pairOf(dotted[2], dotted[3]).toString(16)}:${pairOf(dotted[4], dotted[5]).toString(16)}`
    : address;
  const [head = '', tail] = plain.split('::');
  const parse = (text: string) => (text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16)));
  const [before, after] = [parse(head), parse(tail ?? '')];
  return [...before, ...new Array<number>(8 - before.length - after.length).fill(0), ...after];
}

function pairOf(high: string | undefined, low: string | undefined): number {
  return Number(high) * 256 + Number(low);
}

/** IPv4-mapped (::ffff:0:0/96), -compatible (::/96), NAT64 (64:ff9b::/96) and 6to4 (2002::/16) addresses lead to an IPv4 one. */
function embeddedIPv4(groups: readonly number[]): string | undefined {
  const [a = 0, b = 0, c = 0] = groups;
  const upper = groups.slice(0, 6).join(' ');
  const [seventh = 0, eighth = 0] = groups.slice(6);
  if (upper === '0 0 0 0 0 65535' || upper === `${0x64} ${0xff9b} 0 0 0 0`) return dottedQuad(seventh, eighth);
  if (upper === '0 0 0 0 0 0' && seventh !== 0) return dottedQuad(seventh, eighth);
  return a === 0x2002 ? dottedQuad(b, c) : undefined;
}

function dottedQuad(high: number, low: number): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
