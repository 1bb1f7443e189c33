import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const settings = readFileSync(join(root, 'netlify.toml'), 'utf8')
const site = readdirSync(join(root, 'docs/site'), { recursive: true, encoding: 'utf8' })

const valuesOf = (name: string) =>
  [...settings.matchAll(new RegExp(`^ *${name} = "(.*)"$`, 'gm'))].map(([, value]) => value)

test('what is published, deployed or by npm start, is docs/site', () => {
  expect(new Set(valuesOf('publish'))).toEqual(new Set(['docs/site']))
})

test('docs/site has the pages that its first page names for users of the API, and nothing else', () => {
  const index = readFileSync(join(root, 'docs/site/index.md'), 'utf8')
  const named = [...index.matchAll(/^\| `\/([\w-]+)` \|/gm)].map(([, page]) => `${page}.md`)
  expect(site.toSorted()).toEqual(['index.md', ...named].toSorted())
})

test('every address of the site leads to a page', () => {
  const targets = valuesOf('to').filter((to) => to?.endsWith('.md'))
  expect(targets.toSorted()).toEqual(site.map((page) => `/${page}`).toSorted())
})
