import type { StoredTraining } from '#domain/training/stored-training.js'
import { isSame } from '#domain/training/training-changes.js'

/**
 * What is compared: sessions and directives as facts, what follows from them, and the summaries of
 * days.
 */
export type Part = 'sessions' | 'directives' | keyof StoredTraining | 'summaries'

/**
 * Something that is stored otherwise than it follows from the facts; null where it is missing on
 * one side.
 */
export type Difference = {
  readonly part: Part
  /** What it is about: an exercise's slug, a category, a date, or an id. */
  readonly key: string
  readonly stored: unknown
  readonly derived: unknown
}

/** The items of a part that are not the same on both sides. */
export function differencesIn(
  part: Part,
  stored: ReadonlyMap<string, unknown>,
  derived: ReadonlyMap<string, unknown>,
): Difference[] {
  const keys = new Set([...stored.keys(), ...derived.keys()])
  return [...keys]
    .map((key) => ({ part, key, stored: stored.get(key) ?? null, derived: derived.get(key) ?? null }))
    .filter((found) => !isSame(found.stored, found.derived))
}

/** A difference in one line: the fields that differ, or that one side is missing. */
export function describeDifference({ part, key, stored, derived }: Difference): string {
  return `${part} ${key}: ${wrongWith(stored, derived)}`
}

function wrongWith(stored: unknown, derived: unknown): string {
  if (stored === null) return `is missing, and should be ${JSON.stringify(derived)}`
  if (!isRecord(stored) || !isRecord(derived)) return `is ${JSON.stringify(stored)}, and should not be there`
  return Object.keys({ ...stored, ...derived })
    .filter((field) => !isSame(stored[field], derived[field]))
    .map((field) => `${field} is ${JSON.stringify(stored[field])}, and should be ${JSON.stringify(derived[field])}`)
    .join('; ')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
