import assert from 'node:assert/strict'
import type { FaultCheck } from '../fault-check.js'
import { type FaultAthlete, openApi } from '../support/fault-api.js'
import { expectSound } from '../support/invariants/expect-sound.js'
import { atOnce } from '../support/time.js'
import { expectStatus, startSession } from '../support/training/sessions.js'

/** Something that is changed under its version: where it is, and its nth change. */
type Editable = { readonly path: string; readonly field: string; readonly edit: (n: number) => unknown }

async function editables(athlete: FaultAthlete): Promise<Editable[]> {
  const { path } = await startSession(athlete)
  expectStatus(await athlete.put('/me/exercises/pull-up', { sets: [{ reps: 4 }] }), 200, 201)
  const goal = { kind: 'reps', exercise: 'push-up', target: 20 }
  const { body: set } = expectStatus(await athlete.post('/me/goals', goal), 201)
  return [
    { path, field: 'notes', edit: (n: number) => `note ${n}` },
    { path: '/me', field: 'name', edit: (n: number) => `Ada ${n}` },
    { path: '/me/exercises/pull-up', field: 'restSeconds', edit: (n: number) => 30 + n },
    { path: `/me/goals/${set.id}`, field: 'notes', edit: (n: number) => `goal ${n}` },
  ]
}

/**
 * Sends edits that all name the version that was read last. One succeeds, and the next read gives
 * the answer to that one.
 */
async function race(
  athlete: FaultAthlete,
  { path, field, edit }: Editable,
  many: number,
  first: number,
): Promise<void> {
  const headers = { 'if-match': expectStatus(await athlete.get(path), 200).headers.get('etag') ?? '' }
  const answers = await atOnce(many, (n) => athlete.patch(path, { [field]: edit(first + n) }, { headers }))
  const done = answers.filter(({ status }) => status === 200)
  assert.equal(done.length, 1, `${path}: ${answers.map(({ status }) => status).join(' ')}`)
  assert.equal(answers.filter(({ status }) => status === 412).length, many - 1)
  const after = expectStatus(await athlete.get(path), 200)
  assert.deepEqual(after.body[field], done[0]?.body[field])
}

/** Sends many edits of one thing at once, all under the version that they read. */
export const oneEtag: FaultCheck = {
  name: 'N parallel edits with one ETag: exactly one wins',
  run: async (context) => {
    const api = await openApi(context, { url: await context.makeDatabase() })
    const athlete = await api.athlete()
    const things = await editables(athlete)
    const rounds = context.full ? 10 : 1
    const many = context.full ? 30 : 12
    for (let round = 0; round < rounds; round += 1) {
      // what is there already would be no edit
      for (const thing of things) await race(athlete, thing, many, round * many)
    }
    await expectSound(api)
    return `${rounds} × ${many} edits of a session, /me, a configuration and a goal`
  },
}
