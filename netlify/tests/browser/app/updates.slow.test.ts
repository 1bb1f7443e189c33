import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, onTestFinished } from 'vitest'
import { buildSite } from '#local/site/build-site.js'
import { browserTest, openBrowser } from '#tests/support/browser.js'
import { testDatabase } from '#tests/support/database.js'
import { serveFunctions } from '#tests/support/served.js'
import { serveSite } from '#tests/support/served-site.js'
import { temporaryFolder } from '#tests/support/temporary-folder.js'
import { openApp, signIn, untilKept } from './device.js'

const { url } = await testDatabase('library')
const folder = temporaryFolder()
const origin = await serveSite(folder, await serveFunctions(url))

beforeAll(() => buildSite(folder), 60_000)

/** Publishes the app as a new version, whose page says which one it is. */
async function publish(edition: string): Promise<void> {
  const worker = join(folder, 'app/service-worker.js')
  await writeFile(worker, (await readFile(worker, 'utf8')).replace(/version:"[^"]*"/, `version:"${edition}"`))
  const page = join(folder, 'app/index.html')
  await writeFile(
    page,
    (await readFile(page, 'utf8')).replace('<head>', `<head><meta name="edition" content="${edition}">`),
  )
}

browserTest(
  'a new version waits until somebody opens it, and opens in all tabs then',
  async () => {
    const account = { email: `${randomUUID()}@example.com`, password: 'correct horse', name: 'Ada', timeZone: 'UTC' }
    const athlete = await signIn(origin, '/auth/sign-up/email', account)
    const context = await (await openBrowser()).newContext()
    onTestFinished(() => context.close())
    const first = await openApp(context, `${origin}/app/#/today`, athlete)
    await untilKept(first)
    await first.reload()
    const second = await openApp(context, `${origin}/app/#/week`, athlete)
    await publish('second')
    await first.reload()
    await first.getByRole('button', { name: 'Open it' }).click()
    for (const tab of [first, second]) await tab.locator('meta[name=edition]').waitFor({ state: 'attached' })
    await second.getByRole('heading', { name: /Week/ }).first().waitFor()
  },
  60_000,
)
