import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { buildSite } from '#local/site/build-site.js'
import { chartExamples } from '#local/site/chart-examples.js'
import { sitePages } from '#local/site/site-pages.js'
import { temporaryFolder } from '#tests/support/temporary-folder.js'

const root = join(import.meta.dirname, '../../..')
const settings = readFileSync(join(root, 'netlify.toml'), 'utf8')
const site = temporaryFolder()

beforeAll(() => buildSite(site))

const read = (file: string) => readFileSync(join(site, file), 'utf8')
const htmlOf = (page: string) => read(`${page}.html`)
const names = sitePages.map(({ name }) => name)

test('what is published, deployed or by npm start, is what npm run site makes', () => {
  const published = [...settings.matchAll(/^ *publish = "(.*)"$/gm)].map(([, folder]) => folder)
  expect(new Set(published)).toEqual(new Set(['docs/.site']))
  expect(settings).toMatch(/^ *command = "npm run site /m)
})

test('every page in docs/site is a page of the site', () => {
  const files = readdirSync(join(root, 'docs/site')).filter((file) => file !== 'charts')
  const sources = files.map((file) => `docs/site/${file}`)
  const shown = sitePages.map(({ source }) => source).filter((source) => source.startsWith('docs/site/'))
  expect(shown.toSorted()).toEqual(sources.toSorted())
})

test.each(names)('every link of the page %s leads somewhere in the site', (name) => {
  const html = htmlOf(name)
  const links = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link = '']) => link)
  const inside = links.filter((link) => !/^https:/.test(link))
  expect(inside.length).toBeGreaterThan(5)
  expect(inside.filter((link) => !leadsSomewhere(name, link))).toEqual([])
})

test.each(names)('the page %s has one title, and its headings have anchors of their own', (name) => {
  const html = htmlOf(name)
  expect(html.match(/<h1/g)).toHaveLength(1)
  const anchors = [...html.matchAll(/<h\d id="([^"]*)"/g)].map(([, anchor]) => anchor)
  expect(anchors).toEqual([...new Set(anchors)])
  expect(anchors).not.toContain('')
})

test('no page asks another host for anything', () => {
  const files = readdirSync(site).filter((file) => file.endsWith('.html'))
  const asked = files.flatMap((file) => [...read(file).matchAll(/(?:src|rel="stylesheet" href)="(https?:[^"]*)"/g)])
  expect(asked).toEqual([])
})

test('the page of charts reads without a script, and names the numbers that it draws', () => {
  const html = htmlOf('charts')
  const figures = html.split('<figure').slice(1)
  expect(figures).toHaveLength(chartExamples.length)
  for (const figure of figures) {
    expect(figure).toMatch(/<figcaption><strong>.+<\/strong><p>.+\.<\/p>/)
    expect(figure.match(/<tr>/g)?.length).toBeGreaterThan(10)
    expect(read(`charts/${/data-chart="(.*?)"/.exec(figure)?.[1]}.json`)).toContain('"starts"')
  }
})

test('what draws charts is loaded with the first chart, and weighs less than 25 kB', () => {
  const loaded = (pattern: RegExp) =>
    readdirSync(join(site, 'assets'))
      .filter((file) => pattern.test(file))
      .map((file) => gzipSync(read(`assets/${file}`)).byteLength)
  expect(loaded(/^charts\.js$/)).toEqual([expect.any(Number)])
  expect(loaded(/^charts\.js$/)[0]).toBeLessThan(4_000)
  expect(loaded(/^plot-.*\.js$/)).toEqual([expect.any(Number)])
  expect(loaded(/^plot-.*\.js$/)[0]).toBeLessThan(25_000)
})

/** Addresses of the API are served by its functions, and lead past the site. */
function leadsSomewhere(from: string, link: string): boolean {
  if (link.startsWith('/api/') || link.startsWith('/dev/')) return true
  const [path = '', anchor] = link.split('#')
  const name = path === '' ? from : path === '/' ? 'index' : path.slice(1)
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' })
  if (![name, `${name}.html`, `${name}index.html`].some((file) => files.includes(file))) return false
  return anchor === undefined || htmlOf(name).includes(`id="${anchor}"`)
}
