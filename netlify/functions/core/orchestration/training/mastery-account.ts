import type { CoachSettings } from '#domain/coach/coach-settings.js'
import { countsAsMastered } from '#domain/coach/counts-as-mastered.js'
import { coachAthleteOf } from '#domain/coach/reading/coach-athlete-of.js'
import { dayOf } from '#domain/coach/reading/day-number.js'
import { takeNotes } from '#domain/coach/reading/take-notes.js'
import type { CountsAsMastered } from '#domain/library/library-facts.js'
import { deriveTraining } from '#domain/training/derive.js'
import type { Context } from '#orchestration/context.js'
import type { Training } from './read-training.js'
import { usableTraining } from './usable-training.js'

/** What an athlete wants of a day decides nothing about what they have mastered. */
const nothingAsked: Omit<CoachSettings, 'equipment' | 'bodyMass'> = {
  place: null,
  daysPerWeek: null,
  loadKg: 0,
  skills: [],
  dislikes: [],
  checkIns: [],
  plannedOn: [],
  deloadDeclinedUntil: null,
}

/**
 * Returns the coach's account of what counts as mastered today: level tests and paths read the same
 * one as the next workout. It folds the log once more, with the coach taking notes.
 */
export async function masteryAccount(
  context: Pick<Context, 'work' | 'rules' | 'ruleBook'>,
  training: Training,
): Promise<CountsAsMastered> {
  const { rules, ruleBook, work } = context
  const { athlete, library, trainingLog } = training
  const noteTaking = takeNotes(trainingLog.directives, [], library, rules)
  await work(deriveTraining(trainingLog, library, ruleBook, noteTaking.witness))
  const settings = { ...nothingAsked, equipment: athlete.equipment, bodyMass: athlete.bodyMass }
  const usable = await usableTraining(context, training)
  const coached = await work(coachAthleteOf({ ...usable, noteTaking }, library, settings, athlete.today, rules))
  const view = { athlete: coached.athlete, library, day: dayOf(athlete.today), rules }
  return (exercise) => countsAsMastered(exercise, view)
}
