import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { statementFiles } from './second-postgres.js'

const files = globSync('netlify/**/*.test.ts').filter((file) => !file.endsWith('.slow.test.ts'))

test.each(statementFiles)('%s names test files', (path) => {
  expect(files.filter((file) => file.includes(path))).not.toEqual([])
})

test('the check of every statement is among the files of the second run', () => {
  const check = 'netlify/functions/core/infrastructure/database/test-queries.test.ts'
  expect(files.filter((file) => statementFiles.some((path) => file.includes(path)))).toContain(check)
})
