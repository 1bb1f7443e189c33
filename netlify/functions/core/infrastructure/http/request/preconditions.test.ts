import { describe, expect, test } from 'vitest'
import { idempotencyOf, ifMatchOf, isKnown } from './preconditions.js'

const path = 'http://localhost/api/v1/sessions'
const requestWith = (headers: Record<string, string>, method = 'POST', url = path) =>
  new Request(url, { method, headers })

describe('If-Match', () => {
  const named = (header: string) => ifMatchOf(requestWith({ 'if-match': header }))

  test('names a version, any version or none', () => {
    const versions = [{ version: 3 }, { version: 0 }, { version: 2_147_483_647 }, 'any']
    expect([named('"3"'), named(' "0" '), named('"2147483647"'), named('*')]).toEqual(versions)
    expect(ifMatchOf(requestWith({}))).toBeNull()
  })

  test('names the version and the stamp of an entity tag, whatever its digest', () => {
    expect([named('"3.k3J9aQXq0vT2b9eA"'), named('"0.-_-_-_-_-_-_-_-_"')]).toEqual([
      { version: 3, stamp: 'k3J9aQ' },
      { version: 0, stamp: '-_-_-_' },
    ])
    expect(named('"3.Xq0vT2b9eA"')).toEqual({ version: 3, stamp: null })
    expect(named('"3.k3J9aQXq0vT2b9eA-df"')).toEqual({ version: 3, stamp: 'k3J9aQ' })
    expect(named('"3.k3J9aQXq0vT2b-df"')).toEqual({ version: 3, stamp: 'k3J9aQ' })
    expect(named('"3.k3J9aQ"')).toEqual({ version: 3, stamp: 'k3J9aQ' })
  })

  test.each([
    '3',
    '"3."',
    '"3..Xq0vT2b9eA"',
    '".abc"',
    '"3.a b"',
    'W/"3"',
    '"03"',
    '"-1"',
    '"3", "4"',
    '""',
    '"three"',
    '"1e3"',
    '"99999999999"',
  ])('refuses %s', (header) => expect(() => named(header)).toThrow('MALFORMED_REQUEST'))
})

describe('If-None-Match', () => {
  test.each([
    ['"abc"', true],
    ['W/"abc"', true],
    ['"x", W/"abc"', true],
    ['*', true],
    ['"abc-df"', true],
    ['"x-df", W/"abc-df"', true],
    ['"abc-df-df"', false],
    ['"abc-gzip"', false],
    ['abc-df', false],
    ['abc', false],
    ['"ab"', false],
    ['"x", "y"', false],
  ])('%s', (header, known) => {
    expect(isKnown(requestWith({ 'if-none-match': header }, 'GET'), '"abc"')).toBe(known)
  })

  test('knows a tag of ours that ends like that of a compressed answer', () => {
    const known = (header: string) => isKnown(requestWith({ 'if-none-match': header }, 'GET'), '"a-df"')
    expect([known('"a-df"'), known('"a-df-df"'), known('"a"')]).toEqual([true, true, false])
  })

  test('is unknown when the header is missing', () => expect(isKnown(requestWith({}, 'GET'), '"abc"')).toBe(false))
})

describe('Idempotency-Key', () => {
  const keyed = (
    key: string,
    body: unknown = {},
    operationId = 'things.do',
    params: unknown = {},
    query: unknown = {},
  ) => idempotencyOf(requestWith({ 'idempotency-key': key }), operationId, { params, query, body })

  test('is accepted bare or quoted', () => {
    expect(keyed('"a-key"')?.key).toBe('a-key')
    expect(keyed('a-key')).toEqual(keyed('"a-key"'))
    expect(idempotencyOf(requestWith({}), 'things.do', { params: {}, query: {}, body: {} })).toBeNull()
  })

  test('comes with a fingerprint of operation, path, query and body', () => {
    const others = [
      keyed('k', { a: 1 }),
      keyed('k', [{}]),
      keyed('k', {}, 'things.undo'),
      keyed('k', {}, 'things.do', { a: 1 }),
      keyed('k', {}, 'things.do', {}, { a: 1 }),
    ]
    const fingerprints = new Set([keyed('k'), ...others].map((one) => one?.fingerprint))
    expect(fingerprints.size).toBe(6)
    expect(keyed('k')?.fingerprint).toBe(keyed('other')?.fingerprint)
  })

  test('has the same fingerprint whatever the order of the fields, and not of a list', () => {
    const one = keyed('k', { a: 1, b: [{ c: 2, d: 3 }, 4] })
    expect(keyed('k', { b: [{ d: 3, c: 2 }, 4], a: 1 })).toEqual(one)
    expect(keyed('k', { a: 1, b: [4, { c: 2, d: 3 }] })).not.toEqual(one)
  })

  test.each(['', '""', 'a b', 'é', 'k'.repeat(256)])('refuses "%s"', (key) => {
    expect(() => keyed(key)).toThrow('MALFORMED_REQUEST')
  })
})
