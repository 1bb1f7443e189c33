import type { Recipe, Recipes } from './recipe.js'
import { completed } from './sessions.js'

/** Of an athlete who has trained. */
const trained =
  (path: string): Recipe =>
  async (athlete) => {
    await completed(athlete)
    return { path }
  }

export const progressRecipes: Recipes = {
  'progress.series': trained('/me/progress?by=day'),
  'progress.records': trained('/me/records'),
  'progress.adherence': trained('/me/adherence'),
  'progress.mastery': trained('/me/exercises/push-up/mastery'),
  'progress.exerciseHistory': trained('/me/exercises/push-up/history'),
  'progress.history': trained('/me/history'),
}
