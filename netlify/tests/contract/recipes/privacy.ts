import { clientOf, type TestApi, type TestAthlete } from '#tests/support/api.js'
import { makeAllExports } from '#tests/support/exports.js'
import { expectStatus } from '#tests/support/session-api.js'
import type { Recipe, Recipes } from './recipe.js'

/** Makes room for an export. */
async function withoutExports(athlete: TestAthlete): Promise<void> {
  const { data } = expectStatus(await athlete.get('/me/exports'), 200).body
  for (const { id } of data) expectStatus(await athlete.delete(`/me/exports/${id}`), 204)
}

/** An export of what privacy:read reads, which is ready. */
async function exported(athlete: TestAthlete, { fetch, issuer, db }: TestApi): Promise<string> {
  await withoutExports(athlete)
  const token = await issuer.issueToken({ sub: athlete.id, scope: 'privacy:read' })
  const begun = expectStatus(await clientOf(fetch, token).post('/me/exports'), 201).body
  await makeAllExports(db)
  return `/me/exports/${begun.id}`
}

const ofExport =
  (step: string): Recipe =>
  async (athlete, api) => ({ path: `${await exported(athlete, api)}${step}` })

export const privacyRecipes: Recipes = {
  'privacy.exportAccount': () => ({ path: '/me/export' }),
  'privacy.beginExport': async (athlete) => {
    await withoutExports(athlete)
    return { path: '/me/exports' }
  },
  'privacy.listExports': async (athlete, api) => {
    await exported(athlete, api)
    return { path: '/me/exports' }
  },
  'privacy.getExport': ofExport(''),
  'privacy.downloadExportPart': ofExport('/parts/1'),
  'privacy.deleteExport': ofExport(''),
  'privacy.eraseAccount': () => ({ path: '/me' }),
  'privacy.listConsents': () => ({ path: '/me/consents' }),
  'privacy.putConsent': () => ({ path: '/me/consents/research', body: { given: true } }),
}
