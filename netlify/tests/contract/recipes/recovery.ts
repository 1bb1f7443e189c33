import type { TestAthlete } from '#tests/support/api.js'
import { expectStatus, log, plan, start, today } from '#tests/support/session-api.js'
import type { Recipe, Recipes } from './recipe.js'

const checkIn = { sleep: 4, fatigue: 3, stress: 3, soreness: 2, bodyMassKg: 72 }

const checkedIn =
  (body?: unknown): Recipe =>
  async (athlete) => {
    const { id } = expectStatus(await athlete.post('/me/check-ins', checkIn), 201).body
    return { path: `/me/check-ins/${id}`, body }
  }

/** Of an athlete who has checked in. */
const knownOf =
  (path: string): Recipe =>
  async (athlete, api) => {
    await checkedIn()(athlete, api)
    return { path }
  }

/** Trained last a month ago, and has a session planned for today. */
async function backAfterBreak(athlete: TestAthlete): Promise<void> {
  const then = '2026-10-20'
  const { path, exercises } = await start(athlete, { date: then, exercises: [{ exercise: 'push-up' }] })
  await log(athlete, exercises[0], { reps: 8, rpe: 7 })
  expectStatus(await athlete.post(`${path}/complete`, { completedAt: `${then}T12:00:00Z` }), 200)
  await plan(athlete)
}

/** Felt low three days in a row, so that an easier week is due. */
async function worn(athlete: TestAthlete): Promise<void> {
  for (const date of ['2026-11-20', '2026-11-21', '2026-11-22']) {
    expectStatus(await athlete.post('/me/check-ins', { date, sleep: 1, fatigue: 2, stress: 2, soreness: 2 }), 201)
  }
}

export const recoveryRecipes: Recipes = {
  'recovery.listCheckIns': knownOf(`/me/check-ins?from=${today}&to=${today}`),
  'recovery.recordCheckIn': () => ({ path: '/me/check-ins', body: checkIn }),
  'recovery.getCheckIn': checkedIn(),
  'recovery.changeCheckIn': checkedIn({ soreness: 4, bodyMassKg: 73 }),
  'recovery.deleteCheckIn': checkedIn(),
  'recovery.getReadiness': knownOf('/me/readiness'),
  'recovery.getLoad': knownOf('/me/load'),
  'recovery.getWarnings': knownOf('/me/warnings'),
  'recovery.declineDeload': async (athlete) => {
    await worn(athlete)
    return { path: '/me/deload/decline' }
  },
  'recovery.getDeload': knownOf('/me/deload'),
  'recovery.beginDeload': async (athlete) => {
    await plan(athlete)
    return { path: '/me/deload', body: {} }
  },
  'recovery.applyReturnPlan': async (athlete) => {
    await backAfterBreak(athlete)
    return { path: '/me/return-plan' }
  },
}
