import type { Recipes } from './recipe.js'

export const privacyRecipes: Recipes = {
  'privacy.exportAccount': () => ({ path: '/me/export' }),
  'privacy.eraseAccount': () => ({ path: '/me' }),
  'privacy.listConsents': () => ({ path: '/me/consents' }),
  'privacy.putConsent': () => ({ path: '/me/consents/research', body: { given: true } }),
}
