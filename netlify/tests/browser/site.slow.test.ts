import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { buildSite } from '#local/site/build-site.js'
import { addressOf, sitePages } from '#local/site/site-pages.js'
import { browserTest, openBrowser } from '#tests/support/browser.js'
import { testDatabase } from '#tests/support/database.js'
import { serveFunctions } from '#tests/support/served.js'
import { serveSite } from '#tests/support/served-site.js'
import { temporaryFolder } from '#tests/support/temporary-folder.js'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const { url } = await testDatabase('library')
const folder = temporaryFolder()
const origin = await serveSite(folder, await serveFunctions(url))

beforeAll(() => buildSite(folder), 60_000)

/** Opens a page that notes what it asks other hosts for, and what goes wrong in it. */
async function openPage(options: BrowserContextOptions = {}): Promise<{ page: Page; noted: string[] }> {
  // the test puts a judge into the page, which its policy would not let in
  const page = await (await openBrowser()).newPage({ ...options, bypassCSP: true })
  const noted: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) noted.push(request.url())
  })
  page.on('pageerror', (error) => noted.push(error.message))
  page.on('console', (message) => message.type() === 'error' && noted.push(message.text()))
  return { page, noted }
}

const addresses = sitePages.map(addressOf)

browserTest.each(['light', 'dark'] as const)(
  'on %s pages, axe finds nothing, and no page is wider than the smallest phone',
  async (colorScheme) => {
    const { page, noted } = await openPage({ colorScheme, viewport: { width: 320, height: 640 } })
    for (const address of addresses) {
      await page.goto(`${origin}${address}`)
      await page.evaluate(axe)
      const faults = await page.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
      )
      expect({ address, faults }).toEqual({ address, faults: [] })
      const width = await page.evaluate('document.documentElement.scrollWidth')
      expect({ address, width }).toEqual({ address, width: 320 })
    }
    expect(noted).toEqual([])
    await page.close()
  },
  120_000,
)

browserTest(
  'the first lines of the start page work on it as they are printed',
  async () => {
    const { page, noted } = await openPage()
    await page.goto(origin)
    const printed = await page.locator('pre.shiki').filter({ hasText: 'sign-up' }).textContent()
    const lines = `${printed}`.replace('ada@example.com', `${randomUUID()}@example.com`)
    const logged = page.waitForEvent('console')
    await page.evaluate(`(async () => { ${lines} })()`)
    const [workout] = (await logged).args()
    expect(await workout?.evaluate(({ exercises }: { exercises: unknown[] }) => exercises.length)).toBeGreaterThan(0)
    expect(noted).toEqual([])
    await page.close()
  },
  60_000,
)

browserTest(
  'the type of a problem leads to its explanation',
  async () => {
    const { page } = await openPage()
    await page.goto(`${origin}/problems#invalid-input`)
    expect(await page.evaluate('document.querySelector(":target").textContent')).toBe('invalid-input')
    await page.close()
  },
  60_000,
)

browserTest(
  'in the explorer somebody signs up, and calls an operation of theirs at once',
  async () => {
    const { page, noted } = await openPage()
    await page.goto(`${origin}/explorer#/accounts/accountsSignUp`)
    const signUp = page.locator('#operations-accounts-accountsSignUp')
    const account = { email: `${randomUUID()}@example.com`, password: 'correct horse', name: 'Ada', timeZone: 'UTC' }
    await signUp.locator('textarea').first().fill(JSON.stringify(account))
    await signUp.getByRole('button', { name: 'Execute' }).click()
    await signUp.locator('.live-responses-table .response-col_status').getByText('200').waitFor()
    await page.locator('.opblock-tag').filter({ hasText: /^me/ }).click()
    const me = page.locator('[id$="-meGet"]')
    await me.locator('.opblock-summary-control').click()
    const asked = page.waitForRequest(`${origin}/api/v1/me`)
    await me.getByRole('button', { name: 'Execute' }).click()
    expect((await asked).headers()).toMatchObject({ authorization: expect.stringMatching(/^Bearer /) })
    await me.locator('.live-responses-table .response-col_status').getByText('200').waitFor()
    expect(noted).toEqual([])
    await page.close()
  },
  120_000,
)

browserTest(
  'the explorer sends no example that nobody typed',
  async () => {
    const { page } = await openPage()
    await page.goto(`${origin}/explorer#/exercises/exercisesList`)
    const list = page.locator('#operations-exercises-exercisesList')
    const asked = page.waitForRequest((request) => request.url().includes('/api/v1/exercises'))
    await list.getByRole('button', { name: 'Execute' }).click()
    const sent = await asked
    expect(sent.url()).toBe(`${origin}/api/v1/exercises`)
    expect(sent.headers()).not.toHaveProperty('if-none-match')
    await page.close()
  },
  120_000,
)

browserTest('a page of the site weighs less than 100 kB, and the start page less than 30', async () => {
  for (const { name } of sitePages) {
    const bytes =
      readFileSync(`${folder}/${name}.html`).byteLength + readFileSync(`${folder}/assets/site.css`).byteLength
    expect(bytes, name).toBeLessThan(name === 'index' ? 30_000 : 100_000)
  }
})
