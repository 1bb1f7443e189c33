import { expect, onTestFinished } from 'vitest'
import { browserTest, openBrowser } from '#tests/support/browser.js'
import { startKillableBrowser } from '#tests/support/killable-browser.js'
import { temporaryFolder } from '#tests/support/temporary-folder.js'
import { ask, log, openApp, type SignedIn, signUp, untilKept, untilSent, waits } from './device.js'
import { servedApp } from './served-app.js'

const { origin } = await servedApp()

/** Plans a workout of today: three sets of push-ups, and two dead hangs. */
async function planWorkout({ accessToken: token }: SignedIn): Promise<string> {
  const pushUps = { exercise: 'push-up', sets: [{ reps: 8 }, { reps: 8 }, { reps: 8 }] }
  const hangs = { exercise: 'dead-hang', sets: [{ duration: 20 }, { duration: 20 }] }
  const body = { date: new Date().toISOString().slice(0, 10), exercises: [pushUps, hangs] }
  return (await ask<{ id: string }>(origin, '/sessions', { token, body })).id
}

type StoredSession = {
  readonly status: string
  readonly exercises: readonly { readonly sets: readonly { reps: number | null; duration: number | null }[] }[]
}

/** What the API holds of a workout: its state, and the amounts of the sets of each exercise. */
async function stored(sessionId: string, { accessToken: token }: SignedIn) {
  const { status, exercises } = await ask<StoredSession>(origin, `/sessions/${sessionId}`, { token })
  return { status, sets: exercises.map(({ sets }) => sets.map(({ reps, duration }) => reps ?? duration)) }
}

const at = (screen: string) => `${origin}/app/#/${screen}`

browserTest(
  'offline in the middle of a workout, killed, opened again, online: nothing is lost, and nothing is there twice',
  async () => {
    const athlete = await signUp(origin)
    const sessionId = await planWorkout(athlete)
    const profile = temporaryFolder()
    const before = await startKillableBrowser(profile)
    const page = await openApp(before.context, at('today'), athlete)
    await untilKept(page)
    await page.goto(at(`workout/${sessionId}`))
    await page.getByRole('button', { name: 'Start' }).click()
    await log(page, 8)
    await untilSent(page)
    await before.context.setOffline(true)
    await log(page, 7)
    await log(page, 6)
    await waits(page, 2)
    await before.kill()

    const after = await startKillableBrowser(profile)
    await after.context.setOffline(true)
    const again = await openApp(after.context, at(`workout/${sessionId}`), athlete)
    await waits(again, 2)
    expect(await again.locator('.sets li').allInnerTexts()).toHaveLength(3)
    await log(again, 25)
    await log(again, 20)
    await again.getByRole('button', { name: 'Finish the workout' }).click()
    await again.getByRole('heading', { name: 'Well done' }).waitFor()
    expect(await again.evaluate('[document.activeElement.tagName, scrollY]')).toEqual(['H1', 0])
    await waits(again, 5)
    expect(await stored(sessionId, athlete)).toEqual({ status: 'in_progress', sets: [[8], []] })

    await after.context.setOffline(false)
    await untilSent(again)
    expect(await stored(sessionId, athlete)).toEqual({
      status: 'completed',
      sets: [
        [8, 7, 6],
        [25, 20],
      ],
    })
    await again.getByRole('heading', { name: 'Next time' }).waitFor()
  },
  180_000,
)

browserTest(
  'two tabs of a workout show the same, and send it once; a button that is tapped twice logs one set',
  async () => {
    const athlete = await signUp(origin)
    const sessionId = await planWorkout(athlete)
    const context = await (await openBrowser()).newContext()
    onTestFinished(() => context.close())
    const first = await openApp(context, at('today'), athlete)
    await untilKept(first)
    await first.goto(at(`workout/${sessionId}`))
    await first.getByRole('button', { name: 'Start' }).waitFor()
    const second = await openApp(context, at(`workout/${sessionId}`), athlete)
    await context.setOffline(true)
    await first.getByRole('button', { name: 'Start' }).click()
    await first.getByRole('button', { name: 'Log set' }).dblclick()
    await second.locator('.sets li').waitFor()
    await log(second, 7)
    await first.locator('.sets li').nth(1).waitFor()
    await waits(first, 3)
    await waits(second, 3)
    await context.setOffline(false)
    await Promise.all([untilSent(first), untilSent(second)])
    expect(await stored(sessionId, athlete)).toEqual({ status: 'in_progress', sets: [[8, 7], []] })
  },
  180_000,
)

browserTest(
  'a set whose answer was lost after the commit is there once',
  async () => {
    const athlete = await signUp(origin)
    const sessionId = await planWorkout(athlete)
    const context = await (await openBrowser()).newContext({ serviceWorkers: 'block' })
    onTestFinished(() => context.close())
    const page = await openApp(context, at(`workout/${sessionId}`), athlete)
    let lost = 0
    await page.route('**/sets', async (route) => {
      await route.fetch()
      lost += 1
      await (lost < 3 ? route.abort() : route.fallback())
    })
    await page.getByRole('button', { name: 'Start' }).click()
    await log(page, 8)
    await untilSent(page)
    expect(lost).toBeGreaterThan(2)
    expect(await stored(sessionId, athlete)).toEqual({ status: 'in_progress', sets: [[8], []] })
  },
  180_000,
)

browserTest(
  'an answer that was given before a set was logged does not take the set away again',
  async () => {
    const athlete = await signUp(origin)
    const sessionId = await planWorkout(athlete)
    const context = await (await openBrowser()).newContext({ serviceWorkers: 'block' })
    onTestFinished(() => context.close())
    const page = await openApp(context, at(`workout/${sessionId}`), athlete)
    await page.getByRole('button', { name: 'Start' }).click()
    await untilSent(page)
    await page.goto(at('today'))
    const [asked, logged] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    await page.route(
      `**/sessions/${sessionId}`,
      async (route) => {
        const response = await route.fetch()
        asked.resolve()
        await logged.promise
        await route.fulfill({ response })
      },
      { times: 1 },
    )
    await page.goto(at(`workout/${sessionId}`))
    await asked.promise
    await log(page, 8)
    await untilSent(page)
    const answered = page.waitForResponse(`**/sessions/${sessionId}`)
    logged.resolve()
    await answered
    await page.waitForTimeout(1_000)
    expect(await page.locator('.sets li').count()).toBe(1)
  },
  180_000,
)
