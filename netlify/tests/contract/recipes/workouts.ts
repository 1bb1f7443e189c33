import { expectStatus, plan } from '#tests/support/session-api.js'
import type { Recipes } from './recipe.js'

export const workoutRecipes: Recipes = {
  'workouts.getNext': () => ({ path: '/me/next-workout?minutes=40&equipment=pull-up-bar&categories=Push,Pull' }),
  'workouts.acceptNext': () => ({ path: '/me/next-workout/accept', body: { minutes: 40 } }),
  'workouts.getPlan': () => ({ path: '/me/plan?weeks=2&minutes=30' }),
  'workouts.acceptPlan': async (athlete) => {
    const { startsOn } = expectStatus(await athlete.get('/me/plan?weeks=1'), 200).body
    return { path: '/me/plan/accept', body: { days: [{ date: startsOn, time: '18:30' }] } }
  },
  'workouts.getRecommendations': () => ({ path: '/me/recommendations?on=2026-11-22' }),
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
