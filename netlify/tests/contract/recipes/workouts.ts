import type { WorkoutPlan } from '#orchestration/workouts/support/plan.schema.js'
import type { TestAthlete } from '#tests/support/api.js'
import { expectStatus, plan } from '#tests/support/session-api.js'
import type { Recipes } from './recipe.js'

export const workoutRecipes: Recipes = {
  'workouts.getNext': () => ({ path: '/me/next-workout?minutes=40&equipment=pull-up-bar&categories=Push,Pull' }),
  // a day that is free, whatever was trained or planned before
  'workouts.acceptNext': async (athlete) => {
    const date = await trainingDayOf(athlete)
    return { path: '/me/next-workout/accept', body: { minutes: 40, date } }
  },
  'workouts.getPlan': () => ({ path: '/me/plan?weeks=2&minutes=30' }),
  'workouts.acceptPlan': async (athlete) => {
    const date = await trainingDayOf(athlete)
    return { path: '/me/plan/accept', body: { days: [{ date, time: '18:30' }] } }
  },
  'workouts.getRecommendations': () => ({ path: '/me/recommendations?date=2026-11-22' }),
  'workouts.getSkillMap': () => ({ path: '/me/skill-map?category=Pull&include=edges' }),
  'workouts.getPath': () => ({ path: '/me/path?goal=bar-muscle-up' }),
  'sessions.swapExercise': async (athlete) => {
    const { exercises } = await plan(athlete)
    return { path: `${exercises[0]}/swap`, body: { to: 'low-incline-push-up' } }
  },
  'progression.simulate': () => ({
    path: '/progression/simulate',
    body: { exercise: 'push-up', sessions: [{ sets: [{ reps: 6 }, { reps: 6 }, { reps: 6 }], rpeLast: 8 }] },
  }),
}

/** Returns the first day of the athlete's plan on which to train. */
async function trainingDayOf(athlete: TestAthlete): Promise<string> {
  const { weeks } = expectStatus(await athlete.get('/me/plan?weeks=2'), 200).body as WorkoutPlan
  const day = weeks.flatMap(({ days }) => days).find(({ kind }) => kind === 'train')
  if (!day) throw new Error('a plan of two weeks has no day to train')
  return day.date
}
