import { describe, expect, test } from 'vitest'
import { databaseSpan, requestSpan } from './span-facts.js'

const request = {
  requestId: 'r-1',
  operation: 'sessions.get',
  route: '/api/v1/sessions/{sessionId}',
  method: 'GET',
  status: 200,
  startedAt: 0,
  parent: null,
  units: [],
}

describe('the span of a request', () => {
  test('is named by method and route', () => {
    expect(requestSpan(request).name).toBe('GET /api/v1/sessions/{sessionId}')
    expect(requestSpan({ ...request, route: null, operation: null }).name).toBe('GET')
  })

  test('has one of a bounded set of methods', () => {
    const { name, attributes } = requestSpan({ ...request, method: 'BREW' })
    expect([name, attributes['http.request.method']]).toEqual(['HTTP /api/v1/sessions/{sessionId}', '_OTHER'])
  })

  test.each([
    [204, false],
    [404, false],
    [429, false],
    [500, true],
    [504, true],
  ])('with status %i is an error: %s', (status, isError) => {
    expect(requestSpan({ ...request, status }).isError).toBe(isError)
  })
})

describe('the span of a unit of work', () => {
  const failure = {
    kind: 'timeout',
    sqlState: '57014',
    constraint: null,
    detail: null,
    ambiguous: false,
    statement: null,
  } as const
  const unit = { statements: ['take-role', 'findSession'], startedAt: 0, milliseconds: 1, failure: null }

  test('is named by its statements, at most five of them', () => {
    expect(databaseSpan(unit).name).toBe('take-role findSession')
    expect(databaseSpan({ ...unit, statements: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }).name).toBe('a b c d e +2')
  })

  test('says how it failed, and is an error unless the failure is an answer', () => {
    const { attributes, isError } = databaseSpan({ ...unit, failure })
    expect(attributes).toMatchObject({ 'error.type': 'timeout', 'db.response.status_code': '57014' })
    expect(isError).toBe(true)
    expect(databaseSpan({ ...unit, failure: { ...failure, kind: 'guard' } }).isError).toBe(false)
  })
})
