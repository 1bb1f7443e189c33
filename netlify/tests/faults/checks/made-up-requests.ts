import assert from 'node:assert/strict'
import type { Endpoint } from '../../../functions/core/infrastructure/http/endpoint.js'
import { operations } from '../../../functions/core/orchestration/operations.js'
import type { FaultCheck } from '../fault-check.js'
import { faultOfAnswer } from '../support/documented.js'
import { type FaultApi, type FaultAthlete, openApi } from '../support/fault-api.js'
import { type MadeUp, madeUpRequests } from '../support/requests.js'
import { expectStatus, startSession } from '../support/training.js'

/** Ids and names that exist for an athlete, by the parameter that they go into. */
async function knownOf(athlete: FaultAthlete): Promise<Record<string, string>> {
  const { id, exercises } = await startSession(athlete, 2)
  const { body: set } = expectStatus(await athlete.post(`${exercises[0]}/sets`, { reps: 8 }), 201)
  const { body: goal } = expectStatus(
    await athlete.post('/me/goals', { kind: 'skill', exercise: 'bar-muscle-up' }),
    201,
  )
  const { body: key } = expectStatus(await athlete.post('/me/keys', { name: 'Script', scopes: ['sessions:read'] }), 201)
  return {
    goalId: goal.id,
    keyId: key.id,
    purpose: 'research',
    sessionId: id,
    sessionExerciseId: exercises[0]?.split('/').at(-1) ?? '',
    setId: set.id,
    category: 'Push',
    exercise: 'push-up',
    week: 'current',
  }
}

async function faultOf({ send }: FaultApi, endpoint: Endpoint, made: MadeUp, token: string): Promise<string | null> {
  const headers = {
    authorization: `Bearer ${token}`,
    ...(made.body === null ? {} : { 'content-type': made.contentType }),
  }
  const response = await send(made.path, { method: made.method, headers, body: made.body })
  const text = await response.text()
  const fault = made.wrong && response.status < 400 ? 'accepted' : faultOfAnswer(endpoint, response, text)
  return (
    fault &&
    `${endpoint.id}, ${made.what}: ${fault}: ${made.method} ${made.path} ${made.body ?? ''} -> ${response.status} ${text}`
  )
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** A method that an address does not have is refused with those that it has. */
async function faultOfMethod({ send }: FaultApi, { id, http }: Endpoint): Promise<string | null> {
  const here = operations.filter(({ http: { path } }) => path === http.path).map(({ http: { method } }) => method)
  const method = methods.find((one) => !here.includes(one))
  const response = await send(http.path.replace(/\{\w+\}/g, 'x'), { method: method ?? 'OPTIONS' })
  const allow = response.headers.get('allow') ?? ''
  const expected = method ? 405 : 204
  return response.status === expected && here.every((one) => allow.includes(one))
    ? null
    : `${id}: ${method} -> ${response.status}, Allow: ${allow}`
}

const shownMax = 12

/** Requests made from the schemas of the operations, right and wrong. */
export const madeUp: FaultCheck = {
  name: 'requests made up from the schemas, right and wrong: never a 5xx, answers as documented, nothing wrong accepted',
  run: async (context) => {
    const api = await openApi(context, { url: await context.makeDatabase() })
    const faults: string[] = []
    let [asked, accepted] = [0, 0]
    // the short form takes every third
    const chosen = operations.filter((_, index) => context.full || index % 3 === context.seed % 3)
    for (const endpoint of chosen) {
      const athlete = await api.athlete()
      const known = await knownOf(athlete)
      const made = madeUpRequests(endpoint, known, { seed: context.seed, count: context.full ? 24 : 1 })
      asked += made.length
      accepted += made.filter(({ wrong }) => !wrong).length
      const found = [await faultOfMethod(api, endpoint)]
      for (const one of made) found.push(await faultOf(api, endpoint, one, athlete.token))
      faults.push(...found.filter((fault) => fault !== null))
    }
    assert.equal(faults.length, 0, `${faults.length} of ${asked}:\n${faults.slice(0, shownMax).join('\n')}`)
    return `${asked} requests to ${chosen.length} operations, ${asked - accepted} of them wrong`
  },
}
