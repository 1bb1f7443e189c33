import assert from 'node:assert/strict'
import type { FaultAthlete } from '#tests/faults/support/fault-api.js'
import { randomFrom } from '#tests/faults/support/random.js'
import { insist } from '#tests/faults/support/training/insist.js'
import { expectStatus, key } from '#tests/faults/support/training/sessions.js'
import type { Send } from '#tests/faults/support/witness.js'
import { type Answered, clientOf } from '#tests/support/api.js'
import { choose } from './choose.js'
import { type Deed, type Diary, emptyDiary } from './diary.js'

type Life = {
  readonly token: string
  /** Ways to the API: each request takes one by chance. */
  readonly ways: readonly Send[]
  /** The same seed lives the same life. */
  readonly seed: number
  readonly steps: number
}

/**
 * Lives a life of training over ways that break; the diary of what was acknowledged, and how many
 * deeds that were.
 */
export async function live({ token, ways, seed, steps }: Life): Promise<{ diary: Diary; deeds: number }> {
  const diary = emptyDiary()
  // how often something is asked depends on the time that it takes, which must not change the life
  const [random, onTheWay] = [randomFrom(seed), randomFrom(seed + 1)]
  const clients = ways.map((send) => clientOf(send, token))
  let deeds = 0
  const send = (deed: Deed, name: string) =>
    insist(() => {
      const client = clients[Math.floor(onTheWay() * clients.length)] ?? assert.fail('no way to the API')
      const { method, path, body } = deed
      return method === 'delete' ? client.delete(path, key(name)) : client[method](path, body, key(name))
    }, onTheWay)
  for (let step = 0; step < steps; step += 1) {
    const chosen = choose(diary, random)
    const doubtful = random() < 0.25
    const answers: Answered[] = []
    for (const [place, deed] of chosen.entries()) {
      const name = `step-${step}-${place}`
      answers.push(...(await tap(() => send(deed, name), doubtful && chosen.length === 1 ? 2 : 1, deed)))
      deed.done(diary)
      deeds += 1
    }
    // whoever was offline does not know what got through, and sends all of it again
    if (chosen.length > 1 && doubtful) {
      for (const [place, deed] of chosen.entries()) {
        const again = await send(deed, `step-${step}-${place}`)
        assert.deepEqual(again.body, answers[place]?.body)
      }
    }
  }
  return { diary, deeds }
}

/** The same request once, or twice at once as from an impatient thumb; both are answered alike. */
async function tap(send: () => Promise<Answered>, times: number, { status }: Deed): Promise<Answered[]> {
  const answers = await Promise.all(Array.from({ length: times }, send))
  for (const answered of answers) assert.deepEqual(expectStatus(answered, status).body, answers[0]?.body)
  return answers
}

/** Fails unless the API tells of every session and set what the diary does, and of nothing else. */
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
