import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, expect } from 'vitest'
import { buildSite } from '#local/site/build-site.js'
import { chartExamples } from '#local/site/chart-examples.js'
import { addressOf, sitePages } from '#local/site/site-pages.js'
import { browserTest, openBrowser } from '#tests/support/browser.js'
import { testDatabase } from '#tests/support/database.js'
import { serveFunctions } from '#tests/support/served.js'
import { serveSite } from '#tests/support/served-site.js'
import { temporaryFolder } from '#tests/support/temporary-folder.js'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const uPlot = readFileSync(createRequire(import.meta.url).resolve('uplot/dist/uPlot.iife.min.js'), 'utf8')
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

browserTest.each(['light', 'dark'] as const)(
  'every chart is drawn on a %s page, anew for another scheme, and without a script there is its table',
  async (colorScheme) => {
    const { page, noted } = await openPage({ colorScheme, viewport: { width: 320, height: 640 } })
    await page.goto(`${origin}/charts`)
    const pictures = 'document.querySelectorAll(".chart .picture canvas").length'
    await page.waitForFunction(`${pictures} === ${chartExamples.length}`)
    await page.evaluate('for (const canvas of document.querySelectorAll("canvas")) canvas.id = "before"')
    await page.emulateMedia({ colorScheme: colorScheme === 'light' ? 'dark' : 'light' })
    await page.waitForFunction(`document.querySelectorAll("canvas:not(#before)").length === ${chartExamples.length}`)
    expect(noted).toEqual([])
    await page.close()
    const { page: plain } = await openPage({ colorScheme, javaScriptEnabled: false })
    await plain.goto(`${origin}/charts`)
    await plain.locator('.chart summary').first().click()
    expect(await plain.locator('.chart table').first().isVisible()).toBe(true)
    expect(await plain.locator('.picture').first().isVisible()).toBe(false)
    await plain.close()
  },
  60_000,
)

browserTest(
  'the code of each chart draws as it is printed',
  async () => {
    const { page, noted } = await openPage()
    await page.goto(`${origin}/charts`)
    await page.addScriptTag({ content: uPlot })
    const [beginning = '', ...codes] = await page.locator('pre.shiki').allTextContents()
    expect(codes.length).toBeGreaterThan(4)
    for (const code of codes) {
      const name = `chart.metric === ${/metric: ('\w+')/.exec(code)?.[1]}`
      const drawn = await page.evaluate(`(async () => {
        const host = document.createElement('div')
        document.querySelector('main').append(host)
        const files = ${JSON.stringify(chartExamples.map((example) => example.name))}
        const answers = await Promise.all(files.map((file) => fetch('/charts/' + file + '.json').then((kept) => kept.json())))
        const ciq = { progress: { chart: async () => answers.find(({ series: [chart] }) => ${name}) } }
        ${beginning}
        ${code}
        await new Promise((resolve) => setTimeout(resolve, 100))
        const canvas = host.querySelector('canvas')
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
        // axes are grey; what has a colour is of the chart
        return data.some((red, index) => index % 4 === 0 && red !== data[index + 2])
      })()`)
      expect({ code, drawn }).toEqual({ code, drawn: true })
    }
    expect(noted).toEqual([])
    await page.close()
  },
  60_000,
)

browserTest('a page of the site weighs less than 100 kB, and the start page less than 30', async () => {
  for (const { name } of sitePages) {
    const bytes =
      readFileSync(`${folder}/${name}.html`).byteLength + readFileSync(`${folder}/assets/site.css`).byteLength
    expect(bytes, name).toBeLessThan(name === 'index' ? 30_000 : 100_000)
  }
})
