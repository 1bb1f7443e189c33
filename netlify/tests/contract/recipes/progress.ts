import { expectStatus, log, start } from '#tests/support/session-api.js'
import type { Recipe, Recipes } from './recipe.js'
import { completed } from './sessions.js'

/** Of an athlete who has trained. */
const trained =
  (path: string): Recipe =>
  async (athlete) => {
    await completed(athlete)
    return { path }
  }

/** Of an athlete whose first set is ten times the standard. */
const mistyped: Recipe = async (athlete) => {
  const session = await start(athlete)
  await log(athlete, session.exercises[0], { reps: 100, rpe: 8 })
  expectStatus(await athlete.post(`${session.path}/complete`, {}), 200)
  return { path: '/me/review' }
}

export const progressRecipes: Recipes = {
  'progress.series': trained('/me/progress?by=day'),
  'progress.chart': trained('/me/series?metric=ability,level,hardSets,best&exercise=push-up'),
  'progress.records': trained('/me/records'),
  'progress.review': mistyped,
  'progress.adherence': trained('/me/adherence'),
  'progress.mastery': trained('/me/exercises/push-up/mastery'),
  'progress.exerciseHistory': trained('/me/exercises/push-up/history'),
  'progress.history': trained('/me/history'),
}
