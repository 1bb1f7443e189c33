import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { Refusal } from '#domain/refusal.js'
import type { InputSchemas, Operation } from '#orchestration/contract.js'
import { RequestRefusal } from '#orchestration/request-refusal.js'
import { deadlineIn } from '../deadline.js'
import { parseInput, readInput } from './parse-input.js'

const operationOf = (kind: Operation['kind'], input: InputSchemas, method: Operation['http']['method']): Operation => ({
  id: 'things.do',
  kind,
  http: { method, path: '/things/{thingId}', status: 200 },
  summary: '',
  access: 'public',
  input,
  output: null,
  refusals: [],
  run: async () => ({ output: undefined, replayed: false }),
})

const params = z.strictObject({ thingId: z.string().regex(/^\d+$/) })
const query = z.strictObject({ limit: z.coerce.number().int().min(1).default(25), tag: z.string().optional() })
const body = z.strictObject({ reps: z.int().min(1), notes: z.string().optional() })
const change = operationOf('command', { params, query, body }, 'POST')
const start = operationOf('command', { params }, 'POST')
const get = operationOf('query', { params }, 'GET')

async function ask(
  operation: Operation,
  text: string | null,
  { search = '', thingId = '7', type = 'application/json' } = {},
) {
  const init = text === null ? {} : { body: text, headers: { 'content-type': type } }
  const { method } = operation.http
  const request = new Request(`http://localhost/api/v1/things/${thingId}${search}`, { method, ...init })
  return parseInput(
    await readInput({ request, operation, params: { thingId }, deadline: deadlineIn(5_000) }),
    operation,
  )
}

async function faultsOf(asked: Promise<unknown>): Promise<string[]> {
  const refusal = await asked.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(refusal instanceof Refusal || refusal instanceof RequestRefusal))
    throw refusal ?? new Error('it was not refused')
  const places = refusal.faults.map((fault) => {
    const place = 'pointer' in fault ? fault.pointer : 'parameter' in fault ? fault.parameter : fault.header
    return `${place} ${fault.code}`
  })
  return [refusal.code, ...places]
}

test('parseInput parses the path, the query and the body', async () => {
  expect(await ask(change, '{"reps": 8}', { search: '?tag=a+b' })).toEqual({
    params: { thingId: '7' },
    query: { limit: 25, tag: 'a b' },
    body: { reps: 8 },
  })
})

test('parseInput names all faults of all parts at once', async () => {
  const asked = ask(change, '{"reps": 0, "id": 1}', { thingId: 'x', search: '?limit=0&colour=red&tag=a&tag=b' })
  expect(await faultsOf(asked)).toEqual([
    'MALFORMED_REQUEST',
    'thingId FORMAT',
    'tag REPEATED',
    'limit TOO_SMALL',
    'colour UNKNOWN_PARAMETER',
    '/reps TOO_SMALL',
    '/id UNKNOWN_FIELD',
  ])
})

describe('parseInput of a body', () => {
  test.each([
    ['[]', ['INVALID_INPUT', ' TYPE']],
    ['null', ['INVALID_INPUT', ' TYPE']],
    ['{}', ['INVALID_INPUT', '/reps REQUIRED']],
    ['{"reps": "8"}', ['INVALID_INPUT', '/reps TYPE']],
    ['', ['MALFORMED_REQUEST']],
    ['  ', ['MALFORMED_REQUEST']],
    ['{"reps": 8', ['MALFORMED_REQUEST']],
  ])('finds the faults of %j', async (text, faults) => expect(await faultsOf(ask(change, text))).toEqual(faults))

  test('does not read a body of another media type', async () => {
    expect(await faultsOf(ask(change, '{"reps": 8}', { type: 'text/plain' }))).toEqual([
      'UNSUPPORTED_MEDIA_TYPE',
      'Content-Type VALUE',
    ])
  })

  test('names at most a thousand faults', async () => {
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`field-${n}`, n]))
    expect(await faultsOf(ask(change, JSON.stringify(many)))).toHaveLength(1_001)
  })
})

describe('parseInput of an operation without input', () => {
  test('accepts no body and an empty object', async () => {
    expect(await ask(start, null)).toEqual(await ask(start, '{}'))
  })

  test('refuses a field', async () => {
    expect(await faultsOf(ask(start, '{"status": "completed"}'))).toEqual(['INVALID_INPUT', '/status UNKNOWN_FIELD'])
    expect(await faultsOf(ask(start, 'x', { type: 'text/plain' }))).toEqual([
      'UNSUPPORTED_MEDIA_TYPE',
      'Content-Type VALUE',
    ])
  })

  test('refuses parameters of any name', async () => {
    expect(await faultsOf(ask(get, null, { search: '?__proto__=1&limit=2' }))).toEqual([
      'MALFORMED_REQUEST',
      '__proto__ UNKNOWN_PARAMETER',
      'limit UNKNOWN_PARAMETER',
    ])
    expect(await faultsOf(ask(change, '{"reps":8}', { search: '?__proto__=1' }))).toEqual([
      'MALFORMED_REQUEST',
      '__proto__ UNKNOWN_PARAMETER',
    ])
  })
})
