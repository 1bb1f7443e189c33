import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { longest, longestFirst } from './longest-first.js'

const fileOf = (moduleId: string, name = 'slow') => ({ moduleId: `/somewhere/${moduleId}`, project: { name } })
const [first = '', second = ''] = longest

test.each(longest)('%s is a file', (path) => {
  expect(existsSync(path)).toBe(true)
})

test('the longest files come first, the longest of them before the others', () => {
  const files = [fileOf('b.test.ts'), fileOf(second), fileOf('a.test.ts'), fileOf(first)]
  expect(longestFirst(files)).toEqual([files[3], files[1], files[0], files[2]])
})

test('a long file stays in its project', () => {
  const files = [fileOf('a.test.ts', 'database'), fileOf('b.test.ts', 'slow'), fileOf(first, 'slow')]
  expect(longestFirst(files)).toEqual([files[0], files[2], files[1]])
})
