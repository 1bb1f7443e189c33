import type { CoachExercise, CoachLibrary } from '#domain/coach/coach-exercise.js'
import { isUsable } from '#domain/library/library-facts.js'
import type { StrengthSlot } from '#domain/library/vocabulary.js'
import type { LoggedSession } from '#domain/training/training-log.js'
import type { Archetype } from './archetypes.js'
import { loggedSession } from './journal.js'
import type { DoneItem } from './perform.js'

/** Days of the last sessions, before the last one. */
const lastSessions = [4, 2, 0]
const slots = ['hpush', 'hpull', 'squat'] as const satisfies readonly StrengthSlot[]

/** Lists what somebody who comes back from a break had logged before it: ordinary sessions. */
export function sessionsBeforeBreak(
  archetype: Archetype,
  library: CoachLibrary,
  firstDay: number,
  rulesVersion: string,
): LoggedSession[] {
  const { breakDays } = archetype
  if (breakDays === null) return []
  const items = slots.flatMap((slot) => usualIn(slot, archetype, library))
  return lastSessions.map((days) => loggedSession(firstDay - breakDays - days, items, rulesVersion))
}

function usualIn(slot: StrengthSlot, { levels, equipment }: Archetype, library: CoachLibrary): DoneItem[] {
  const usual = [...library.values()]
    .filter((one) => one.slot === slot && one.metric === 'reps' && !one.tags.includes('eccentric'))
    .filter((one) => isUsable(one, equipment) && one.difficulty <= levels[one.category])
    .toSorted((a, b) => a.difficulty - b.difficulty)
    .at(-1)
  return usual ? [doneOf(usual)] : []
}

function doneOf(exercise: CoachExercise): DoneItem {
  const targets = exercise.defaults
  const sets = targets.map((target) => ({ target, amount: target, rpe: 8.5, reserve: 1.5, failed: false }))
  return { exercise, targets, modifier: 'none', sets }
}
