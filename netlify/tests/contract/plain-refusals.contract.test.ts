import { describe, expect, test } from 'vitest'
import { type Fault, Refusal } from '#domain/refusal.js'
import { documentedOperations } from '#http/openapi/operations.js'
import { parseInput } from '#http/request/parse-input.js'
import type { Operation } from '#orchestration/contract.js'
import { type RequestFault, RequestRefusal } from '#orchestration/request-refusal.js'
import { type InputField, inputFieldsOf } from './input-fields.js'

const operations = documentedOperations() as readonly Operation[]

type Given = { readonly query?: Readonly<Record<string, string>>; readonly body?: unknown }

/** Parses what is given, and returns it or the faults in it; those of the path and of missing fields left out. */
function read(
  operation: Operation,
  { query = {}, body = {} }: Given,
): { faults: readonly (Fault | RequestFault)[]; parsed: unknown } {
  const url = new URL(`http://localhost/?${new URLSearchParams(query)}`)
  const taken = { ...operation, input: { ...operation.input, params: undefined } } as unknown as Operation
  const bodyText = operation.input.body ? JSON.stringify(body) : null
  try {
    return { faults: [], parsed: parseInput({ params: {}, url, bodyText }, taken) }
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof RequestRefusal)) throw error
    return { faults: error.faults.filter(({ code }) => code !== 'REQUIRED'), parsed: undefined }
  }
}

/** Makes a body that has nothing but one field. */
function bodyWith([step, ...deeper]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value
  return step === '*' ? [bodyWith(deeper, value)] : { [step]: bodyWith(deeper, value) }
}

const fieldsOf = (part: InputField['part'], wanted: (field: InputField) => boolean) =>
  operations.flatMap((operation) =>
    inputFieldsOf(operation.input)
      .filter((field) => field.part === part && wanted(field))
      .map((field) => [`${operation.id} ${field.path.join('.')}`, operation, field] as const),
  )

/** What only somebody who knows the validator would understand. */
const jargon = /expected|received|invalid|NaN|>=|<=/i

const isNumber = ({ schema: { type } }: InputField) => type === 'integer' || type === 'number'
const integers = fieldsOf('body', ({ schema }) => schema.type === 'integer')

test('many bodies have integers', () => expect(integers.length).toBeGreaterThan(40))

describe.each(integers)('%s', (_, operation, { path }) => {
  test('refuses 1.5 as no whole number, in plain words', () => {
    const { faults } = read(operation, { body: bodyWith(path, 1.5) })
    const details = faults.map(({ detail }) => detail)
    expect(details.join()).toMatch(/must be (a whole number|whole \w+)/)
    expect(details.filter((detail) => jargon.test(detail))).toEqual([])
  })
})

test.each([
  ['sessions.logSet', 'duration', 61.4, 'must be whole seconds'],
  ['sessions.logSet', 'reps', 8.5, 'must be whole reps'],
  ['sessions.logSet', 'restSeconds', 90.5, 'must be whole seconds'],
  ['sessions.complete', 'durationMinutes', 45.5, 'must be whole minutes'],
  ['sessions.logSet', 'duration', '61', 'must be a number'],
  ['sessions.logSet', 'reps', 1001, 'must be at most 1000'],
  ['routines.create', 'name', '', 'must not be empty'],
])('%s says of %s %j: %s', (id, field, value, sentence) => {
  const operation = operations.find((one) => one.id === id) as Operation
  const { faults } = read(operation, { body: { [field]: value } })
  expect(faults.map(({ detail }) => detail)).toContain(sentence)
})

describe.each(fieldsOf('body', () => true))('%s', (_, operation, { path }) => {
  test.each([[[]], [{ a: 1 }], [true], [-1e9], ['\u0000']])('refuses %j in plain words, or takes it', (value) => {
    const { faults } = read(operation, { body: bodyWith(path, value) })
    expect(faults.map(({ detail }) => detail).filter((detail) => jargon.test(detail))).toEqual([])
  })
})

const numbers = fieldsOf('query', isNumber)

test('many queries have numbers', () => expect(numbers.length).toBeGreaterThan(10))

describe.each(numbers)('%s', (_, operation, { path: [name = ''] }) => {
  test.each(['1e1', ' 1', '1 ', '+5', '0x10', '1.0', '', '１'])('refuses "%s"', (text) => {
    const { faults } = read(operation, { query: { [name]: text } })
    expect(faults).toMatchObject([{ parameter: name, detail: 'must be a whole number' }])
  })
})

/** Free text that may be missing takes the empty string beside null. A password is none: it has a least length. */
const isClearable = ({ schema, nullable }: InputField) =>
  nullable &&
  schema.type === 'string' &&
  (schema.minLength ?? 0) < 2 &&
  !('pattern' in schema || 'format' in schema || 'enum' in schema)
const clearable = fieldsOf('body', isClearable)

test('texts can be cleared in several operations', () =>
  expect(new Set(clearable.map(([name]) => name)).size).toBeGreaterThan(9))

describe.each(clearable)('%s', (_, operation, { path }) => {
  test('takes the empty string as null', () => {
    const [empty, none] = ['', null].map((value) => read(operation, { body: bodyWith(path, value) }))
    expect(empty).toEqual(none)
    expect(empty?.faults.filter((fault) => 'pointer' in fault && fault.pointer.endsWith(`${path.at(-1)}`))).toEqual([])
  })
})
