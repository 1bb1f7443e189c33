import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { CoachAthlete, Day } from './coach-athlete.js'
import type { CoachLibrary } from './coach-exercise.js'

/** What the coach looks at for one answer: an athlete on a day, the library and the rules. */
export type CoachView = {
  readonly athlete: CoachAthlete
  readonly library: CoachLibrary
  readonly day: Day
  readonly rules: TrainingRules
}
