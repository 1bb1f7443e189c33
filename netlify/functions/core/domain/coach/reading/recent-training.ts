import type { LoggedSet } from '#domain/effort/set.schema.js'
import { countSets } from '#domain/effort/set-counts.js'
import { exerciseIn } from '#domain/library/library-facts.js'
import { categories, type PainSite } from '#domain/library/vocabulary.js'
import type { BodyMassEntry } from '#domain/load/body-mass.js'
import { bodyMassOn } from '#domain/load/body-mass.js'
import { sessionLoads } from '#domain/load/session-loads.js'
import type { DailyCheckIn } from '#domain/recovery/check-in.schema.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { LoggedExercise, LoggedSession } from '#domain/training/training-log.js'
import type { CoachAthlete, Day } from '../coach-athlete.js'
import type { CoachLibrary } from '../coach-exercise.js'
import { slotKeyOf } from '../slot-key.js'
import { dayOf } from './day-number.js'

/** Lists the hard sets of sessions, by day and by what they count for. */
export function hardSetsOf(
  sessions: readonly LoggedSession[],
  library: CoachLibrary,
  rules: TrainingRules,
): CoachAthlete['hardSets'] {
  return sessions.flatMap(({ date, exercises }) =>
    exercises.flatMap((entry) => {
      const sets = countHard(entry, rules)
      return sets === 0 ? [] : [{ day: dayOf(date), key: slotKeyOf(exerciseIn(library, entry.exerciseId)), sets }]
    }),
  )
}

/** Counts the hard sets of an exercise, as `countSets` does. */
function countHard({ sets }: LoggedExercise, rules: TrainingRules): number {
  return countSets(sets.filter((set) => isHard(set, rules)))
}

/** Tells whether a set was hard: one that nobody rated is taken as such. */
export function isHard(
  { kind, rpe, amount }: Pick<LoggedSet, 'kind' | 'rpe' | 'amount'>,
  { coach }: TrainingRules,
): boolean {
  return rpe === null || rpe >= coach.week.hardRpeMin || kind === 'failure' || amount === 0
}

/** Lists the days on which there was a session, oldest first. */
export function trainedDays(sessions: readonly LoggedSession[]): Day[] {
  return [...new Set(sessions.map(({ date }) => dayOf(date)))].sort((a, b) => a - b)
}

/** Lists what hurt, in sessions and in check-ins; where nobody said the place, it is elsewhere. */
export function painOf(
  sessions: readonly LoggedSession[],
  checkIns: readonly DailyCheckIn[],
  { coach }: TrainingRules,
): CoachAthlete['pain'] {
  const noted = [
    ...sessions.flatMap(({ date, exercises }) =>
      exercises.flatMap(({ sets }) => sets.map(({ pain, painSite }) => ({ date, pain, painSite }))),
    ),
    ...checkIns,
  ]
  const elsewhere: PainSite = 'other'
  return noted.flatMap(({ date, pain, painSite }) =>
    pain === null || pain < coach.pain.easedFrom ? [] : [{ day: dayOf(date), site: painSite ?? elsewhere, pain }],
  )
}

/** Lists the time load of each session in each category that it trained. */
export function timeLoadsOf(
  sessions: readonly LoggedSession[],
  library: CoachLibrary,
  bodyMass: readonly BodyMassEntry[],
  rules: TrainingRules,
): CoachAthlete['loads'] {
  return sessions.flatMap((session) => {
    const exercises = session.exercises.map(({ exerciseId, sets }) => ({ exerciseId, tempo: null, sets }))
    const performed = { ...session, durationMinutes: null, exercises }
    const { timeLoadKgSeconds, sets } = sessionLoads(
      performed,
      library,
      bodyMassOn(bodyMass, session.date, rules),
      rules,
    )
    const trained = categories.filter((category) => sets[category] > 0)
    return trained.map((category) => ({
      day: dayOf(session.date),
      category,
      timeLoad: timeLoadKgSeconds[category],
    }))
  })
}
