import type { CoachSettings } from '#domain/coach/coach-settings.js'
import { countsAsMastered } from '#domain/coach/counts-as-mastered.js'
import { coachAthleteOf } from '#domain/coach/reading/coach-athlete-of.js'
import { dayOf } from '#domain/coach/reading/day-number.js'
import type { CountsAsMastered } from '#domain/library/library-facts.js'
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
 * one as the next workout.
 */
export async function masteryAccount(
  { rules, work }: Pick<Context, 'work' | 'rules'>,
  training: Training,
): Promise<CountsAsMastered> {
  const { athlete, library, notes } = training
  const settings = { ...nothingAsked, equipment: athlete.equipment, bodyMass: athlete.bodyMass }
  const usable = await usableTraining({ work }, training)
  const coached = await work(coachAthleteOf({ ...usable, notes }, library, settings, athlete.today, rules))
  const view = { athlete: coached.athlete, library, day: dayOf(athlete.today), rules }
  return (exercise) => countsAsMastered(exercise, view)
}
