import { expectStatus } from '#tests/support/session-api.js'
import type { Recipe, Recipes } from './recipe.js'

const goal = { kind: 'reps', exercise: 'push-up', target: 20, deadline: '2027-03-01' }

const set =
  (body?: unknown): Recipe =>
  async (athlete) => {
    const { id } = expectStatus(await athlete.post('/me/goals', goal), 201).body
    return { path: `/me/goals/${id}`, body }
  }

export const goalRecipes: Recipes = {
  'goals.list': async (athlete, api) => {
    await set()(athlete, api)
    return { path: '/me/goals?status=open' }
  },
  'goals.set': () => ({ path: '/me/goals', body: goal }),
  'goals.get': set(),
  'goals.change': set({ target: 25, deadline: null }),
  'goals.drop': set(),
}
