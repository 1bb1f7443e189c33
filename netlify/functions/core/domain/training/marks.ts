import type { Directive } from './journal.js'

/** What the athlete decided about single exercises of a session, by the id of that exercise. */
export type Amendments = {
  readonly overrides: ReadonlyMap<string, readonly number[]>
  readonly confirmed: ReadonlySet<string>
}

/** The last word on each of them. */
export function amendmentsIn(deeds: readonly Directive[]): Amendments {
  const overrides = new Map<string, readonly number[]>()
  const confirmed = new Set<string>()
  for (const deed of deeds) {
    if (deed.kind === 'override') overrides.set(deed.sessionExerciseId, deed.sets)
    if (deed.kind === 'confirmation') confirmed.add(deed.sessionExerciseId)
  }
  return { overrides, confirmed }
}
