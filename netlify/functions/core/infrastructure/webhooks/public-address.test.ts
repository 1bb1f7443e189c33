import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPublicAddress } from './public-address.js'

test.each(['1.1.1.1', '8.8.8.8', '93.184.216.34', '172.15.255.255', '172.32.0.1', '100.63.255.255', '100.128.0.0'])(
  'isPublicAddress(%s) is true',
  (address) => expect(isPublicAddress(address)).toBe(true),
)

test.each(['2606:4700:4700::1111', '2a00:1450:4001:82a::200e', '2001:4860:4860::8888', '2001:200::1'])(
  'isPublicAddress(%s) is true',
  (address) => expect(isPublicAddress(address)).toBe(true),
)

test.each([
  ['this network', '0.0.0.0'],
  ['the end of this network', '0.255.255.255'],
  ['private', '10.1.2.3'],
  ['private', '172.16.0.1'],
  ['private', '172.31.255.255'],
  ['private', '192.168.178.1'],
  ['carrier-grade NAT', '100.64.0.1'],
  ['Alibaba metadata, within carrier-grade NAT', '100.100.100.200'],
  ['loopback', '127.0.0.1'],
  ['loopback', '127.255.255.255'],
  ['the end of carrier-grade NAT', '100.127.255.255'],
  ['link-local and metadata', '169.254.169.254'],
  ['link-local', '169.254.170.2'],
  ['Azure metadata', '168.63.129.16'],
  ['Oracle metadata', '192.0.0.192'],
  ['NAT64 discovery', '192.0.0.170'],
  ['documentation', '192.0.2.1'],
  ['documentation', '198.51.100.1'],
  ['documentation', '203.0.113.1'],
  ['6to4 relays', '192.88.99.1'],
  ['AS112', '192.175.48.1'],
  ['benchmarks', '198.18.0.1'],
  ['multicast', '224.0.0.1'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['unspecified', '::'],
  ['loopback', '::1'],
  ['mapped loopback', '::ffff:127.0.0.1'],
  ['mapped loopback in hexadecimal', '::ffff:7f00:1'],
  ['mapped private', '::ffff:10.0.0.1'],
  ['mapped public, which nobody needs', '::ffff:8.8.8.8'],
  ['mapped unspecified', '::ffff:0.0.0.0'],
  ['mapped metadata', '::ffff:169.254.169.254'],
  ['compatible loopback', '::127.0.0.1'],
  ['translated loopback (SIIT)', '::ffff:0:127.0.0.1'],
  ['NAT64', '64:ff9b::7f00:1'],
  ['NAT64 of a private address', '64:ff9b::10.0.0.1'],
  ['NAT64 of a public address, which nobody needs', '64:ff9b::8.8.8.8'],
  ['NAT64 of one site', '64:ff9b:1::a00:1'],
  ['discard', '100::1'],
  ['ORCHID', '2001:20::1'],
  ['AMT', '2001:3::1'],
  ['segment routing', '5f00::1'],
  ['Teredo', '2001:0:53aa:64c::1'],
  ['documentation', '2001:db8::1'],
  ['documentation', '3fff::1'],
  ['6to4 of loopback', '2002:7f00:1::1'],
  ['6to4 of a private address', '2002:c0a8:101::1'],
  ['6to4 of a public address, which nobody needs', '2002:808:808::1'],
  ['unique local', 'fc00::1'],
  ['unique local, the other half', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['unique local, Google metadata', 'fd20:ce::254'],
  ['unique local, AWS metadata', 'fd00:ec2::254'],
  ['link-local', 'fe80::1'],
  ['link-local with a zone', 'fe80::1%eth0'],
  ['public with a zone', '2606:4700:4700::1111%eth0'],
  ['the end of link-local', 'febf::1'],
  ['site-local', 'fec0::1'],
  ['multicast', 'ff02::1'],
])('isPublicAddress is false for %s: %s', (_, address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each([
  '',
  'localhost',
  '127.1',
  '0x7f000001',
  '2130706433',
  '017700000001',
  '0177.0.0.1',
  '8.8.8',
  '1.2.3.4:80',
  '[::1]',
  '1.2.3.4/8',
  '8.8.8.8 ',
])('isPublicAddress(%j) is false, because it is no address', (text) => expect(isPublicAddress(text)).toBe(false))

test('isPublicAddress is false for every address of a private network', () => {
  const byte = fc.nat({ max: 255 })
  const privates = fc.oneof(
    fc.tuple(fc.constant(10), byte, byte, byte),
    fc.tuple(fc.constant(127), byte, byte, byte),
    fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
    fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
    fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
    fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), byte, byte),
    fc.tuple(fc.integer({ min: 224, max: 255 }), byte, byte, byte),
  )
  fc.assert(
    fc.property(privates, (bytes) => {
      const address = bytes.join('.')
      return !isPublicAddress(address) && !isPublicAddress(`::ffff:${address}`)
    }),
  )
})
