import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, vi } from 'vitest'
import { browserTest, openBrowser } from '#tests/support/browser.js'
import { type OidcProvider, startOidcProvider } from '#tests/support/oidc-provider.js'
import { temporaryFolder } from '#tests/support/temporary-folder.js'
import { codeOf } from '#tests/support/totp.js'
import { ask, signIn } from './device.js'
import { servedApp } from './served-app.js'

vi.setConfig({ testTimeout: 180_000 })

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const outbox = temporaryFolder()
let provider: OidcProvider | undefined
const { database, origin } = await servedApp(async (apiOrigin) => {
  provider = await startOidcProvider(apiOrigin)
  return { MAIL_OUTBOX: outbox, AUTH_PROVIDERS: JSON.stringify([provider.setting]) }
})
const password = 'correct horse'

/** Opens the app on a phone that nobody used before. A fault of the page fails the test. */
async function newPhone(): Promise<Page> {
  // the test puts a judge into the page, which its policy would not let in
  const viewport = { width: 320, height: 640 }
  const context = await (await openBrowser()).newContext({ viewport, bypassCSP: true, timezoneId: 'Europe/Berlin' })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  onTestFinished(() => expect(faults).toEqual([]))
  await page.goto(`${origin}/app/`)
  return page
}

const newcomer = () => ({ email: `${randomUUID()}@example.com`, password, name: 'Ada', timeZone: 'Europe/Berlin' })
const screen = (page: Page, title: string) =>
  page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click()
const waitingCount = (page: Page) => page.locator('[data-waiting]').getAttribute('data-waiting')

async function show(page: Page, address: string, title: string): Promise<void> {
  await page.goto(`${origin}/app/#/${address}`)
  await screen(page, title)
  await page.locator('[aria-busy]').first().waitFor({ state: 'detached' })
}

/** Lets axe look at what is shown, light and dark, and measures that it fits the smallest phone. */
async function judge(page: Page): Promise<void> {
  await page.evaluate(axe)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const faults = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
    )
    const width = await page.evaluate('document.documentElement.scrollWidth')
    expect({ at: page.url(), colorScheme, faults, width }).toEqual({
      at: page.url(),
      colorScheme,
      faults: [],
      width: 320,
    })
  }
}

async function typeSignIn(page: Page, email: string, typed = password): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(typed)
  await press(page, 'Sign in')
}

/** All of this comes from one address within seconds, which the limits are there to stop. */
const laterOn = () => database.rows('delete from auth_rate_limits')

browserTest('a new person signs up, says what there is to train with, and is asked for a second factor', async () => {
  const page = await newPhone()
  const { email } = newcomer()
  await screen(page, 'Sign in')
  await judge(page)
  await typeSignIn(page, email, 'not this one')
  await page.locator('#sign-in [data-code="WRONG_CREDENTIALS"]').waitFor()
  await judge(page)

  await follow(page, 'Create an account')
  await page.getByLabel('What to call you').fill('Ada')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill('short')
  expect(await page.getByLabel('Time zone').inputValue()).toBe('Europe/Berlin')
  expect(await page.getByLabel('Use my health data').isChecked()).toBe(false)
  await press(page, 'Create my account')
  await page.getByLabel('Password').and(page.locator('[aria-invalid="true"]:focus')).waitFor()
  await judge(page)
  await page.getByLabel('Password').fill(password)
  await press(page, 'Create my account')

  await screen(page, 'What do you have?')
  await page.getByLabel('Pull-up bar').check()
  await judge(page)
  await press(page, 'Next')
  await screen(page, 'How much time?')
  await page.getByLabel('3', { exact: true }).check()
  await judge(page)
  await press(page, 'Next')
  await screen(page, 'What can you do?')
  await page.getByLabel('How many reps of Push-up').fill('20')
  await judge(page)
  await press(page, 'Done')
  await screen(page, 'You are set')
  await judge(page)

  await show(page, 'account/second-factor', 'Second factor')
  await page.getByLabel('Your password').fill(password)
  await press(page, 'Set it up')
  const totpURI = `${await page.locator('a[href^="otpauth:"]').getAttribute('href')}`
  await judge(page)
  await page.getByLabel('The code that the app shows').fill(codeOf(totpURI))
  await press(page, 'Turn it on')
  await page.getByText('It is on').waitFor()
  await judge(page)

  await show(page, 'account', 'You')
  await press(page, 'Sign out')
  await screen(page, 'Sign in')
  await laterOn()
  await typeSignIn(page, email)
  await screen(page, 'One more step')
  await page.getByLabel('The code').fill('000000')
  await press(page, 'Sign in')
  await page.getByLabel('The code').and(page.locator('[aria-invalid="true"]')).waitFor()
  await judge(page)
  await page.getByLabel('The code').fill(codeOf(totpURI, 1))
  await press(page, 'Sign in')
  await screen(page, 'Today')
  const token = await page.evaluate('JSON.parse(localStorage.getItem("calistheniq.tokens")).accessToken')
  const me = await ask<object>(origin, '/me', { token: `${token}` })
  expect(me).toMatchObject({ name: 'Ada', equipment: ['pull-up-bar'], daysPerWeek: 3 })
})

