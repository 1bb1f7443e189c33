import { goalRecipes } from './recipes/goals.js'
import { keyRecipes } from './recipes/keys.js'
import { levelRecipes } from './recipes/levels.js'
import { libraryRecipes } from './recipes/library.js'
import { meRecipes } from './recipes/me.js'
import { privacyRecipes } from './recipes/privacy.js'
import { progressRecipes } from './recipes/progress.js'
import type { Recipe, Recipes } from './recipes/recipe.js'
import { recoveryRecipes } from './recipes/recovery.js'
import { routineRecipes } from './recipes/routines.js'
import { sessionRecipes } from './recipes/sessions.js'
import { webhookRecipes } from './recipes/webhooks.js'
import { workoutRecipes } from './recipes/workouts.js'

/**
 * A request that succeeds, for every operation. The suites of this folder are generated from these.
 */
export const recipes: Recipes = {
  ...libraryRecipes,
  ...meRecipes,
  ...levelRecipes,
  ...workoutRecipes,
  ...routineRecipes,
  ...sessionRecipes,
  ...keyRecipes,
  ...privacyRecipes,
  ...progressRecipes,
  ...recoveryRecipes,
  ...goalRecipes,
  ...webhookRecipes,
}

/** @throws Error when there is none. */
export function recipeOf(operationId: string): Recipe {
  const recipe = recipes[operationId]
  if (!recipe) throw new Error(`write a recipe for ${operationId} in netlify/tests/contract/recipes`)
  return recipe
}
