import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Reach, reachOf } from '../../../src/platform/net/address.ts';

const table: readonly [Reach, ...string[]][] = [
  ['public', '1.1.1.1', '8.8.8.8', '172.15.0.1', '172.32.0.1', '192.167.1.1', '100.128.0.1', '2606:4700:4700::1111'],
  ['private', '127.0.0.1', '127.255.255.255', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1'],
  ['private', '::1', 'fc00::1', 'fd12:3456::1', '2001:db8::1', '198.51.100.7'],
  ['closed', '169.254.169.254', '169.254.0.1', '0.0.0.0', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
  ['closed', '100.100.100.200', '168.63.129.16', '192.0.0.192', 'fd00:ec2::254'],
  ['closed', '::', 'fe80::1', 'fe80::1%eth0', 'ff02::1', 'fec0::1', '2001::1', '64:ff9b:1::1', '100::1', '4000::1'],
  [
    'private',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:10.0.0.1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
  ],
  ['closed', '::ffff:169.254.169.254', '::ffff:a9fe:a9fe', '64:ff9b::a9fe:a9fe', '2002:a9fe:a9fe::1'],
  ['public', '::ffff:8.8.8.8', '64:ff9b::808:808', '2002:808:808::1'],
  ['closed', 'example.com', '', '2130706433', '0177.0.0.1', '127.1'],
];

test.each(table.flatMap(([reach, ...addresses]) => addresses.map((address) => [address, reach] as const)))(
  '%s is %s',
  (address, reach) => {
    expect(reachOf(address)).toBe(reach);
  },
);

test('an IPv4 address is not reached more easily by an IPv6 one that carries it', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(reachOf(`::ffff:${address}`)).toBe(reachOf(address));
      expect(reachOf(`64:ff9b::${address}`)).toBe(reachOf(address));
    }),
  );
});

test('every IPv6 address has a reach, and one outside 2000::/3 that carries no IPv4 is never public', () => {
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      const reach = reachOf(address);
      if (reach === 'public') expect(address).toMatch(/^([23]|::|0{0,4}:|0*64:)/);
    }),
  );
});
