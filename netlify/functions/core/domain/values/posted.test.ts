import { expect, test } from 'vitest'
import * as z from 'zod'
import { posted } from './posted.js'
import { clearable, freeText, omissible } from './text.schema.js'

const Thing = posted({
  name: freeText(10),
  place: z.string().nullable(),
  count: z.int().min(1).optional(),
  days: z.int().exactOptional(),
  step: z.enum(['week', 'month']).default('week'),
  time: z.string().nullish(),
  notes: omissible(freeText(10)),
  remark: clearable(freeText(10)).optional(),
})

const least = { name: 'One', place: 'home' }

test.each(['count', 'days', 'step', 'time', 'notes', 'remark'])('takes %s as null as if it were left out', (field) => {
  expect(Thing.parse({ ...least, [field]: null })).toStrictEqual(Thing.parse(least))
})

test('keeps what is given, the default of what is not, and null of what is needed', () => {
  expect(Thing.parse({ ...least, place: null, count: 2, step: null })).toStrictEqual({
    name: 'One',
    place: null,
    count: 2,
    step: 'week',
  })
})

test('refuses null of what is needed, and other fields', () => {
  const refused = Thing.safeParse({ name: null, place: 'home', count: 0, other: null })
  expect(refused.error?.issues.map(({ code, path }) => [code, ...path])).toEqual([
    ['invalid_type', 'name'],
    ['too_small', 'count'],
    ['unrecognized_keys'],
  ])
})

test('says so in its JSON Schema', () => {
  const { properties, required } = z.toJSONSchema(Thing, { io: 'input', unrepresentable: 'any' })
  expect(properties?.days).toMatchObject({ anyOf: [{ type: 'integer' }, { type: 'null' }] })
  expect(required).toEqual(['name', 'place'])
})

test('sees what was left out in further conditions', () => {
  const seen: unknown[] = []
  Thing.refine((given) => seen.push(given)).parse({ ...least, count: null })
  expect(seen).toStrictEqual([{ ...least, step: 'week' }])
})
