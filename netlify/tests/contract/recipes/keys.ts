import { expectStatus } from '#tests/support/session-api.js'
import type { Recipe, Recipes } from './recipe.js'

const key = { name: 'Watch', scopes: ['sessions:read'] }

const created =
  (step: string): Recipe =>
  async (athlete) => {
    const { id } = expectStatus(await athlete.post('/me/keys', key), 201).body
    return { path: `/me/keys/${id}${step}` }
  }

export const keyRecipes: Recipes = {
  'keys.list': async (athlete, api) => {
    await created('')(athlete, api)
    return { path: '/me/keys' }
  },
  'keys.create': () => ({ path: '/me/keys', body: key }),
  'keys.get': created(''),
  'keys.rotate': created('/rotate'),
  'keys.revoke': created('/revoke'),
}
