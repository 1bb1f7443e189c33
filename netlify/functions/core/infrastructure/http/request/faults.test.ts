import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { faultsMax, faultsOf, inBody, inParameters } from './faults.js'

const Body = z.strictObject({
  name: z.string().min(2),
  level: z.enum(['low', 'high']),
  sets: z.array(z.union([z.strictObject({ reps: z.int() }), z.strictObject({ duration: z.int() })])).max(2),
  weightKg: z.number().multipleOf(0.5).optional(),
  date: z.iso.date().optional(),
})

function faultsIn(given: unknown, schema: z.ZodType = Body): string[] {
  const parsed = schema.safeParse(given, { reportInput: true })
  return faultsOf(parsed.error?.issues ?? [], inBody).map((fault) => {
    expect(fault.detail).not.toBe('')
    return `${'pointer' in fault ? fault.pointer : '?'} ${fault.code}`
  })
}

describe('faults name the place and a stable code', () => {
  test.each([
    [{}, ['/name REQUIRED', '/level REQUIRED', '/sets REQUIRED']],
    [{ name: 1, level: 'up', sets: 'none' }, ['/name TYPE', '/level VALUE', '/sets TYPE']],
    [{ name: 'A', level: 'low', sets: [] }, ['/name TOO_SMALL']],
    [{ name: 'Ada', level: 'low', sets: [{ reps: 1 }, { reps: 1 }, { reps: 1 }] }, ['/sets TOO_BIG']],
    [{ name: 'Ada', level: 'low', sets: [], weightKg: 1.3, date: '2026-02-30' }, ['/weightKg FORMAT', '/date FORMAT']],
    [{ name: 'Ada', level: 'low', sets: [], a: 1, 'b/~c': 2 }, ['/a UNKNOWN_FIELD', '/b~1~0c UNKNOWN_FIELD']],
    [null, [' TYPE']],
  ])('%j', (given, faults) => expect(faultsIn(given)).toEqual(faults))

  test('come from the closest of several shapes', () => {
    const sets = [{ reps: 1.5 }, { duration: 'long' }]
    expect(faultsIn({ name: 'Ada', level: 'low', sets })).toEqual(['/sets/0/reps TYPE', '/sets/1/duration TYPE'])
  })

  test('take the code of a rule of our own', () => {
    const schema = z.string().refine(() => false, { error: 'no', params: { code: 'EXACTLY_ONE' } })
    expect(faultsIn('x', schema)).toEqual([' EXACTLY_ONE'])
    expect(
      faultsIn(
        'x',
        z.string().refine(() => false),
      ),
    ).toEqual([' VALUE'])
  })
})

test('faults of parameters name them, and cut unknown names short', () => {
  const given = { limit: 'x', ['y'.repeat(5_000)]: 1 }
  const parsed = z.strictObject({ limit: z.coerce.number() }).safeParse(given, { reportInput: true })
  const faults = faultsOf(parsed.error?.issues ?? [], inParameters)
  expect(faults).toMatchObject([{ parameter: 'limit', code: 'TYPE' }, { code: 'UNKNOWN_FIELD' }])
  expect(JSON.stringify(faults).length).toBeLessThan(500)
})

test('faults are no more than an answer lists, however many unknown fields there are', () => {
  const given = Object.fromEntries(Array.from({ length: 70_000 }, (_, n) => [`field${n}`, n]))
  const parsed = z.strictObject({}).safeParse(given, { reportInput: true })
  expect(faultsOf(parsed.error?.issues ?? [], inBody)).toHaveLength(faultsMax)
})
