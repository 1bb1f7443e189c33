import type { Recipe, Recipes } from './recipe.js'
import { completed } from './sessions.js'

const configured =
  (body?: unknown): Recipe =>
  async (athlete) => {
    await athlete.put('/me/exercises/pull-up', { sets: [{ reps: 4 }] })
    return { path: '/me/exercises/pull-up', body }
  }

export const meRecipes: Recipes = {
  'me.get': () => ({ path: '/me' }),
  'me.patch': () => ({ path: '/me', body: { bodyMassKg: 70 } }),
  'me.listLevels': () => ({ path: '/me/levels' }),
  'me.putLevel': () => ({ path: '/me/levels/Push', body: { level: 2 } }),
  'me.listExercises': () => ({ path: '/me/exercises' }),
  'me.getExercise': configured(),
  'me.putExercise': configured({ sets: [{ reps: 5 }] }),
  'me.patchExercise': configured({ restSeconds: 60 }),
  'me.deleteExercise': configured(),
  'me.listDays': () => ({ path: '/me/days' }),
  'me.getToday': async (athlete) => {
    await completed(athlete)
    return { path: '/me/today' }
  },
  'me.getWeek': () => ({ path: '/me/weeks/current' }),
}
