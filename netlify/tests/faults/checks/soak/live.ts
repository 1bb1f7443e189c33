import assert from 'node:assert/strict'
import type { FaultAthlete } from '#tests/faults/support/fault-api.js'
import { randomFrom } from '#tests/faults/support/random.js'
import { insist } from '#tests/faults/support/training/insist.js'
import { expectStatus, key } from '#tests/faults/support/training/sessions.js'
import type { Send } from '#tests/faults/support/witness.js'
import { type Answered, clientOf } from '#tests/support/api.js'
import { choose } from './choose.js'
import { type Action, type Diary, emptyDiary } from './diary.js'

type Life = {
  readonly token: string
  /** Ways to the API; each request takes a random one. */
  readonly ways: readonly Send[]
  /** The same seed gives the same actions. */
  readonly seed: number
  readonly steps: number
}

/**
 * Trains over connections that break. Returns the diary of what the API acknowledged, and the number
 * of actions.
 */
export async function live({ token, ways, seed, steps }: Life): Promise<{ diary: Diary; actions: number }> {
  const diary = emptyDiary()
  // how often something is asked depends on the time that it takes, which must not change the life
  const [random, onTheWay] = [randomFrom(seed), randomFrom(seed + 1)]
  const clients = ways.map((send) => clientOf(send, token))
  let actions = 0
  const send = (action: Action, name: string) =>
    insist(() => {
      const client = clients[Math.floor(onTheWay() * clients.length)] ?? assert.fail('no way to the API')
      const { method, path, body } = action
      return method === 'delete' ? client.delete(path, key(name)) : client[method](path, body, key(name))
    }, onTheWay)
  for (let step = 0; step < steps; step += 1) {
    const chosen = choose(diary, random)
    const doubtful = random() < 0.25
    const answers: Answered[] = []
    for (const [place, action] of chosen.entries()) {
      const name = `step-${step}-${place}`
      answers.push(...(await tap(() => send(action, name), doubtful && chosen.length === 1 ? 2 : 1, action)))
      action.done(diary)
      actions += 1
    }
    // an athlete who was offline does not know what got through, and sends all of it again
    if (chosen.length > 1 && doubtful) {
      for (const [place, action] of chosen.entries()) {
        const again = await send(action, `step-${step}-${place}`)
        assert.deepEqual(again.body, answers[place]?.body)
      }
    }
  }
  return { diary, actions }
}

/** Sends a request once, or twice at once like an impatient thumb, and expects equal answers. */
async function tap(send: () => Promise<Answered>, times: number, { status }: Action): Promise<Answered[]> {
  const answers = await Promise.all(Array.from({ length: times }, send))
  for (const answered of answers) assert.deepEqual(expectStatus(answered, status).body, answers[0]?.body)
  return answers
}

/** Fails unless the API has exactly the sessions and sets of the diary. */
export async function expectAsInDiary(athlete: FaultAthlete, { sessions, deleted }: Diary): Promise<void> {
  for (const id of deleted) expectStatus(await athlete.get(`/sessions/${id}`), 404)
  for (const [id, entry] of sessions) {
    const { body } = expectStatus(await athlete.get(`/sessions/${id}`), 200)
    const sets = body.exercises.flatMap(({ sets }: { sets: { id: string; reps: number }[] }) => sets)
    const told = sets.map(({ id, reps }: { id: string; reps: number }) => [id, reps])
    const known = [...entry.sets].map(([set, { reps }]) => [set, reps])
    assert.deepEqual([body.status, new Map(told)], [entry.status, new Map(known as [string, number][])])
    assert.equal(told.length, known.length)
  }
}
