import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { DatabaseError, toDatabaseError } from './errors.js'

function answered(code: string, fields: { constraint?: string; severity?: string } = {}): Error {
  return Object.assign(new pg.DatabaseError('words that nobody reads', 0, 'error'), {
    code,
    severity: 'ERROR',
    ...fields,
  })
}

const broken = (code: string) => Object.assign(new Error('socket'), { code })

describe('toDatabaseError of an answer of the server', () => {
  test.each([
    ['23505', 'constraint'],
    ['23503', 'constraint'],
    ['23514', 'constraint'],
    ['23502', 'constraint'],
    ['CQ001', 'guard'],
    ['40001', 'conflict'],
    ['40P01', 'conflict'],
    ['57014', 'timeout'],
    ['55P03', 'timeout'],
    ['08006', 'unavailable'],
    ['57P01', 'unavailable'],
    ['57P02', 'unavailable'],
    ['57P03', 'unavailable'],
    ['53000', 'unavailable'],
    ['53100', 'unavailable'],
    ['53200', 'unavailable'],
    ['53300', 'unavailable'],
    ['53400', 'unavailable'],
    ['58030', 'unavailable'],
    ['58P01', 'unexpected'],
    ['XX001', 'unexpected'],
    ['42P01', 'unexpected'],
    ['42501', 'unexpected'],
    ['28P01', 'unexpected'],
    ['P0001', 'unexpected'],
  ] as const)('takes %s as %s', (sqlState, kind) => {
    expect(toDatabaseError(answered(sqlState)).facts).toMatchObject({ kind, sqlState })
  })

  test('keeps the constraint, the statement and the cause', () => {
    const cause = answered('23505', { constraint: 'users_email_key' })
    const error = toDatabaseError(cause, 'insert-user')
    expect(error.facts).toMatchObject({ constraint: 'users_email_key', statement: 'insert-user' })
    expect(error.cause).toBe(cause)
  })

  test('is ambiguous only when the answer ends the connection', () => {
    const exchange = { mayHaveCommitted: true }
    expect(toDatabaseError(answered('23505'), null, exchange).facts.ambiguous).toBe(false)
    expect(toDatabaseError(answered('40001'), null, exchange).facts.ambiguous).toBe(false)
    expect(toDatabaseError(answered('57P01'), null, exchange).facts.ambiguous).toBe(true)
    expect(toDatabaseError(answered('57P03'), null, exchange).facts.ambiguous).toBe(false)
    expect(toDatabaseError(answered('53300'), null, exchange).facts.ambiguous).toBe(false)
  })

  test.each(['53100', '53200', '58030'])('takes %s as ambiguous only when the server dies of it', (sqlState) => {
    const ambiguous = (severity: string) =>
      toDatabaseError(answered(sqlState, { severity }), null, { mayHaveCommitted: true }).facts.ambiguous
    expect([ambiguous('ERROR'), ambiguous('FATAL'), ambiguous('PANIC')]).toEqual([false, true, true])
  })
})

describe('toDatabaseError of a network failure', () => {
  test.each(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'])('takes %s as unavailable', (code) => {
    expect(toDatabaseError(broken(code)).facts).toMatchObject({ kind: 'unavailable', sqlState: null, ambiguous: false })
  })

  test('is ambiguous when the work was sent, and not when no connection was made', () => {
    const exchange = { mayHaveCommitted: true }
    for (const code of ['ECONNRESET', 'EPIPE', 'ETIMEDOUT']) {
      expect(toDatabaseError(broken(code), null, exchange).facts.ambiguous).toBe(true)
    }
    for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']) {
      expect(toDatabaseError(broken(code), null, exchange).facts.ambiguous).toBe(false)
    }
  })

  test("finds the code where fetch and Neon's driver hide it", () => {
    const fetchFailure = new TypeError('fetch failed', { cause: broken('ECONNREFUSED') })
    const neonFailure = Object.assign(new Error('Error connecting'), { sourceError: fetchFailure, code: undefined })
    expect(toDatabaseError(neonFailure, null, { mayHaveCommitted: true }).facts).toEqual({
      kind: 'unavailable',
      sqlState: null,
      constraint: null,
      detail: null,
      ambiguous: false,
      statement: null,
    })
  })

  test('takes a failure without a code as a lost connection', () => {
    const lost = toDatabaseError(new Error('Connection terminated unexpectedly'), null, { mayHaveCommitted: true })
    expect(lost.facts).toMatchObject({ kind: 'unavailable', ambiguous: true })
  })
})

describe('toDatabaseError of anything else', () => {
  test('takes a programming error as unexpected', () => {
    expect(toDatabaseError(new TypeError('no such method')).facts.kind).toBe('unexpected')
    expect(toDatabaseError('a thrown string').facts.kind).toBe('unexpected')
  })

  test('returns an error that is translated already', () => {
    const error = toDatabaseError(answered('23505'))
    expect(toDatabaseError(error)).toBe(error)
    expect(error).toBeInstanceOf(DatabaseError)
  })
})
