import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const rooms = ['domain', 'orchestration']
const files = rooms.flatMap((room) =>
  readdirSync(join(import.meta.dirname, '..', room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(room, name)),
)

/** The files in which sentences for people are made, and the words that these are made of. */
const explains = (name: string) => /(^|\/)(explain(-[\w-]+\.ts|\/)|in-words\.ts$)/.test(name)

/** Commands of operators say what differs in words of their own. */
const forOperators = (name: string) => name.startsWith(join('orchestration', 'training', 'rebuild'))

/** What makes a sentence for people: words for it, a reason of the coach, or an explanation written down. */
const makesSentence = /^import (?!type).*\/(in-words|coach-words)\.js'|\breasonOf\(|\b(explanation|why): *['"`]/m

test('sentences for people are made in explain-* files alone', () => {
  const making = files.filter((name) => makesSentence.test(readFileSync(join(import.meta.dirname, '..', name), 'utf8')))
  expect(making.filter((name) => !explains(name) && !forOperators(name))).toEqual([])
  expect(making.filter(explains).length).toBeGreaterThan(15)
})
