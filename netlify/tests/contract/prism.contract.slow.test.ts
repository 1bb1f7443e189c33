import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { boundTo } from '#database/unit-of-work.js'
import { documentedOperations, servedOperations } from '#http/openapi/operations.js'
import type { Mail } from '#infrastructure/mail/mail.js'
import { type ScriptApi, scriptedAthlete } from '#local/scripted-athlete/script-api.js'
import { enrol } from '#local/scripted-athlete/scripted-account.js'
import { tellStory } from '#local/scripted-athlete/tell-story.js'
import { followedMails } from '#tests/support/account-walks/mails.js'
import { passkeys } from '#tests/support/account-walks/passkeys.js'
import { passwordsAndSessions } from '#tests/support/account-walks/passwords-and-sessions.js'
import { providersOf } from '#tests/support/account-walks/providers.js'
import { secondFactors } from '#tests/support/account-walks/second-factors.js'
import { clientOf, testApi } from '#tests/support/api.js'
import { startOidcProvider } from '#tests/support/oidc-provider.js'
import { noon } from '#tests/support/session-api.js'
import { testBaseUrl } from '#tests/support/tokens.js'
import { askAccount } from './prism/ask-account.js'
import { hasPrism, type Prism, startPrism } from './prism/start-prism.js'
import { serveUpstream } from './prism/upstream.js'
import { watchedFetch } from './prism/watched-fetch.js'
import { ask } from './recipes/recipe.js'
import { recipeOf } from './recipes.js'

/** The parts of operations that Prism cannot judge, with the reasons. It judges everything else. */
const limits: Readonly<Record<string, string>> = {
  'accounts.openPasswordReset': 'Prism follows a redirect, and would judge the page that it leads to',
  'accounts.comeBackFromProvider': 'as above',
  'privacy.exportAccount': 'a ZIP is read as text: its status, headers and media type are judged, its bytes are not',
}

const provider = await startOidcProvider(testBaseUrl)
const env = { RATE_LIMIT_REQUESTS: '1000000', AUTH_PROVIDERS: JSON.stringify([provider.setting]) }
const api = await testApi({ env })
const mails: Mail[] = []
const upstream = await serveUpstream(api, async (mail) => void mails.push(mail))
const walks = {
  passwordsAndSessions,
  followedMails: followedMails(mails),
  secondFactors,
  passkeys,
  providers: providersOf(provider),
}
let prism: Prism | null = null
const { fetch: through, answered, takeViolations } = watchedFetch(() => prism?.origin ?? '')

const asked = new Set<string>()
const visitor = clientOf(through, null)

describe.skipIf(!hasPrism)('through Prism as a validating proxy', () => {
  beforeAll(async () => {
    const { body: document } = await api.visitor.get('/openapi.json')
    prism = await startPrism(document, upstream.url)
  }, 90_000)

  afterAll(() => prism?.stop())

  test.each(servedOperations.map((operation) => [operation.id, operation] as const))(
    '%s is as documented',
    async (id, operation) => {
      api.setNow(noon)
      const { token, ...athlete } = await api.athlete()
      const owner = { ...athlete, token, ...clientOf(through, token) }
      const wanted = await recipeOf(id)(owner, api)
      // Prism takes credentials for an operation that needs none as a violation
      const answer = await ask(
        { ...api, fetch: through },
        operation,
        wanted,
        operation.access === 'public' ? null : token,
      )
      expect(answer.status, JSON.stringify(answer.body)).toBe(operation.http.status)
      expect(takeViolations()).toEqual([])
      asked.add(id)
    },
  )

  test.each(Object.entries(walks))('the account service is as documented: %s', async (_, walk) => {
    api.setNow(new Date())
    await walk(askAccount(through, upstream.url, asked))
    expect(takeViolations()).toEqual([])
  })

  test('the twelve weeks of the scripted athlete are as documented', { timeout: 180_000 }, async () => {
    await boundTo(api.environment.database, { kind: 'operator' }).batch([enrol(scriptedAthlete)])
    const before = answered()
    const story = await tellStory(scriptApi(await api.issuer.issueToken({ sub: scriptedAthlete.id })))
    expect(takeViolations()).toEqual([])
    expect(story).toContain('## Week 12')
    expect(answered() - before).toBeGreaterThan(300)
  })

  test('every documented operation was asked for', ({ task }) => {
    const unjudged = Object.entries(limits).map(([id, reason]) => `${id}: ${reason}`)
    task.meta.seen = `${answered()} answers of ${asked.size} operations, no violation; not judged: ${unjudged.join('; ')}`
    const missing = documentedOperations().filter(({ id }) => !asked.has(id))
    expect(missing.map(({ id }) => id)).toEqual([])
    expect(Object.keys(limits).filter((id) => !asked.has(id))).toEqual([])
  })

  describe('Prism finds', () => {
    test('a field that is missing in an answer', async () => {
      upstream.spoilNext(async (response) => {
        const { data, ...page }: { data: { name: string }[] } = JSON.parse(await response.text())
        return Response.json({ ...page, data: data.map(({ name: _, ...rest }) => rest) }, response)
      })
      await visitor.get('/levels')
      expect(takeViolations().join()).toContain("must have required property 'name'")
    })

    test('a status that is not documented', async () => {
      upstream.spoilNext(({ headers, body }) => new Response(body, { headers, status: 203 }))
      await visitor.get('/levels')
      expect(takeViolations().join()).toContain('Unable to match the returned status code')
    })

    test('a media type that is not documented', async () => {
      upstream.spoilNext(
        ({ headers, status }) =>
          new Response('<p>', { status, headers: { ...Object.fromEntries(headers), 'content-type': 'text/html' } }),
      )
      await visitor.get('/levels')
      expect(takeViolations().join()).toContain('does not match the one specified')
    })

    test('a request body that is not documented', async () => {
      const { token } = await api.athlete()
      await clientOf(through, token).patch('/me', { bodyMassKg: 'much' })
      expect(takeViolations().join()).toContain('bodyMassKg')
    })
  })
})

/** Returns the API as the script of the athlete uses it. */
function scriptApi(token: string): ScriptApi {
  const client = clientOf(through, token)
  return {
    setNow: api.setNow,
    send: async (method, path, body) => {
      if (method === 'get' || method === 'delete') return client[method](path)
      return client[method](path, body)
    },
  }
}