const pages = [
  ['account', 'You'],
  ['account/profile', 'Profile'],
  ['account/training', 'Training'],
  ['account/levels', 'Levels'],
  ['account/security', 'Signing in'],
  ['account/password', 'Password'],
  ['account/passkeys', 'Passkeys'],
  ['account/devices', 'Devices'],
  ['account/privacy', 'Your data'],
  ['account/delete', 'Delete your account'],
  ['account/changes', 'Changes'],
] as const

browserTest('the pages of an account are for everybody, and it is deleted once that was asked twice', async () => {
  const page = await newPhone()
  const athlete = newcomer()
  await signIn(origin, '/auth/sign-up/email', athlete)
  await typeSignIn(page, athlete.email)
  await screen(page, 'Today')
  for (const [address, title] of pages) {
    await show(page, address, title)
    await judge(page)
  }
  await show(page, 'account/delete', 'Delete your account')
  await page.getByLabel('Your password').fill(password)
  await press(page, 'Delete my account')
  await page.getByRole('heading', { name: 'Delete everything for ever?' }).waitFor()
  await judge(page)
  await press(page, 'Delete it for ever')
  await screen(page, 'Sign in')
  await laterOn()
  await typeSignIn(page, athlete.email)
  await page.locator('#sign-in [data-code="WRONG_CREDENTIALS"]').waitFor()
})

/** Keeps a command in the queue of an athlete, as the app does. */
const keepsCommand = (userId: string, command: object) => `new Promise((resolve, reject) => {
  const opening = indexedDB.open('calistheniq-queue-${userId}', 1)
  opening.onerror = reject
  opening.onsuccess = () => {
    const transaction = opening.result.transaction('queue', 'readwrite')
    transaction.objectStore('queue').put(${JSON.stringify(command)})
    transaction.oncomplete = () => { opening.result.close(); resolve(0) }
  }
})`

