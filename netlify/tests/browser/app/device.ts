import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'

/** Who signed in on a device. */
export type SignedIn = { readonly id: string; readonly sessionToken: string; readonly accessToken: string }

/** Asks the API as a program would: a body makes it a POST. Who signs in too often, as a quick machine does, waits. */
export async function ask<Answer>(origin: string, path: string, asked: Asked = {}): Promise<Answer> {
  const { token = '', body } = asked
  const response = await fetch(`${origin}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  const seconds = Number(response.headers.get('retry-after'))
  if (response.status === 429 && seconds > 0 && seconds <= 10) {
    await setTimeout(1_000 * seconds)
    return ask(origin, path, asked)
  }
  const answer = await response.json()
  expect(response.status, JSON.stringify(answer)).toBeLessThan(300)
  return answer as Answer
}

type Asked = { readonly token?: string; readonly body?: object }

/** Signs up or in. */
export async function signIn(origin: string, path: string, account: object): Promise<SignedIn> {
  const answer = await ask<{ user: { id: string } } & SignedIn>(origin, path, { body: account })
  return { ...answer, id: answer.user.id }
}

/** Signs up somebody new, whose days are those of UTC. */
export function signUp(origin: string): Promise<SignedIn> {
  const account = { email: `${randomUUID()}@example.com`, password: 'correct horse', name: 'Ada', timeZone: 'UTC' }
  return signIn(origin, '/auth/sign-up/email', account)
}

/** Opens the app in a tab, for an athlete who signed in on this device before. A fault of the page fails the test. */
export async function openApp(context: BrowserContext, address: string, athlete: SignedIn): Promise<Page> {
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  onTestFinished(() => expect(faults).toEqual([]))
  page.on('dialog', (dialog) => dialog.accept())
  await page.addInitScript(
    ({ id, sessionToken, accessToken }) => {
      const accessTokenEndsAt = Date.now() + 600_000
      localStorage.setItem('calistheniq.tokens', JSON.stringify({ sessionToken, accessToken, accessTokenEndsAt }))
      localStorage.setItem('calistheniq.account', id)
    },
    { ...athlete },
  )
  await page.goto(address)
  return page
}

/** Waits until the app is kept on the device, so that it opens without a network. */
export async function untilKept(page: Page): Promise<void> {
  await page.evaluate('navigator.serviceWorker.ready.then(() => 0)')
}

/** Waits until so many commands wait to be sent. */
export async function waits(page: Page, number: number): Promise<void> {
  await page.locator(`[data-waiting="${number}"]`).waitFor()
}

/** Waits until nothing waits to be sent. */
export async function untilSent(page: Page): Promise<void> {
  await page.locator('[data-waiting]').waitFor({ state: 'detached', timeout: 60_000 })
}

/** Logs the next set of a workout, no sooner after the last than a person who does not tap twice. */
export async function log(page: Page, amount: number): Promise<void> {
  await page.waitForTimeout(750)
  const logged = await page.locator('.sets li').count()
  await page.locator('form.set input[name=amount]').fill(`${amount}`)
  await page.getByRole('button', { name: 'Log set' }).click()
  await page.locator('.sets li').nth(logged).waitFor()
}
