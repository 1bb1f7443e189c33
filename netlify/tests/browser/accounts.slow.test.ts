import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, vi } from 'vitest'
import * as z from 'zod'
import { browserTest, openBrowser } from '#tests/support/browser.js'
import { testDatabase } from '#tests/support/database.js'
import { type OidcProvider, startOidcProvider } from '#tests/support/oidc-provider.js'
import { serveFunctions } from '#tests/support/served.js'
import { temporaryFolder } from '#tests/support/temporary-folder.js'

vi.setConfig({ testTimeout: 120_000 })

const database = await testDatabase('library')
const outbox = temporaryFolder()
let provider: OidcProvider | undefined
const api = await serveFunctions(database.url, async (origin) => {
  provider = await startOidcProvider(origin)
  return { MAIL_OUTBOX: outbox, AUTH_PROVIDERS: JSON.stringify([provider.setting]) }
})
const stranger = await serveStrangersPage()

/** Serves one static page on a port of its own; its origin. */
async function serveStrangersPage(): Promise<string> {
  const html = readFileSync(join(import.meta.dirname, 'strangers-page.html'))
  const server = createServer((_, outgoing) => outgoing.writeHead(200, { 'content-type': 'text/html' }).end(html))
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return `http://localhost:${typeof address === 'object' && address ? address.port : 0}`
}

/** A page that is new to everybody, on a device that asks its owner for a finger. */
async function strangersPage(): Promise<Page> {
  const context = await (await openBrowser()).newContext({ timezoneId: 'America/Los_Angeles' })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    },
  })
  await page.goto(`${stranger}/#api=${encodeURIComponent(`${api}/api/v1`)}`)
  return page
}

const Answer = z.looseObject({
  status: z.number(),
  sessionToken: z.string().default(''),
  user: z.looseObject({ id: z.string(), emailVerified: z.boolean() }).optional(),
})

/** Lets the page run one of its own lines. */
const says = async (page: Page, line: string) => Answer.parse(await page.evaluate(`(async () => ${line})()`))
const calls = (page: Page, ...sent: unknown[]) =>
  says(page, `call(${sent.map((one) => JSON.stringify(one) ?? 'undefined').join(', ')})`)

/** The first link of the latest mail. */
async function latestLink(): Promise<string> {
  const files = () =>
    readdirSync(outbox)
      .filter((name) => name.endsWith('.json'))
      .sort()
  const last = await vi.waitUntil(() => files().at(-1), { timeout: 10_000 })
  return (
    z.object({ links: z.array(z.string()) }).parse(JSON.parse(readFileSync(join(outbox, last), 'utf8'))).links[0] ?? ''
  )
}

const mailsAre = (count: number) =>
  vi.waitUntil(() => readdirSync(outbox).filter((name) => name.endsWith('.json')).length >= count, { timeout: 10_000 })

/** All of this comes from one address within seconds, which the limits are there to stop. */
const laterOn = () => database.rows('delete from auth_rate_limits')

browserTest(
  'a stranger’s page on another port signs up, verifies, resets, and signs in by passkey and with a provider',
  async () => {
    const page = await strangersPage()
    const email = `${randomUUID()}@example.com`
    const account = { email, password: 'correct horse', name: 'Ada', timeZone: 'America/Los_Angeles' }
    const signedUp = await calls(page, '/auth/sign-up/email', account)
    expect([signedUp.status, signedUp.user?.emailVerified]).toEqual([200, false])

    await mailsAre(1)
    await page.goto(await latestLink())
    await page.goto(`${stranger}/#api=${encodeURIComponent(`${api}/api/v1`)}`)
    await laterOn()

    const mails = readdirSync(outbox).length
    await calls(page, '/auth/request-password-reset', { email, redirectTo: `${stranger}/reset` })
    await mailsAre(mails + 1)
    await page.goto(await latestLink())
    const back = new URL(page.url())
    expect(`${back.origin}${back.pathname}`).toBe(`${stranger}/reset`)
    const reset = { token: back.searchParams.get('token'), newPassword: 'battery staple' }
    expect((await calls(page, '/auth/reset-password', reset)).status).toBe(200)
    expect((await calls(page, '/auth/token', null, signedUp.sessionToken)).status).toBe(401)
    await laterOn()

    expect((await calls(page, '/auth/sign-in/email', { email, password: account.password })).status).toBe(401)
    const signedIn = await calls(page, '/auth/sign-in/email', { email, password: 'battery staple' })
    expect([signedIn.status, signedIn.user?.emailVerified]).toEqual([200, true])

    expect((await says(page, `makePasskey(${JSON.stringify(signedIn.sessionToken)})`)).status).toBe(200)
    await calls(page, '/auth/sign-out', {}, signedIn.sessionToken)
    const byPasskey = await says(page, 'signInByPasskey()')
    expect([byPasskey.status, byPasskey.user?.id]).toEqual([200, signedUp.user?.id])

    await laterOn()
    provider?.signIn({ sub: 'ada', email, email_verified: true, name: 'Ada of the club' })
    await page.evaluate(`signInWith('my-club')`)
    await page.getByText('Refused: ACCOUNT_NOT_LINKED.').waitFor()
    const { sessionToken } = await calls(page, '/auth/sign-in/email', { email, password: 'battery staple' })
    await page.evaluate(`linkWith('my-club', ${JSON.stringify(sessionToken)})`)
    await page.getByText('The provider is linked.').waitFor()
    await laterOn()
    await page.evaluate(`signInWith('my-club')`)
    await page.getByText(`${email} is signed in, as Ada.`).waitFor()
    expect(page.url()).toBe(`${stranger}/reset`)
    const cookies = (await page.context().cookies(api)).map(({ name }) => name)
    expect(cookies.filter((name) => name.includes('better-auth'))).toEqual([])
  },
)
