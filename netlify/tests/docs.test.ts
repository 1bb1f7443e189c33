import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'

const root = join(import.meta.dirname, '../..')
const inRoot = readdirSync(root).filter((name) => name.endsWith('.md'))
const inDocs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => join('docs', name))
const pages = [...inRoot, ...inDocs].map((name) => [name, readFileSync(join(root, name), 'utf8')] as const)

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))

/** Lists the anchors that GitHub gives to the headings of a page. */
function anchorsOf(text: string): string[] {
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading)
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  )
}

/** Lists the links of a page that lead nowhere in this repository. */
function deadLinks(name: string, text: string): string[] {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
  return links.filter((link) => !/^https?:/.test(link) && !leadsSomewhere(join(root, name), link))
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? page : join(dirname(page), path)
  if (!existsSync(target)) return false
  return anchor === undefined || anchorsOf(readFileSync(target, 'utf8')).includes(anchor)
}

describe.each(pages)('%s', (name, text) => {
  test('links to files and headings that exist', () => expect(deadLinks(name, text)).toEqual([]))
})

// the changelog also names what no longer exists
const present = pages.filter(([name]) => name !== 'CHANGELOG.md')

describe.each(present)('%s', (_, text) => {
  test('names npm scripts that exist', () => {
    const named = [...text.matchAll(/npm run ([\w:-]+)(?![\w:*-])/g)].map(([, script = '']) => script)
    expect(named.filter((script) => !(script in scripts))).toEqual([])
  })

  test('names files that exist', () => {
    const named = [...text.matchAll(/netlify\/(?:functions|local|tests|bench)\/[\w./-]*\w/g)].map(([path]) => path)
    const inCore = [...text.matchAll(/`((?:domain|orchestration|infrastructure)\/[\w./-]*\w)/g)].map(
      ([, path]) => `netlify/functions/core/${path}`,
    )
    expect([...named, ...inCore].filter((path) => !pathExists(path))).toEqual([])
  })
})

/**
 * Tells whether a path is a file, a folder, or the beginning of a file name, as tests are named.
 */
function pathExists(path: string): boolean {
  const folder = join(root, dirname(path))
  return existsSync(folder) && readdirSync(folder).some((name) => join(relative(root, folder), name).startsWith(path))
}

test('docs/database-infrastructure.md names every table', () => {
  const page = readFileSync(join(root, 'docs/database-infrastructure.md'), 'utf8')
  // the examples of SQL and TypeScript have tables that do not exist
  const guide = page.replaceAll(/^```(?:sql|ts)$.*?^```$/gms, '')
  const schema = readFileSync(join(root, 'netlify/functions/core/infrastructure/database/schema.sql'), 'utf8')
  const tables = [...schema.matchAll(/^create table ([\w.]+) \(/gm)].map(([, table = '']) => table)
  expect(tables.filter((table) => !new RegExp(`\\b${table}\\b`).test(guide))).toEqual([])
  expect(tables.length).toBeGreaterThan(30)
})

test.each(['domain', 'orchestration'])('docs/Architecture.md names every room of %s', (part) => {
  const page = readFileSync(join(root, 'docs/Architecture.md'), 'utf8')
  const rooms = readdirSync(join(root, 'netlify/functions/core', part), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  expect(rooms.filter((room) => !page.includes(`\`${room}\``))).toEqual([])
})
