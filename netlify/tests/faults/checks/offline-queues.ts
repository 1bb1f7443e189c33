import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Answered } from '#tests/support/api.js'
import type { FaultCheck } from '../fault-check.js'
import { type FaultApi, type FaultAthlete, openApi } from '../support/fault-api.js'
import { effectsOf, expectSound } from '../support/invariants/expect-sound.js'
import { expectStatus, key, planOf } from '../support/training/sessions.js'
import { breakingPg, type Cut } from './cut-connections/breaking-adapters.js'

/** A request of a queue, under a key of its own. */
type Queued = (athlete: FaultAthlete) => Promise<Answered>

const setsOfQueue = 4

/** A workout as an app queues it in a cellar: every id is the app's own. */
function queueOf(session: string): Queued[] {
  const [exercise, path] = [randomUUID(), `/sessions/${session}`]
  const { date } = planOf()
  const sets = Array.from({ length: setsOfQueue }, (_, n) => ({ id: randomUUID(), setNumber: n + 1, reps: 8 }))
  const requests: readonly (readonly [string, object])[] = [
    ['/sessions', { id: session, date, exercises: [{ id: exercise, exercise: 'push-up' }] }],
    [`${path}/start`, {}],
    ...sets.map((set) => [`${path}/exercises/${exercise}/sets`, set] as const),
    [`${path}/complete`, {}],
  ]
  return requests.map(
    ([to, body], place) =>
      (athlete) =>
        athlete.post(to, body, key(`${session}-${place}`)),
  )
}

/** Returns the items in an order of their own, by Fisher and Yates. */
function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const order = [...items]
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    ;[order[last], order[other]] = [order[other] as Item, order[last] as Item]
  }
  return order
}

type Counts = { sent: number; refused: number; lost: number }

/**
 * Sends a queue in a random order, some requests at once, and again what was not done, until nothing
 * is left. Returns how many passes it took.
 */
async function sendUntilDone(queue: readonly Queued[], athletes: readonly FaultAthlete[], parts: Parts) {
  const { random, counts } = parts
  let left = queue
  for (let pass = 1; pass <= queue.length + 1; pass += 1) {
    parts.beforePass()
    const order = shuffled(left, random)
    const answers = await Promise.all(
      order.map((request, place) => request(athletes[place % athletes.length] as FaultAthlete)),
    )
    counts.sent += order.length
    left = order.filter((_, place) => isLeft(answers[place] as Answered, counts))
    if (left.length === 0) return pass
  }
  // whatever the orders were, a pass in the order of the queue does the rest
  for (const request of queue) expectStatus(await request(athletes[0] as FaultAthlete), 200, 201)
  return queue.length + 2
}

function isLeft({ status }: Answered, counts: Counts): boolean {
  if (status === 503) counts.lost += 1
  if (status === 404 || status === 409) counts.refused += 1
  return status >= 400
}

type Parts = { readonly random: () => number; readonly counts: Counts; readonly beforePass: () => void }

async function expectWhole(api: FaultApi, athlete: FaultAthlete, session: string): Promise<void> {
  const { body } = expectStatus(await athlete.get(`/sessions/${session}`), 200)
  assert.equal(body.status, 'completed')
  assert.deepEqual(
    body.exercises[0].sets.map(({ reps }: { reps: number }) => reps),
    Array(setsOfQueue).fill(8),
  )
  assert.equal((await effectsOf(api, athlete)).sets, setsOfQueue)
}

/** Queues of workouts arrive in any order, twice, over two APIs, while connections are cut. */
export const offlineQueues: FaultCheck = {
  name: 'offline queues in any order, some requests at once, over two APIs and cut connections: each workout lands whole, once',
  run: async (context) => {
    const url = await context.makeDatabase()
    const { random } = context
    const breaking = await breakingPg(context, url)
    const cut = await openApi(context, { url, database: breaking.database })
    const whole = await openApi(context, { url, issuer: cut.issuer, witness: cut.witness })
    const counts: Counts = { sent: 0, refused: 0, lost: 0 }
    const cuts: readonly Cut[] = ['before commit', 'after commit']
    const beforePass = () => breaking.cutNextWork(cuts[Math.floor(random() * cuts.length)] as Cut)
    const workouts = context.full ? 30 : 4
    let passesMax = 0
    for (let workout = 0; workout < workouts; workout += 1) {
      const athlete = await cut.athlete()
      const session = randomUUID()
      const passes = await sendUntilDone(queueOf(session), [athlete, whole.as(athlete)], { random, counts, beforePass })
      passesMax = Math.max(passesMax, passes)
      await expectWhole(whole, athlete, session)
    }
    await expectSound(whole)
    const { sent, refused, lost } = counts
    return `${workouts} workouts of ${setsOfQueue + 3} requests, ${sent} sent: ${refused} came too early, ${lost} lost their connection; ${passesMax} passes at most`
  },
}
