import type { FaultApi } from '../../support/fault-api.js'
import { timed } from '../../support/time.js'
import { gatherLifters } from '../../support/training/lifters.js'
import type { Lifter } from '../../support/training/load.js'
import { expectStatus, key } from '../../support/training/sessions.js'

/** What athletes have seen who read a session and log a set, again and again. */
export type Busy = {
  readonly acknowledged: readonly string[]
  readonly requests: () => number
  /** The longest that a request took. */
  readonly msMax: () => number
  /** Lets everybody finish what they are at; throws when any request failed. */
  readonly stop: () => Promise<void>
}

/** Lets athletes train, each of whose requests must succeed at the first try. */
export async function startBusyAthletes(api: FaultApi): Promise<Busy> {
  const acknowledged: string[] = []
  let [requests, msMax, stopping] = [0, 0, false]
  const ask = async <Answer>(request: () => Promise<Answer>): Promise<Answer> => {
    const { result, ms } = await timed(request)
    requests += 1
    msMax = Math.max(msMax, ms)
    return result
  }
  const train = async ({ athlete, session }: Lifter, index: number) => {
    for (let n = 0; !stopping; n += 1) {
      expectStatus(await ask(() => athlete.get(session.path)), 200)
      const path = `${session.exercises[n % session.exercises.length]}/sets`
      const logged = await ask(() => athlete.post(path, { reps: 1 + (n % 30) }, key(`busy-${index}-${n}`)))
      acknowledged.push(expectStatus(logged, 201).body.id)
    }
  }
  const training = Promise.all((await gatherLifters(api)).map(train))
  // whatever stops them reports a failure
  training.catch(() => undefined)
  const stop = async () => {
    stopping = true
    await training
  }
  return { acknowledged, requests: () => requests, msMax: () => msMax, stop }
}
