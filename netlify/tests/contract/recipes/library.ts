import type { Recipes } from './recipe.js'

export const libraryRecipes: Recipes = {
  'levels.list': () => ({ path: '/levels' }),
  'categories.list': () => ({ path: '/categories' }),
  'vocabularies.get': () => ({ path: '/vocabularies' }),
  'exercises.list': () => ({ path: '/exercises?q=pull&sort=name&equipment=pull-up-bar&limit=2' }),
  'exercises.getGraph': () => ({ path: '/exercises/graph' }),
  'exercises.get': () => ({ path: '/exercises/pull-up' }),
  'exercises.getProgressions': () => ({ path: '/exercises/pull-up/progressions' }),
  'health.live': () => ({ path: '/health/live' }),
  'health.ready': () => ({ path: '/health/ready' }),
  'index.get': () => ({ path: '' }),
  'openapi.get': () => ({ path: '/openapi.json' }),
}
