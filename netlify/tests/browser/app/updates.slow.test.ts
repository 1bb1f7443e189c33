import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { browserTest, openBrowser } from '#tests/support/browser.js'
import { openApp, signUp, untilKept } from './device.js'
import { servedApp } from './served-app.js'

const { folder, origin } = await servedApp()

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
    const athlete = await signUp(origin)
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
