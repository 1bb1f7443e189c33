import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { browserTest, openBrowser } from '#tests/support/browser.js'
import { testDatabase } from '#tests/support/database.js'
import { serveFunctions } from '#tests/support/served.js'
import { pageWithClient } from './page-with-client.js'

const database = await testDatabase('library')
const origin = await serveFunctions(database.url)
let address = ''

beforeAll(async () => {
  address = await pageWithClient()
})

/** Opens the app: somebody is signed in, and what waits is in IndexedDB. */
const openApp = async (page: Page) => {
  await page.goto(address)
  await page.evaluate(`
    auth = calistheniq.session({ store: calistheniq.keyValueTokenStore(localStorage) })
    ciq = calistheniq.createClient({ baseUrl: '${origin}/api/v1', auth, retries: 0 })
    queue = calistheniq.offlineQueue(ciq, { store: calistheniq.indexedDbQueueStore() })
    0`)
}

const rowsOf = (table: string) => database.rows(`select 1 from ${table}`).then(({ length }) => length)

browserTest(
  'a workout that was logged offline outlives its page, and two tabs send it once',
  async () => {
    const context = await (await openBrowser()).newContext()
    const page = await context.newPage()
    await openApp(page)
    await page.evaluate(`ciq.accounts.signUp({ body: {
      email: '${randomUUID()}@example.com', password: 'correct horse battery', name: 'Ada', timeZone: 'UTC' } }).then(() => 0)`)
    await context.setOffline(true)
    const [session, exercise] = [randomUUID(), randomUUID()]
    const waiting = await page.evaluate(`(async () => {
      const date = new Date().toISOString().slice(0, 10)
      const exercises = [{ id: '${exercise}', exercise: 'push-up' }]
      const at = { sessionId: '${session}', sessionExerciseId: '${exercise}' }
      await queue.add('sessions.create', { body: { id: '${session}', date, exercises } })
      await queue.add('sessions.start', { sessionId: '${session}' })
      for (const reps of [8, 7, 6]) await queue.add('sessions.logSet', { ...at, body: { reps } })
      await queue.add('sessions.complete', { sessionId: '${session}', body: {} })
      return (await queue.sync()).waiting
    })()`)
    expect(waiting).toBe(6)
    await page.close()

    await context.setOffline(false)
    const tabs = [await context.newPage(), await context.newPage()]
    await Promise.all(tabs.map(openApp))
    const results = await Promise.all(tabs.map((tab) => tab.evaluate('queue.sync()')))
    expect(results, JSON.stringify(results)).toEqual(
      expect.arrayContaining([expect.objectContaining({ done: 6, refused: 0, waiting: 0 })]),
    )
    expect(await rowsOf('workout_sessions')).toBe(1)
    expect(await rowsOf('exercise_set_logs')).toBe(3)
    const [, other] = tabs
    expect(await other?.evaluate('queue.list()')).toEqual([])
  },
  60_000,
)
