import { expect, onTestFinished } from 'vitest'
import { browserTest, openBrowser } from '#tests/support/browser.js'
import { ask, log, openApp, type SignedIn, signUp, untilKept, untilSent } from './device.js'
import { servedApp } from './served-app.js'

const { origin } = await servedApp()
const address = `${origin}/app/#/today`

type Listed = { readonly data: readonly { readonly id: string; readonly status: string }[] }

const sessionsOf = async ({ accessToken: token }: SignedIn) => (await ask<Listed>(origin, '/sessions', { token })).data

browserTest(
  'a recommended workout begins without a network, and is there once when there is one',
  async () => {
    const athlete = await signUp(origin)
    const context = await (await openBrowser()).newContext()
    onTestFinished(() => context.close())
    const page = await openApp(context, address, athlete)
    await untilKept(page)
    await page.getByRole('button', { name: 'Start' }).waitFor()
    await context.setOffline(true)
    await page.reload()
    await page.getByRole('button', { name: 'Start' }).click()
    await page.getByRole('button', { name: 'Start' }).click()
    await log(page, 5)
    await page.goto(address)
    await page.getByRole('heading', { name: 'Your workout runs' }).waitFor()
    expect(await sessionsOf(athlete)).toEqual([])
    await context.setOffline(false)
    await untilSent(page)
    expect(await sessionsOf(athlete)).toMatchObject([{ status: 'in_progress' }])
  },
  180_000,
)

browserTest(
  'a recommended workout that the API planned without being heard is there once',
  async () => {
    const athlete = await signUp(origin)
    const context = await (await openBrowser()).newContext({ serviceWorkers: 'block' })
    onTestFinished(() => context.close())
    const page = await openApp(context, address, athlete)
    await page.route('**/next-workout/accept', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await page.getByRole('button', { name: 'Start' }).click()
    await page.getByText('Ready when you are.').waitFor({ timeout: 60_000 })
    await untilSent(page)
    expect(await sessionsOf(athlete)).toHaveLength(1)
  },
  180_000,
)
