import type { StoredTraining } from '#domain/training/stored-training.js'
import { sameValue } from '#domain/values/same-value.js'
import { type Fields, fieldInWords, inWords, isFields } from './in-words.js'

/**
 * The parts that are compared: sessions and directives, which are facts; what follows from them;
 * the summaries of days, and checkpoints of the fold.
 */
export type Part = 'sessions' | 'directives' | keyof StoredTraining | 'summaries' | 'checkpoints'

/** An item that differs between the two sides of a comparison. */
export type Difference = {
  readonly part: Part
  /** The item's name: "level in Pull", "session of 2026-11-18". */
  readonly name: string
  /** What is wrong, a phrase for each field; one phrase when only one side has the item. */
  readonly problems: readonly string[]
}

/** An item that is compared, in words that a person can read. */
export type Described = {
  readonly name: string
  /** A short description, for when only one side has the item. */
  readonly summary: string
  readonly fields: Fields
}

/** Lists the items of a part that differ between the two sides. */
export function differencesIn<Item>(
  part: Part,
  stored: ReadonlyMap<string, Item>,
  derived: ReadonlyMap<string, Item>,
  describe: (item: Item, key: string) => Described,
): Difference[] {
  const described = (item: Item | undefined, key: string) => (item === undefined ? null : describe(item, key))
  return [...new Set([...stored.keys(), ...derived.keys()])]
    .filter((key) => !sameValue(stored.get(key), derived.get(key)))
    .flatMap((key) => differenceOf(part, described(stored.get(key), key), described(derived.get(key), key)))
}

function differenceOf(part: Part, stored: Described | null, derived: Described | null): Difference[] {
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

/** The words for derived state, which is wrong where it differs from what the facts say. */
const ofState: Words = {
  missing: (derived) => `is missing, and should be ${derived}`,
  unfounded: (stored) => `is ${stored}, and should not be there`,
  other: (field, stored, derived) => `${field} is ${stored}, and should be ${derived}`,
}

/** The words for facts, which tables and events both store: either side may be the wrong one. */
const ofFacts: Words = {
  missing: (events) => `only the events have it: ${events}`,
  unfounded: (tables) => `only the tables have it: ${tables}`,
  other: (field, tables, events) => `${field} is ${tables} in the tables, ${events} in the events`,
}

/** Makes a phrase for each field that differs; a nested field is named with the field around it. */
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

/** Describes a difference in one line of at most `columnsMax`, with as many problems as fit. */
export function describeDifference({ name, problems }: Difference, { columnsMax }: Line = { columnsMax: 156 }): string {
  const lines = problems.map((_, last) => {
    const left = problems.length - 1 - last
    return `${name}: ${problems.slice(0, last + 1).join('; ')}${left > 0 ? `; and ${left} more` : ''}`
  })
  const line = lines.findLast(({ length }) => length <= columnsMax) ?? lines[0] ?? name
  return line.length <= columnsMax ? line : `${line.slice(0, columnsMax - 1)}…`
}
