import * as z from 'zod'
import type { InputSchemas } from '#orchestration/contract.js'

/** A JSON Schema, as far as fields are looked for. */
export type FieldSchema = {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  /** Answered, and taken back as it was answered. */
  readonly readOnly?: boolean
  readonly properties?: Readonly<Record<string, FieldSchema>>
  readonly required?: readonly string[]
  readonly items?: FieldSchema
  readonly anyOf?: readonly FieldSchema[]
  readonly oneOf?: readonly FieldSchema[]
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, FieldSchema>>
}

/** A field of a request: where it is, and what it takes; `*` stands for every item of a list. */
export type InputField = {
  readonly part: 'params' | 'query' | 'body'
  readonly path: readonly string[]
  readonly schema: FieldSchema
  /** Takes null as well. */
  readonly nullable: boolean
  /** May be left out. */
  readonly optional: boolean
}

/** Lists the fields that a request may have, as clients send them, nested ones too. */
export function inputFieldsOf(input: InputSchemas): InputField[] {
  return (['params', 'query', 'body'] as const).flatMap((part) => {
    const schema = input[part]
    if (!schema) return []
    const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as FieldSchema
    return [...fieldsIn(root, root.$defs ?? {})].map((field) => ({ part, ...field }))
  })
}

type Found = Omit<InputField, 'part'>

function* fieldsIn(
  given: FieldSchema,
  defs: Readonly<Record<string, FieldSchema>>,
  path: readonly string[] = [],
  { nullable, optional }: Pick<Found, 'nullable' | 'optional'> = { nullable: false, optional: false },
): Generator<Found> {
  const schema = given.$ref ? { ...defs[given.$ref.split('/').at(-1) ?? ''], ...given, $ref: undefined } : given
  const choices = schema.anyOf ?? schema.oneOf ?? []
  const takesNull = nullable || choices.some(({ type }) => type === 'null')
  for (const choice of choices) yield* fieldsIn(choice, defs, path, { nullable: takesNull, optional })
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    const needed = schema.required?.includes(name) ?? false
    yield* fieldsIn(inner, defs, [...path, name], { nullable: false, optional: !needed })
  }
  if (schema.items) yield* fieldsIn(schema.items, defs, [...path, '*'])
  if (choices.length === 0 && path.length > 0)
    yield { path, schema: schema as FieldSchema, nullable: takesNull, optional }
}