browserTest('what waits is sent as the one who did it, whoever signs in in between', async () => {
  const page = await newPhone()
  const [ada, ben] = [newcomer(), newcomer()]
  const asAda = await signIn(origin, '/auth/sign-up/email', ada)
  const asBen = await signIn(origin, '/auth/sign-up/email', ben)
  const sessionsOf = async ({ accessToken }: typeof asAda) =>
    (await ask<{ data: { id: string }[] }>(origin, '/sessions', { token: accessToken })).data.map(({ id }) => id)

  await typeSignIn(page, ada.email)
  await screen(page, 'Today')
  const id = randomUUID()
  const input = { body: { id, date: '2026-11-28' } }
  const key = '019ac000-0000-7000-8000-000000000000'
  await page.evaluate(keepsCommand(asAda.id, { key, operation: 'sessions.create', input, problem: null }))
  await page.evaluate('localStorage.removeItem("calistheniq.tokens")')
  await page.reload()
  await page.getByText('You are signed out').waitFor()
  expect(await waitingCount(page)).toBe('1')
  await show(page, 'account/changes', 'Changes')
  await page.getByText('New workout for Sat').waitFor()

  await laterOn()
  await show(page, 'sign-in', 'Sign in')
  await page.getByText('Welcome back. 1 change will be sent.').waitFor()
  await judge(page)
  await typeSignIn(page, ben.email)
  await screen(page, 'Today')
  await show(page, 'account/changes', 'Changes')
  await page.getByText('Everything is sent').waitFor()
  await show(page, 'account', 'You')
  await press(page, 'Sign out')
  await screen(page, 'Sign in')
  expect([await sessionsOf(asAda), await sessionsOf(asBen)]).toEqual([[], []])

  await laterOn()
  await typeSignIn(page, ada.email)
  await screen(page, 'Today')
  await vi.waitUntil(async () => (await sessionsOf(asAda)).length > 0, { timeout: 30_000, interval: 300 })
  expect([await sessionsOf(asAda), await sessionsOf(asBen)]).toEqual([[id], []])
})

/** Gives the phone a sensor that knows its owner's finger. */
async function knowsFinger(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    },
  })
}

/** The code in the latest mail, which stands on a line of its own. */
function codeOfMail(): string | undefined {
  const last = readdirSync(outbox)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .at(-1)
  const text: unknown = last && JSON.parse(readFileSync(join(outbox, last), 'utf8')).text
  return /^[A-Za-z0-9]{24}$/m.exec(`${text}`)?.[0]
}

browserTest('a passkey opens, a provider does, and a code of a mail sets a forgotten password', async () => {
  const page = await newPhone()
  await knowsFinger(page)
  const athlete = newcomer()
  await signIn(origin, '/auth/sign-up/email', athlete)
  await typeSignIn(page, athlete.email)
  await screen(page, 'Today')

  await database.rows("update auth_sessions set created_at = created_at - interval '1 hour'")
  await show(page, 'account/passkeys', 'Passkeys')
  await press(page, 'Add a passkey')
  await page.getByText('You signed in some time ago').waitFor()
  await judge(page)
  await page.getByLabel('Your password').fill(password)
  await press(page, 'Go on')
  await page.getByRole('button', { name: /^Remove / }).waitFor()
  await show(page, 'account/privacy', 'Your data')
  const download = page.waitForEvent('download')
  await press(page, 'Download my data')
  expect((await download).suggestedFilename()).toBe('calistheniq.zip')
  await show(page, 'account', 'You')
  await press(page, 'Sign out')
  await screen(page, 'Sign in')
  await laterOn()
  await press(page, 'Sign in with a passkey')
  await screen(page, 'Today')
  await show(page, 'account', 'You')
  await page.getByText(athlete.email).waitFor()
  await press(page, 'Sign out')

  await screen(page, 'Sign in')
  await follow(page, 'Forgotten your password?')
  await judge(page)
  await page.getByLabel('Email').fill(athlete.email)
  await press(page, 'Send me a code')
  await screen(page, 'New password')
  await judge(page)
  await page.getByLabel('Code of the mail').fill(await vi.waitUntil(codeOfMail, { timeout: 10_000 }))
  await page.getByLabel('New password', { exact: true }).fill('battery staple')
  await press(page, 'Set it')
  await screen(page, 'Sign in')
  await laterOn()
  await typeSignIn(page, athlete.email, 'battery staple')
  await screen(page, 'Today')
  await show(page, 'account', 'You')
  await press(page, 'Sign out')

  await screen(page, 'Sign in')
  await laterOn()
  provider?.signIn({ sub: 'cleo', email: `${randomUUID()}@example.com`, email_verified: true, name: 'Cleo' })
  await page.getByRole('button', { name: /^Sign in with (?!a passkey)/ }).click()
  await screen(page, 'Today')
  await show(page, 'account', 'You')
  await page.getByText('Cleo').waitFor()
})
