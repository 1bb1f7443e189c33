import { expect, test } from 'vitest'
import { rebuild } from '#database/commands/rebuild.js'
import { ruleBook } from '#domain/rules/rules-in-force.js'
import { testApi } from '#tests/support/api.js'
import { differencesOf } from '#tests/support/derived.js'
import { beginDiary, dayOf, met, pushUp } from '#tests/support/push-up-diary.js'
import { expectStatus, start } from '#tests/support/session-api.js'

const api = await testApi()

test('a rebuild that writes while sessions are completed leaves no difference and loses no session', async () => {
  const { athlete, sessions } = await beginDiary(api)
  const [first] = await sessions([met(5, 5, 5), { actual: [6, 6, 6] }])
  for (const day of [2, 3, 4, 5, 6]) {
    api.setNow(`${dayOf(day)}T19:00:00.000Z`)
    const open = await start(athlete, { date: dayOf(day), exercises: [{ exercise: pushUp }] })
    expectStatus(await athlete.post(`${open.exercises[0]}/sets`, { reps: 6, rpe: 8 }), 201)
    await api.db.rows('delete from user_abilities where user_id = $1', [athlete.id])
    const [report, completed, corrected] = await Promise.all([
      rebuild({ ruleBook, database: api.db.operator(), athlete: athlete.id, write: true }),
      athlete.post(`${open.path}/complete`, {}),
      athlete.patch(`${first?.sets[0]?.[0]}`, { reps: 3 + day }),
    ])
    expect([report.left, completed.status, corrected.status]).toEqual([0, 200, 200])
    expect(await differencesOf(api, athlete)).toEqual([])
  }
})
