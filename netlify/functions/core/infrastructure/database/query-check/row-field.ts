import * as z from 'zod'
import type { ColumnKind } from './column-kinds.js'

/**
 * What a field of a row schema accepts: the kinds of values, null for any kind, and whether it is a
 * list.
 */
export type RowField = {
  readonly kinds: ReadonlySet<ColumnKind> | null
  readonly isArray: boolean
  readonly isNullable: boolean
}

const anything: RowField = { kinds: null, isArray: false, isNullable: true }

const one = (kind: ColumnKind): RowField => ({ kinds: new Set([kind]), isArray: false, isNullable: false })

/**
 * Reads a field of a row schema. It looks at what goes into a transformation or a brand, not at
 * what comes out.
 */
export function rowField(schema: z.core.$ZodType): RowField {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return { ...rowField(schema.unwrap()), isNullable: true }
  if (schema instanceof z.ZodPipe) return rowField(schema.in)
  if (schema instanceof z.ZodReadonly || schema instanceof z.ZodDefault) return rowField(schema.unwrap())
  if (schema instanceof z.ZodArray) return { ...rowField(schema.element), isArray: true, isNullable: false }
  if (schema instanceof z.ZodUnion) return either(schema.options.map(rowField))
  return scalar(schema)
}

function scalar(schema: z.core.$ZodType): RowField {
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat || schema instanceof z.ZodEnum)
    return one('text')
  if (schema instanceof z.ZodNumber) return one('number')
  if (schema instanceof z.ZodBoolean) return one('boolean')
  if (schema instanceof z.ZodDate) return one('date')
  if (schema instanceof z.ZodNull) return { kinds: new Set(), isArray: false, isNullable: true }
  if (schema instanceof z.ZodLiteral) return either([...schema.values].map(fieldOfValue))
  if (schema instanceof z.ZodObject || schema instanceof z.ZodRecord || schema instanceof z.ZodTuple) return one('json')
  return anything
}

function fieldOfValue(value: unknown): RowField {
  if (value === null) return { kinds: new Set(), isArray: false, isNullable: true }
  return one(typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'text')
}

function either(fields: readonly RowField[]): RowField {
  const kinds = fields.some((field) => field.kinds === null)
    ? null
    : new Set(fields.flatMap((field) => [...(field.kinds ?? [])]))
  return {
    kinds,
    isArray: fields.some(({ isArray }) => isArray),
    isNullable: fields.some(({ isNullable }) => isNullable),
  }
}
