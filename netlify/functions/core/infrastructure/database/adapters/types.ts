import { mapInSteps, type Steps } from '#domain/values/steps.js'
import type { Parameter } from '../statement.js'
import { formatArray, parseArray } from './array-literal.js'

/** A column of a result, in the form that both drivers use. */
export type Field = { readonly name: string; readonly dataTypeID: number }

/** A result whose values are still the text that Postgres wrote. */
export type RawResult = { readonly fields: readonly Field[]; readonly rows: readonly (readonly (string | null)[])[] }

type Read = (text: string) => unknown

const asText: Read = (text) => text

/**
 * The object identifiers from pg_type (scalar and array), and how to read the scalar. A type that
 * is not listed stays text.
 */
const types: readonly (readonly [scalar: number, array: number, read: Read])[] = [
  [16, 1000, (text) => text === 't'], // bool
  [21, 1005, Number], // int2
  [23, 1007, Number], // int4
  [20, 1016, readInteger], // int8
  [26, 1028, Number], // oid
  [700, 1021, Number], // float4
  [701, 1022, Number], // float8
  [1700, 1231, Number], // numeric
  [1184, 1185, readInstant], // timestamptz
  [114, 199, (text) => JSON.parse(text)], // json
  [3802, 3807, (text) => JSON.parse(text)], // jsonb
  [25, 1009, asText], // text
  [1043, 1015, asText], // varchar
  [1042, 1014, asText], // bpchar
  [19, 1003, asText], // name
  [2950, 2951, asText], // uuid
  [1082, 1182, asText], // date
  [1083, 1183, asText], // time
]

const readers = new Map<number, Read>(
  types.flatMap(([scalar, array, read]) => [
    [scalar, read] as const,
    [array, (text: string) => parseArray(text, read)] as const,
  ]),
)

/**
 * Turns rows into objects: `date` and `time` stay text, `timestamptz` becomes a Date (to the
 * millisecond), numbers become numbers, JSON is parsed, arrays become arrays.
 *
 * @throws RangeError for a bigint beyond 2^53 or an instant that a Date cannot hold: select such a
 *   value as text.
 */
export function toRows({ fields, rows }: RawResult): Steps<Record<string, unknown>[]> {
  const columns = fields.map(({ name, dataTypeID }) => ({ name, read: readers.get(dataTypeID) ?? asText }))
  return mapInSteps(rows, (row) => {
    const values: Record<string, unknown> = {}
    for (const [index, { name, read }] of columns.entries()) {
      const text = row[index] ?? null
      values[name] = text === null ? null : read(text)
    }
    return values
  })
}

/**
 * Writes a parameter as text for Postgres, the same for both drivers; the cast in the statement
 * gives it its type.
 *
 * @throws TypeError when the value is `undefined`, which drivers would silently bind as NULL.
 */
export function toText(value: Parameter): string | null {
  if (value === undefined) throw new TypeError('a parameter is undefined; write null where absence is meant')
  if (value === null || typeof value === 'string') return value
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'object') return formatArray(value.map(toText))
  return String(value)
}

function readInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond the integers that a number holds exactly`)
  return value
}

/**
 * Reads `2026-11-22 16:57:13.123456+00`: ISO 8601, except for the space and the offset without
 * minutes.
 */
function readInstant(text: string): Date {
  const instant = new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
  if (Number.isNaN(instant.getTime())) throw new RangeError(`${text} is not an instant that a Date holds`)
  return instant
}
