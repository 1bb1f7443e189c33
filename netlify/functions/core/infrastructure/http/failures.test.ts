import { expect, test } from 'vitest'
import { DatabaseError, type DatabaseErrorFacts } from '#database/errors.js'
import { Refusal } from '#domain/refusal.js'
import { refusalOfFailure } from './failures.js'

test('refusalOfFailure returns a refusal unchanged', () => {
  const refusal = new Refusal('CONFLICT', 'No.')
  expect(refusalOfFailure(refusal)).toBe(refusal)
})

test.each([
  new Error('select * from users where password = ...'),
  new TypeError('x is undefined'),
  'thrown text',
  null,
])('refusalOfFailure is null for %s', (error) => expect(refusalOfFailure(error)).toBeNull())

const nothing: DatabaseErrorFacts = {
  kind: 'unexpected',
  sqlState: null,
  constraint: null,
  detail: null,
  ambiguous: false,
  statement: null,
}
const cause = new Error('relation "secret_table" does not exist')

test.each<[Partial<DatabaseErrorFacts>, string | null]>([
  [{ kind: 'constraint', constraint: 'workout_sessions_pkey' }, 'ID_TAKEN'],
  [{ kind: 'constraint', constraint: 'a_constraint_of_nobody' }, null],
  [{ kind: 'guard', constraint: 'SESSION_NOT_FOUND' }, 'SESSION_NOT_FOUND'],
  [{ kind: 'guard', constraint: 'STALE_VERSION' }, null],
  [{ kind: 'conflict' }, 'SERVICE_UNAVAILABLE'],
  [{ kind: 'unavailable', ambiguous: true }, 'SERVICE_UNAVAILABLE'],
  [{ kind: 'timeout' }, 'DEADLINE_EXCEEDED'],
  [{ kind: 'unexpected', sqlState: '42P01' }, null],
])('refusalOfFailure of a database error with %j is %s', (facts, code) => {
  const refusal = refusalOfFailure(new DatabaseError({ ...nothing, ...facts }, cause))
  expect(refusal?.code ?? null).toBe(code)
  expect(JSON.stringify(refusal)).not.toContain('secret_table')
})
