import type { JsonSchema } from './arbitrary-of.js'

type Fields = Readonly<Record<string, unknown>>

/** A change of a body that makes it wrong, or null where this body has nothing to change in that way. */
export type Mutation = (body: Fields, schema: JsonSchema, chance: number) => unknown

function pick<Item>(items: readonly Item[], chance: number): Item | undefined {
  return items[Math.floor(chance * items.length)]
}

/** One field of the body that satisfies the condition, with its part of the schema. */
function fieldWhere(
  body: Fields,
  { properties = {} }: JsonSchema,
  chance: number,
  holds: (field: JsonSchema) => boolean,
) {
  const names = Object.keys(body).filter((name) => properties[name] && holds(properties[name]))
  const name = pick(names, chance)
  return name === undefined ? null : { name, field: properties[name] ?? {} }
}

/** Wrong for every field that is a number, a string, a list or an object: none takes all of them. */
const strangers = [[[]], { stranger: true }, true, '\u0000', 1e300, -1]

/** Ways in which a client gets a body wrong. */
export const mutations: Readonly<Record<string, Mutation>> = {
  'a required field is missing': (body, { required = [] }, chance) => {
    const name = pick(required, chance)
    return name === undefined ? null : Object.fromEntries(Object.entries(body).filter(([field]) => field !== name))
  },
  'a field is of another type': (body, schema, chance) => {
    const found = fieldWhere(body, schema, chance, () => true)
    return found && { ...body, [found.name]: pick(strangers, (chance * 97) % 1) }
  },
  'a text is too long': (body, schema, chance) => {
    const found = fieldWhere(body, schema, chance, ({ maxLength }) => maxLength !== undefined)
    return found && { ...body, [found.name]: 'x'.repeat((found.field.maxLength ?? 0) + 1) }
  },
  'a number is too large': (body, schema, chance) => {
    const found = fieldWhere(body, schema, chance, ({ maximum }) => maximum !== undefined)
    return found && { ...body, [found.name]: (found.field.maximum ?? 0) + 1 }
  },
  'a field nobody knows': (body) => ({ ...body, surprise: 1 }),
  'a field that is the server’s': (body) => ({ ...body, userId: '0198c0de-7a11-7000-8000-000000000001', version: 7 }),
  'a list instead of an object': (body) => [body],
  'nothing but null': () => null,
}

/** Null says "not applicable" above, and is a body of its own here. */
export const isApplicable = (name: string, mutated: unknown) => mutated !== null || name === 'nothing but null'
