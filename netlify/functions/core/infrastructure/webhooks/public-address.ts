import { BlockList, isIP } from 'node:net'

/**
 * IPv4 that is not the public internet: the IANA special-purpose registry, multicast, what is
 * reserved, and the one metadata service that has a public address (Azure's).
 */
const specialIPv4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24', '192.168.0.0/16'],
  ...['192.175.48.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  '168.63.129.16/32',
]

/**
 * What IANA has given out as global unicast. Mapped IPv4, NAT64, unique local, link-local and
 * multicast lie outside of it.
 */
const globalIPv6 = ['2000::/3']

/** Within that: Teredo and other protocols, documentation, 6to4, and AS112. */
const specialIPv6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20']

type Ranges = { readonly refusedIPv4: BlockList; readonly allowedIPv6: BlockList; readonly refusedIPv6: BlockList }

let made: Ranges | undefined

/** Made when the first address is looked at: few processes look at one. */
function ranges(): Ranges {
  made ??= {
    refusedIPv4: rangesOf(specialIPv4, 'ipv4'),
    allowedIPv6: rangesOf(globalIPv6, 'ipv6'),
    refusedIPv6: rangesOf(specialIPv6, 'ipv6'),
  }
  return made
}

/**
 * Tells whether an address belongs to the public internet; false for anything that is no address.
 */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !ranges().refusedIPv4.check(address, 'ipv4')
    case 6:
      // a zone ties an address to one link of this machine
      return !address.includes('%') && isPublicIPv6(address)
    default:
      return false
  }
}

function isPublicIPv6(address: string): boolean {
  const { allowedIPv6, refusedIPv6 } = ranges()
  return allowedIPv6.check(address, 'ipv6') && !refusedIPv6.check(address, 'ipv6')
}

function rangesOf(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [network = '', prefix] = range.split('/')
    list.addSubnet(network, Number(prefix), family)
  }
  return list
}
