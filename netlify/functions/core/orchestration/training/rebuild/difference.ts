import type { StoredTraining } from '#domain/training/stored-training.js'
import { sameValue } from '#domain/values/same-value.js'
import { type Fields, fieldInWords, inWords, isFields } from './in-words.js'

/**
 * What is compared: sessions and directives as facts, what follows from them, and the summaries of
 * days.
 */
export type Part = 'sessions' | 'directives' | keyof StoredTraining | 'summaries'

/** Something that the two sides of a comparison do not tell alike. */
export type Difference = {
  readonly part: Part
  /** What it is about: "level in Pull", "session of 2026-11-18". */
  readonly name: string
  /** What is wrong with it, a phrase for each field; one phrase when a side has nothing of it. */
  readonly problems: readonly string[]
}

/** An item that is compared, as a person would tell it. */
export type Told = {
  readonly name: string
  /** What there is to say of it in short, for where the other side has nothing. */
  readonly summary: string
  readonly fields: Fields
}

/** The items of a part that are not the same on both sides. */
export function differencesIn<Item>(
  part: Part,
  stored: ReadonlyMap<string, Item>,
  derived: ReadonlyMap<string, Item>,
  tell: (item: Item, key: string) => Told,
): Difference[] {
  const told = (item: Item | undefined, key: string) => (item === undefined ? null : tell(item, key))
  return [...new Set([...stored.keys(), ...derived.keys()])]
    .filter((key) => !sameValue(stored.get(key), derived.get(key)))
    .flatMap((key) => differenceOf(part, told(stored.get(key), key), told(derived.get(key), key)))
}

function differenceOf(part: Part, stored: Told | null, derived: Told | null): Difference[] {
  const words = part === 'sessions' || part === 'directives' ? ofFacts : ofState
  if (!stored) return derived ? [{ part, name: derived.name, problems: [words.missing(derived.summary)] }] : []
  if (!derived) return [{ part, name: stored.name, problems: [words.unfounded(stored.summary)] }]
  return [{ part, name: stored.name, problems: otherFields(stored.fields, derived.fields, words.other) }]
}

type Words = {
  readonly missing: (derived: string) => string
  readonly unfounded: (stored: string) => string
  readonly other: (field: string, stored: string, derived: string) => string
}

/** What follows from the facts is wrong where it differs from them. */
const ofState: Words = {
  missing: (derived) => `is missing, and should be ${derived}`,
  unfounded: (stored) => `is ${stored}, and should not be there`,
  other: (field, stored, derived) => `${field} is ${stored}, and should be ${derived}`,
}

/** Tables and events both tell the facts: neither is right because of where it stands. */
const ofFacts: Words = {
  missing: (events) => `only the events have it: ${events}`,
  unfounded: (tables) => `only the tables have it: ${tables}`,
  other: (field, tables, events) => `${field} is ${tables} in the tables, ${events} in the events`,
}

/** A phrase for each field that is not the same, fields of fields by the names of both. */
function otherFields(stored: Fields, derived: Fields, other: Words['other'], within = ''): string[] {
  return Object.keys({ ...stored, ...derived })
    .filter((name) => !sameValue(stored[name], derived[name]))
    .flatMap((name) => {
      const [is, should, field] = [stored[name], derived[name], `${within}${fieldInWords(name)}`]
      if (isFields(is) && isFields(should)) return otherFields(is, should, other, `${field} `)
      return other(field, inWords(is), inWords(should))
    })
}

type Line = { readonly columnsMax: number }

/** A difference in one line that is no longer than it may be: as many of its problems as fit. */
export function describeDifference({ name, problems }: Difference, { columnsMax }: Line = { columnsMax: 156 }): string {
  const lines = problems.map((_, last) => {
    const left = problems.length - 1 - last
    return `${name}: ${problems.slice(0, last + 1).join('; ')}${left > 0 ? `; and ${left} more` : ''}`
  })
  const line = lines.findLast(({ length }) => length <= columnsMax) ?? lines[0] ?? name
  return line.length <= columnsMax ? line : `${line.slice(0, columnsMax - 1)}…`
}
