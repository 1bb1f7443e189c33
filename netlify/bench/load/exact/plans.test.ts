import { expect, test } from 'vitest'
import { lookedAt } from './plans.js'

const notice = (plan: object) => `duration: 1.0 ms  plan:\n${JSON.stringify({ 'Query Text': 'select', Plan: plan })}`

test('rows are those of all nodes, kept or not, once for each loop; pages are those of whole plans', () => {
  const scan = { 'Actual Rows': 3, 'Actual Loops': 2, 'Rows Removed by Filter': 1, 'Shared Hit Blocks': 4 }
  const join = { 'Actual Rows': 5, 'Actual Loops': 1, 'Shared Hit Blocks': 6, 'Shared Read Blocks': 1, Plans: [scan] }
  expect(lookedAt([notice(join), notice(scan), 'something else'])).toEqual({ rows: 13 + 8, pages: 7 + 4 })
})
