import assert from 'node:assert/strict'
import type { FaultCheck } from '../fault-check.js'
import type { FaultContext } from '../support/context.js'
import { openApi } from '../support/fault-api.js'
import { timed } from '../support/time.js'
import { expectComeBack, expectStatus } from '../support/training/sessions.js'
import { foreignIssuer, type KeysAnswer } from './foreign-keys/foreign-issuer.js'

const outOfReach: readonly KeysAnswer[] = ['nobody listens', '500', 'HTML', 'no key set', 'broken off', 'redirects']
const answerMsMax = 8_000

/** Sends a valid token whose keys cannot be fetched, which is answered with 503. */
async function tryOne(context: FaultContext, url: string, answer: KeysAnswer): Promise<number> {
  const issuer = await foreignIssuer(context, answer)
  const api = await openApi(context, { url, env: { AUTH_ISSUERS: issuer.setting } })
  const athlete = await api.athlete()
  const token = await issuer.issueToken(athlete.id)
  const foreign = api.as({ id: athlete.id, token })
  const forged = api.as({ id: athlete.id, token: `${token.slice(0, -8)}AAAAAAAA` })
  const asked = timed(() => Promise.all([foreign.get('/me'), forged.get('/me')]))
  // others are not held up by it
  expectStatus(await athlete.get('/me'), 200)
  const { result, ms } = await asked
  assert.ok(ms < answerMsMax, `${answer}: answered after ${Math.round(ms)} ms`)
  const [known, unknown] = result
  if (answer === 'well') expectStatus(known, 200)
  else expectComeBack(expectStatus(known, 503))
  expectStatus(unknown, answer === 'well' ? 401 : 503)
  return Math.round(ms)
}

/** The keys of another issuer cannot be fetched, for one reason or another. */
export const foreignKeys: FaultCheck = {
  name: "a foreign issuer's keys down, slow, or nonsense: 503, never in",
  run: async (context) => {
    const url = await context.makeDatabase()
    // silence is waited for, which the short form has no time for
    const answers: readonly KeysAnswer[] = ['well', ...outOfReach, ...(context.full ? (['never'] as const) : [])]
    const [, ...spent] = await Promise.all(answers.map((answer) => tryOne(context, url, answer)))
    return `${spent.length} ways to fail, the slowest answered after ${Math.max(...spent)} ms`
  },
}
