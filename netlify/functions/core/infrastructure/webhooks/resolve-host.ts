import { Resolver } from 'node:dns/promises'
import { isIP } from 'node:net'
import { isLocalName } from '#domain/webhook/endpoint-url.js'

/** Resolves a host name to its addresses; empty when it has none, or the lookup fails. */
export type ResolveHost = (host: string) => Promise<readonly string[]>

type DnsOptions = {
  /** DNS servers, `address:port`; those of the machine unless given. */
  readonly servers?: readonly string[]
  readonly timeoutMs?: number
}

/**
 * Asks DNS, and only DNS: names of the machine's own hosts file do not exist here, and a name
 * server that keeps us waiting holds up no thread (as `dns.lookup` would). An address stands for
 * itself, `localhost` for the loopback addresses.
 */
export function dnsResolver({ servers, timeoutMs = 2_000 }: DnsOptions = {}): ResolveHost {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 2 })
  if (servers) resolver.setServers([...servers])
  return async (host) => {
    if (isIP(host) !== 0) return [host]
    if (isLocalName(host)) return ['127.0.0.1', '::1']
    const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
    return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
  }
}
