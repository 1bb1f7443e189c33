import { type SetPrescription, setPrescriptions, targetsOf } from '#domain/library/sets.schema.js'
import { setsInDeload } from '#domain/progression/deload-week.js'
import { layoff, setsOnReturn } from '#domain/progression/layoff.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { revise } from './revise.js'
import type { Session, SessionExercise } from './session.js'
import { editExercise, exerciseOf } from './session-exercises.js'

/** A planned session that became lighter, before and after. */
export type LighterSession = { readonly before: Session; readonly after: Session }

/**
 * Lists the planned sessions that become lighter, with their new versions; the others are left out.
 */
export function lighterSessions(
  sessions: readonly Session[],
  lighter: (session: Session) => Session,
  now: Date,
): LighterSession[] {
  return sessions
    .map((before) => ({ before, after: revise(before, lighter(before), now) }))
    .filter(({ before, after }) => before !== after)
}

/**
 * Takes sets from a planned session: half of each exercise's stay, rounded up. Returns the same
 * object when there is nothing to take away.
 */
export function deloaded(session: Session, rules: TrainingRules): Session {
  return withPlannedSets(session, ({ planned: { sets } }) => sets.slice(0, setsInDeload(sets.length, rules)))
}

/** How an exercise comes back after a break. */
export type Return = {
  /** Share of the planned sets that stay in that week, 0-1. */
  readonly multiplier: number
  readonly gapDays: number
}

/**
 * Makes a planned session lighter after a break: each exercise keeps a share of its sets, rounded,
 * but at least one. Targets that follow the working sets go down with them (`layoff`); targets that
 * the athlete gave for this session stay.
 *
 * @param returnOf null when an exercise has not been away.
 */
export function returning(
  session: Session,
  returnOf: (exercise: SessionExercise) => Return | null,
  rules: TrainingRules,
): Session {
  return withPlannedSets(session, (exercise) => {
    const back = returnOf(exercise)
    if (!back) return exercise.planned.sets
    const targets =
      exercise.plannedFrom === 'working' ? afterBreak(exercise, back, rules) : targetsOf(exercise.planned.sets)
    const count = setsOnReturn(targets.length, back.multiplier)
    return setPrescriptions(targets.slice(0, count), exercise.exercise.metric)
  })
}

function afterBreak(
  { exercise: { metric }, planned, libraryStandard }: SessionExercise,
  { gapDays }: Return,
  rules: TrainingRules,
): number[] {
  const targets = targetsOf(planned.sets)
  const facts = { metric, defaults: targetsOf(libraryStandard.sets), working: targets, gapDays }
  const { working } = layoff(facts, rules)
  return targets.map((amount, index) => Math.min(amount, working[index] ?? amount))
}

function withPlannedSets(session: Session, setsOf: (exercise: SessionExercise) => readonly SetPrescription[]): Session {
  return session.exercises.reduce((changed, { id }) => {
    const sets = [...setsOf(exerciseOf(changed, id))]
    return editExercise(changed, id, { planned: { sets } })
  }, session)
}
