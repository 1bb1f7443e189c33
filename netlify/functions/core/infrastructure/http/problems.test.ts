import { expect, test } from 'vitest'
import { refusalCodes } from '#domain/refusal.js'
import { requestRefusalCodes } from '#orchestration/request-refusal.js'
import { problemCodes, problems } from './problems.js'

test('every refusal has an error status, and a title', () => {
  expect(Object.keys(problems).sort()).toEqual([...refusalCodes, ...requestRefusalCodes].sort())
  for (const [code, { status, title }] of Object.entries(problems)) {
    expect(status, code).toBeGreaterThanOrEqual(400)
    expect(status, code).toBeLessThan(600)
    expect(title, code).toMatch(/^[A-Z][^.]{3,80}$/)
  }
})

test('every refusal of something missing is 404', () => {
  const absent = problemCodes.filter((code) => code.endsWith('_NOT_FOUND'))
  expect(absent.map((code) => problems[code].status)).toEqual(absent.map(() => 404))
})
