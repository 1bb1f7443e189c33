import { type Sql, sql } from '../statement.js'
import { type Entity, type KeyType, sources, type Whose } from './owned-entities.js'

/** Writes the text of a value as a parameter of its type. */
const ofType: Readonly<Record<KeyType, (text: string) => Sql>> = {
  date: (text) => sql`${text}::date`,
  integer: (text) => sql`${text}::integer`,
  bigint: (text) => sql`${text}::bigint`,
  text: (text) => sql`${text}::text`,
  timestamptz: (text) => sql`${text}::timestamptz`,
  uuid: (text) => sql`${text}::uuid`,
}

/** Joins pieces of SQL. */
export function joined(pieces: readonly Sql[], between: Sql): Sql {
  return pieces.reduce((before, piece) => sql`${before}${between}${piece}`)
}

const comma = sql`, `

/** Selects the athlete's rows of this kind. */
export function rowsOf(entity: Entity, whose: Whose): Sql {
  return sources[entity].rows(whose)
}

/** The columns by which rows of this kind are in total order. */
export function orderOf(entity: Entity): Sql {
  return joined(
    sources[entity].order.map(([column]) => column),
    comma,
  )
}

/** Where a row stands in the total order, as an array of text. */
export function placeOf(entity: Entity): Sql {
  const texts = sources[entity].order.map(([column]) => sql`${column}::text`)
  return sql`array[${joined(texts, comma)}]`
}

/** Tells whether a row stands after this place; of all rows when it is null. */
export function isAfter(entity: Entity, place: readonly string[] | null): Sql {
  if (place === null) return sql`true`
  const values = sources[entity].order.map(([, type], at) => ofType[type](place[at] ?? ''))
  return sql`(${orderOf(entity)}) > (${joined(values, comma)})`
}

/** Tells whether a row was there at this instant; of all rows where that is not known of their kind, or none is given. */
export function wasThere(entity: Entity, instant: Date | null): Sql {
  const { cameAt } = sources[entity]
  return cameAt && instant ? sql`${cameAt} <= ${instant}::timestamptz` : sql`true`
}

/** What is shown of a row that is called `owned`, as JSON on one line. */
export function shownOf(entity: Entity): Sql {
  const { hidden } = sources[entity]
  // json is text already; jsonb would be built first, which takes twice the time
  return hidden ? sql`(to_jsonb(owned) - ${hidden})::text` : sql`to_json(owned)::text`
}
