import type { TestApi, TestAthlete } from '#tests/support/api.js'
import { happen } from '#tests/support/outbox.js'
import { expectStatus } from '#tests/support/session-api.js'
import type { Recipe, Recipes } from './recipe.js'

// an address of nobody's, so that nothing has to be looked up
const webhook = { url: 'https://192.0.3.1/hook', eventTypes: ['session.started'] }

const registered =
  (step: string, body?: unknown): Recipe =>
  async (athlete) => {
    const { id } = expectStatus(await athlete.post('/me/webhooks', webhook), 201).body
    return { path: `/me/webhooks/${id}${step}`, body }
  }

/** A webhook with something to deliver. */
async function delivering(athlete: TestAthlete, { db }: TestApi): Promise<{ path: string; delivery: string }> {
  const { id } = expectStatus(await athlete.post('/me/webhooks', webhook), 201).body
  await happen(db, athlete.id)
  const { data } = expectStatus(await athlete.get(`/me/webhooks/${id}/deliveries`), 200).body
  return { path: `/me/webhooks/${id}`, delivery: data[0]?.id }
}

export const webhookRecipes: Recipes = {
  'webhooks.list': async (athlete, api) => {
    await registered('')(athlete, api)
    return { path: '/me/webhooks' }
  },
  'webhooks.register': () => ({ path: '/me/webhooks', body: webhook }),
  'webhooks.get': registered(''),
  'webhooks.change': registered('', { eventTypes: ['session.completed'] }),
  'webhooks.delete': registered(''),
  'webhooks.rotateSecret': registered('/rotate-secret'),
  'webhooks.listDeliveries': async (athlete, api) => ({ path: `${(await delivering(athlete, api)).path}/deliveries` }),
  'webhooks.replayDelivery': async (athlete, api) => {
    const { path, delivery } = await delivering(athlete, api)
    return { path: `${path}/deliveries/${delivery}/replay` }
  },
}
