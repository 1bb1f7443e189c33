import type { FaultContext } from '../context.js'
import type { FaultAthlete } from '../fault-api.js'
import { sleep } from '../time.js'
import { expectComeBack, key, type Started } from './sessions.js'

/** What clients that log sets with keys have seen so far. */
export type Load = {
  /** Ids of acknowledged sets. */
  readonly acknowledged: string[]
  /** How often a client got a Retry-After. */
  readonly turnedAway: () => number
  /** Lets every client finish the set it is at. */
  readonly stop: () => Promise<void>
}

export type Lifter = { readonly athlete: FaultAthlete; readonly session: Started }

/**
 * Each lifter logs one set after the other, and insists under the same key until it is
 * acknowledged, or the check has ended.
 */
export function startLoad(context: FaultContext, lifters: readonly Lifter[], pauseMs = 250): Load {
  const acknowledged: string[] = []
  let [turnedAway, stopping, over] = [0, false, false]
  const insist = async ({ athlete, session: { exercises } }: Lifter, name: string, n: number) => {
    while (!over) {
      const path = `${exercises[n % exercises.length]}/sets`
      const answered = await athlete.post(path, { reps: 1 + (n % 30) }, key(name))
      if (answered.status === 201) return acknowledged.push(answered.body.id)
      if (answered.body?.code !== 'IDEMPOTENCY_KEY_IN_USE') expectComeBack(answered)
      turnedAway += 1
      await sleep(pauseMs)
    }
    return null
  }
  const lift = async (lifter: Lifter, index: number) => {
    for (let n = 0; !stopping; n += 1) await insist(lifter, `lifter-${index}-${n}`, n)
  }
  const lifting = Promise.all(lifters.map(lift))
  // whatever stops the load reports a failure
  lifting.catch(() => undefined)
  context.onEnd(async () => {
    stopping = over = true
  })
  const stop = async () => {
    stopping = true
    await lifting
  }
  return { acknowledged, turnedAway: () => turnedAway, stop }
}
