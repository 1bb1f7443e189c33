import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import { StartFault } from './fault.js'
import type { NetlifyDev } from './netlify-dev.js'

const pollMs = 200
/** How long one answer may take: a request that gets lost must not be waited for. */
const answerMsMax = 60_000

type Waiting = {
  /** Prints what is waited for. */
  readonly say: (line: string) => void
  /** Milliseconds between two such lines. */
  readonly sayEveryMs?: number
  /** Milliseconds for which the API may say why it is not ready; what it says then does not pass by itself. */
  readonly refusesMsMax?: number
}

/**
 * Waits until the API reports that it is ready: as long as the machine needs, since `netlify dev`
 * either gets there or ends.
 *
 * @throws StartFault when `netlify dev` ends before that, or the API itself goes on saying why not.
 */
export async function untilReady(url: string, dev: Pick<NetlifyDev, 'hasEnded' | 'log' | 'logFile'>, waiting: Waiting) {
  const { say, sayEveryMs = 15_000, refusesMsMax = 30_000 } = waiting
  const startedAt = Date.now()
  let saidAt = startedAt
  let refusesSince: number | null = null
  for (;;) {
    const state = await stateOf(`${url}/health/ready`)
    if (state === 'ready') return
    if (dev.hasEnded())
      throw new StartFault(`netlify dev ended; ${dev.logFile} tells why. Its last words:\n${dev.log()}`)
    refusesSince = state === 'silent' ? null : (refusesSince ?? Date.now())
    if (state !== 'silent' && Date.now() - (refusesSince ?? 0) > refusesMsMax)
      throw new StartFault(`The API is not ready: ${state.detail} ${dev.logFile} tells more.`)
    if (Date.now() - saidAt >= sayEveryMs) {
      saidAt = Date.now()
      const seconds = Math.round((saidAt - startedAt) / 1_000)
      say(`still waiting, for ${seconds} s: ${state === 'silent' ? lastLine(dev.log()) : state.detail}`)
    }
    await pause(pollMs)
  }
}

const Problem = z.looseObject({ detail: z.string() })

type State = 'ready' | 'silent' | { readonly detail: string }

async function stateOf(url: string): Promise<State> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(answerMsMax) })
    if (answer.ok) return 'ready'
    return Problem.parse(await answer.json())
  } catch {
    // whatever is no answer of the API comes from what is not up yet
    return 'silent'
  }
}

function lastLine(log: string): string {
  return log.trim().split('\n').at(-1)?.trim() || 'netlify dev has said nothing yet'
}
