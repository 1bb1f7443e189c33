import type { Library } from '#domain/library/library-facts.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { SessionExerciseId } from '#domain/values/id.schema.js'
import type { Directive } from '../training-log.js'

/** What the athlete decided about single exercises of a session, by session exercise id. */
export type Amendments = {
  readonly overrides: ReadonlyMap<SessionExerciseId, readonly number[]>
  readonly confirmed: ReadonlySet<SessionExerciseId>
}

/** Returns the last amendment of each session exercise. */
export function amendmentsIn(directives: readonly Directive[]): Amendments {
  const overrides = new Map<SessionExerciseId, readonly number[]>()
  const confirmed = new Set<SessionExerciseId>()
  for (const directive of directives) {
    if (directive.kind === 'override') overrides.set(directive.sessionExerciseId, directive.sets)
    if (directive.kind === 'confirmation') confirmed.add(directive.sessionExerciseId)
  }
  return { overrides, confirmed }
}

/** What a session is judged with. */
export type Judgement = {
  readonly library: Library
  readonly amendments: Amendments
  /** The rules in force when the session was completed. */
  readonly rules: TrainingRules
}
