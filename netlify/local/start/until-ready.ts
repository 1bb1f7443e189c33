import { setTimeout as pause } from 'node:timers/promises'
import { StartFault } from './fault.js'
import type { NetlifyDev } from './netlify-dev.js'

const readyMsMax = 90_000
const pollMs = 200

/**
 * Waits until the API reports that it is ready.
 *
 * @throws StartFault when `netlify dev` ends before that, or it takes too long.
 */
export async function untilReady(url: string, dev: NetlifyDev): Promise<void> {
  const end = Date.now() + readyMsMax
  while (!(await isReady(`${url}/health/ready`))) {
    if (dev.hasEnded())
      throw new StartFault(`netlify dev ended; ${dev.logFile} tells why. Its last words:\n${dev.log()}`)
    if (Date.now() > end) {
      throw new StartFault(`The API is not ready after ${readyMsMax / 1000} seconds; ${dev.logFile} tells why.`)
    }
    await pause(pollMs)
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(readyMsMax) })).ok
  } catch {
    return false
  }
}
