import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { Id } from '#domain/values/id.schema.js'
import { rowConversion } from './row-conversion.js'
import { allStatements } from './test-queries.js'

const inner = z.object({ at: z.string().transform((text) => `${text}Z`), note: z.string().optional() })

/** Rows of every kind of field, whose conversion has to be what parsing makes of them. */
const cases: readonly (readonly [string, z.ZodObject, readonly object[]])[] = [
  [
    'plain values',
    z.object({ a: z.string(), b: z.number(), c: z.boolean(), d: z.date() }),
    [{ a: 'x', b: 1, c: true, d: new Date(0) }],
  ],
  ['a field without a name here', z.object({ a: z.string() }), [{ a: 'x', b: 'y' }]],
  ['a strict object', z.strictObject({ a: z.string() }), [{ a: 'x' }]],
  ['a loose object', z.looseObject({ a: z.string() }), [{ a: 'x', b: 'y' }]],
  ['an id in upper case', z.object({ id: Id }), [{ id: '0198C0DE-7A11-7000-8000-00000000000A' }]],
  [
    'null',
    z.object({ inner: inner.nullable(), list: z.array(inner).nullable() }),
    [
      { inner: null, list: null },
      { inner: { at: '1' }, list: [] },
    ],
  ],
  [
    'absence',
    z.object({ a: z.string().optional(), b: z.string().exactOptional() }),
    [{}, { a: undefined }, { a: 'x', b: 'y' }],
  ],
  [
    'objects in lists',
    z.object({ list: z.array(z.array(inner)) }),
    [{ list: [[{ at: '1', more: 1 }], [], [{ at: '2', note: 'x' }]] }],
  ],
  ['a default', z.object({ a: z.string().default('x') }), [{}, { a: 'y' }]],
  [
    'a default of what changes',
    z.object({ a: z.string().toUpperCase().default('x'), b: z.array(Id).nullable().default([]) }),
    [{}, { a: 'y', b: null }, { b: ['0198C0DE-7A11-7000-8000-00000000000A'] }],
  ],
  [
    'values that have places',
    z.object({
      plain: z.tuple([z.string(), z.number().nullable()]),
      changed: z.tuple([z.number().nullable(), Id.nullable(), inner]),
      more: z.tuple([z.string()], Id).optional(),
      named: z.tuple([z.number(), z.string().nullable()]).transform(([a, b]) => ({ a, b })),
    }),
    [
      { plain: ['x', null], changed: [null, null, { at: '1', more: 1 }], named: [1, null] },
      {
        plain: ['x', 1],
        changed: [1, '0198C0DE-7A11-7000-8000-00000000000A', { at: '1', note: 'x' }],
        more: ['x', '0198C0DE-7A11-7000-8000-00000000000A'],
        named: [1, 'x'],
      },
    ],
  ],
  [
    'a record of what stays as it is',
    z.object({ a: z.record(z.string(), z.number().nullable()), b: z.record(Id, z.unknown()) }),
    [{ a: { x: 1, y: null }, b: { '0198C0DE-7A11-7000-8000-00000000000A': [] } }],
  ],
  ['a record', z.object({ a: z.record(z.string(), inner) }), [{ a: { x: { at: '1', more: 1 } } }]],
  ['a union', z.object({ a: z.union([z.string(), inner]) }), [{ a: 'x' }, { a: { at: '1', more: 1 } }]],
  [
    'a union of what stays as it is',
    z.object({
      a: z.union([z.strictObject({ reps: z.number() }), z.strictObject({ seconds: z.number() }).nullable()]),
    }),
    [{ a: { reps: 8 } }, { a: { seconds: 30 } }, { a: null }],
  ],
  ['a text of parts', z.object({ a: z.templateLiteral(['load:', z.number()]) }), [{ a: 'load:7.5' }]],
  [
    'a strict object in which a field changes',
    z.object({ a: z.strictObject({ id: Id }) }),
    [{ a: { id: 'A'.repeat(8) + '-7A11-7000-8000-00000000000A' } }],
  ],
  ['text that is changed', z.object({ a: z.string().trim().toUpperCase() }), [{ a: ' x ' }]],
  [
    'several steps',
    z.object({
      a: z
        .string()
        .transform(Number)
        .pipe(z.number())
        .transform((n) => n + 1),
    }),
    [{ a: '41' }],
  ],
]

describe('rowConversion makes what parsing makes', () => {
  test.each(cases)('of %s', (_, schema, rows) => {
    for (const row of rows) expect(rowConversion(schema)(row)).toStrictEqual(schema.parse(row))
  })
})

test('rowConversion leaves out checks alone: a value of the wrong kind passes', () => {
  expect(rowConversion(z.object({ a: z.string().max(1), b: z.number() }))({ a: 'xyz', b: 'x' })).toEqual({
    a: 'xyz',
    b: 'x',
  })
})

test('rowConversion throws what a transformation complains about', () => {
  const Even = z.number().transform((n, context) => {
    if (n % 2 === 0) return n
    context.addIssue({ code: 'custom', message: 'is odd' })
    return z.NEVER
  })
  expect(() => rowConversion(z.object({ a: Even }))({ a: 3 })).toThrow('is odd')
})

test('every statement of this project has a conversion', () => {
  const withRows = allStatements.flatMap(({ row }) => (row ? [row] : []))
  expect(withRows.length).toBeGreaterThan(50)
  for (const row of withRows) expect(rowConversion(row)).toBeTypeOf('function')
})
