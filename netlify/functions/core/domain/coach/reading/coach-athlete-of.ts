import { addDays } from '#domain/calendar/days-between.js'
import { bodyMassOn } from '#domain/load/body-mass.js'
import { readinessOn } from '#domain/recovery/daily-readiness.js'
import type { DeloadSession } from '#domain/recovery/deload-facts.js'
import { returnFromBreak } from '#domain/recovery/return-from-break.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { abilityOn } from '#domain/training/known-ability.js'
import type { LoggedSession, TrainingLog } from '#domain/training/training-log.js'
import type { TrainingState } from '#domain/training/training-state.js'
import type { ExerciseId } from '#domain/values/id.schema.js'
import { mapInSteps, type Steps } from '#domain/values/steps.js'
import type { CoachAthlete } from '../coach-athlete.js'
import type { CoachLibrary } from '../coach-exercise.js'
import type { CoachSettings } from '../coach-settings.js'
import type { CoachNotes } from './coach-notes.js'
import { dayOf } from './day-number.js'
import { daysPerWeekOf } from './days-per-week.js'
import { type EasierWeek, easierWeekOn } from './easier-week.js'
import { hardSetsOf, painOf, timeLoadsOf, trainedDays } from './recent-training.js'
import { standingsOf } from './standings.js'

/** What is known of an athlete's training when the coach is asked. */
export type CoachedTraining = {
  /** What was trained in the last days (`recentDays`), at least. */
  readonly trainingLog: Pick<TrainingLog, 'sessions'>
  readonly state: TrainingState
  /** The notes of the fold that made `state` (`takeNotes`). */
  readonly notes: CoachNotes
}

/** The athlete as the coach sees them, and why the week is easier; null when it is not. */
export type CoachedAthlete = { readonly athlete: CoachAthlete; readonly easierWeek: EasierWeek | null }

/** Days of the log that speak for a day: what is counted by day, and what loads are compared with. */
export const recentDays = 35

/**
 * Makes the coach's picture of an athlete on a day, from the facts that lie up to then and what
 * the athlete said. `today` is a day in the athlete's zone (`YYYY-MM-DD`).
 */
export function* coachAthleteOf(
  { trainingLog, state, notes }: CoachedTraining,
  library: CoachLibrary,
  settings: CoachSettings,
  today: string,
  rules: TrainingRules,
): Steps<CoachedAthlete> {
  const earliest = addDays(today, -recentDays)
  const recent = trainingLog.sessions.filter(({ date }) => date > earliest && date <= today)
  const painDays = recent.filter(({ date }) => date > addDays(today, -rules.coach.pain.days))
  const checkIns = settings.checkIns.filter(({ date }) => date <= today)
  const recentCheckIns = checkIns.filter(({ date }) => date > addDays(today, -rules.coach.pain.days))
  const pain = painOf(painDays, recentCheckIns, rules)
  const loads = yield* mapInSteps(recent, ratedIn)
  const easierWeek = easierWeekOn({ state, loads, checkIns, today }, settings.deloadDeclinedUntil, rules)
  const back = returnFromBreak(state.trainedOn, today, rules)
  const monthlyReturns = back?.monthlyReturns ?? 0
  const athlete: CoachAthlete = {
    categories: categoriesOf(state, today, rules),
    slots: new Map([...notes.slots].map(([key, { mean, variance, day }]) => [key, { mean, variance, day }])),
    exercises: standingsOf({ state, notes: notes.exercises, library, monthlyReturns }, today, rules),
    anchors: notes.anchors.get(settings.place) ?? new Map(),
    hardSets: hardSetsOf(recent, library, rules),
    trained: trainedDays(recent),
    planned: settings.plannedOn.map(dayOf),
    pain,
    loads: timeLoadsOf(recent, library, settings.bodyMass, rules),
    equipment: settings.equipment,
    daysPerWeek: settings.daysPerWeek ?? daysPerWeekOf(state.weeks, today, rules),
    bodyMassKg: bodyMassOn(settings.bodyMass, today, rules),
    loadKg: settings.loadKg,
    goals: goalsOf(state),
    skills: settings.skills,
    dislikes: settings.dislikes,
    band: readinessOn(today, checkIns, painElsewhere(pain, rules), rules).band,
    deload: easierWeek !== null,
    returnMultiplier: back?.setMultiplier ?? 1,
    monthlyReturns,
  }
  return { athlete, easierWeek }
}

/**
 * Returns the abilities by category. The second model ages its own; what the first one knew is aged
 * by whoever asks.
 */
function categoriesOf({ categories }: TrainingState, today: string, rules: TrainingRules): CoachAthlete['categories'] {
  return new Map(
    [...categories.values()].map((standing) => [
      standing.category,
      rules.ability.model === 'one-gaussian'
        ? { ...standing.ability, day: dayOf(standing.observedOn ?? today) }
        : { ...abilityOn(standing, today, rules), day: dayOf(today) },
    ]),
  )
}

/** Lists the exercises of goals that are not reached. */
function goalsOf({ goals }: TrainingState): ExerciseId[] {
  const open = [...goals.values()].filter(({ reachedOn }) => reachedOn === null)
  return [...new Set(open.flatMap(({ exerciseId }) => exerciseId ?? []))]
}

/** Returns what a session says about whether an easier week is due: how its sets were rated. */
function ratedIn({ date, exercises }: LoggedSession): DeloadSession {
  return { date, rpes: exercises.flatMap(({ sets }) => sets.flatMap(({ rpe }) => rpe ?? [])) }
}

/**
 * Returns the worst pain of which no site tells what to leave out. What hurts at a known site bars
 * or eases what loads it; would it make the day red as well, then nothing at all would be trained
 * for a week because a shoulder hurts.
 */
function painElsewhere(pain: CoachAthlete['pain'], { coach }: TrainingRules): number | null {
  const elsewhere = pain.filter(({ site }) => !coach.pain.bySite[site])
  return elsewhere.length === 0 ? null : Math.max(...elsewhere.map((one) => one.pain))
}
