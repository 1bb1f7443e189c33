import { createServer } from 'node:net'
import { LocalPostgresError } from './fault.js'

/**
 * Returns the wanted port, or a free one for 0.
 *
 * @throws LocalPostgresError when the wanted port is taken.
 */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (cause) => {
      reject(
        new LocalPostgresError(`Port ${wanted} is taken: end what listens there, or choose another port.`, { cause }),
      )
    })
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : wanted
      probe.close(() => resolve(port))
    })
  })
}
