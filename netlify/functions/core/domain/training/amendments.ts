import type { Directive } from './training-log.js'

/** What the athlete decided about single exercises of a session, by the id of that exercise. */
export type Amendments = {
  readonly overrides: ReadonlyMap<string, readonly number[]>
  readonly confirmed: ReadonlySet<string>
}

/** The last word on each of them. */
export function amendmentsIn(directives: readonly Directive[]): Amendments {
  const overrides = new Map<string, readonly number[]>()
  const confirmed = new Set<string>()
  for (const directive of directives) {
    if (directive.kind === 'override') overrides.set(directive.sessionExerciseId, directive.sets)
    if (directive.kind === 'confirmation') confirmed.add(directive.sessionExerciseId)
  }
  return { overrides, confirmed }
}
