import type { BrowserContext } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { browserTest, openBrowser } from '#tests/support/browser.js'
import { ask, openApp, signUp } from './device.js'
import { servedApp } from './served-app.js'

const { origin } = await servedApp()

/** Lets IndexedDB refuse what is put into it, as it does when the disk of a phone is full. */
const fillDisk = `
  const put = IDBObjectStore.prototype.put
  let isFull = true
  IDBObjectStore.prototype.put = function (...given) {
    if (isFull) throw new DOMException('The disk is full.', 'QuotaExceededError')
    return put.apply(this, given)
  }
  makeRoom = () => { isFull = false }`

const forbidStorage = `
  IDBFactory.prototype.open = () => { throw new DOMException('Not here.', 'SecurityError') }`

/** Opens a browser whose pages begin with this script. */
async function openContext(content: string): Promise<BrowserContext> {
  const context = await (await openBrowser()).newContext({ serviceWorkers: 'block' })
  onTestFinished(() => context.close())
  await context.addInitScript({ content })
  return context
}

browserTest(
  'a set that a full device cannot keep is said not to be kept, stays typed, and is logged once there is room',
  async () => {
    const athlete = await signUp(origin)
    const body = {
      date: new Date().toISOString().slice(0, 10),
      exercises: [{ exercise: 'push-up', sets: [{ reps: 8 }] }],
    }
    const { id } = await ask<{ id: string }>(origin, '/sessions', { token: athlete.accessToken, body })
    const context = await openContext(fillDisk)
    const page = await openApp(context, `${origin}/app/#/workout/${id}`, athlete)

    await page.getByRole('button', { name: 'Log a set' }).click()
    await page.locator('form.set input[name=amount]').fill('7')
    await page.getByRole('button', { name: 'Log set' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('not kept')
    expect(await page.locator('.sets li').count()).toBe(0)
    expect(await page.locator('form.set input[name=amount]').inputValue()).toBe('7')

    await page.getByRole('button', { name: 'Close' }).click()
    await page.evaluate('makeRoom()')
    await page.waitForTimeout(750)
    await page.getByRole('button', { name: 'Log set' }).click()
    await page.locator('.sets li').waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.locator('[data-waiting]').waitFor({ state: 'detached', timeout: 60_000 })
    expect(await ask(origin, `/sessions/${id}`, { token: athlete.accessToken })).toMatchObject({
      exercises: [{ sets: [{ reps: 7 }] }],
    })
  },
  60_000,
)

browserTest(
  'where the browser forbids to keep anything, the app opens, shows what the API answers, and says what is lost',
  async () => {
    const page = await openApp(await openContext(forbidStorage), `${origin}/app/#/today`, await signUp(origin))
    expect(await page.getByRole('alert').innerText()).toContain('what you log is lost')
    await page.getByRole('heading', { name: 'Readiness' }).waitFor()
  },
  60_000,
)
