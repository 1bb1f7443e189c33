import type { GoalKind } from '#domain/event/vocabulary.js'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import { metricFault } from '#domain/library/sets-faults.js'
import type { Metric } from '#domain/library/vocabulary.js'
import { type Fault, refuse, refuseFaults } from '#domain/refusal.js'
import type { GoalTerms } from '#domain/training/training-log.js'
import type { GoalStanding } from '#domain/training/training-state.js'
import type { GoalId } from '#domain/values/id.schema.js'
import { changedFields } from '#domain/values/same-value.js'
import { touchedAt } from '#domain/values/touched-at.js'
import type { GoalStatus } from './goal.schema.js'

/** A goal as it is stored. */
export type Goal = GoalTerms & {
  readonly id: GoalId
  readonly deadline: string | null
  readonly status: GoalStatus
  /** Day in the athlete's zone. */
  readonly setOn: string
  readonly reachedOn: string | null
  readonly notes: string | null
  readonly version: number
  readonly createdAt: string
  readonly updatedAt: string
}

/**
 * The goal that an athlete asks for; `exercise` is undefined when none is named, and null when the
 * library does not have it.
 */
type Wanted = {
  readonly kind: GoalKind
  readonly exercise: LibraryFacts | null | undefined
  readonly target: number | undefined
  readonly deadline: string | null
}

/**
 * The largest target of each kind: reps, seconds, or sessions a week; the target of a skill is the
 * library's standard.
 */
const targetMax = { reps: 1000, hold: 3600, consistency: 14, skill: null } as const

const metricOfKind: Readonly<Record<GoalKind, Metric | null>> = {
  reps: 'reps',
  hold: 'duration',
  skill: null,
  consistency: null,
}

/**
 * Makes a new goal. Refuses with METRIC_MISMATCH when the exercise counts something else, and with
 * INVALID_INPUT when something is missing, too large, unknown, not allowed, or lies in the past.
 */
export function setGoal(
  wanted: Wanted,
  {
    id,
    on,
    now,
    notes,
  }: { readonly id: GoalId; readonly on: string; readonly now: Date; readonly notes: string | null },
): Goal {
  refuseFaults([...exerciseFaults(wanted), ...targetFaults(wanted.kind, wanted.target), ...deadlineFaults(wanted, on)])
  const at = now.toISOString()
  return {
    kind: wanted.kind,
    exerciseId: wanted.exercise?.id ?? null,
    target: wanted.target ?? null,
    id,
    deadline: wanted.deadline,
    status: 'open',
    setOn: on,
    reachedOn: null,
    notes,
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
}

/** The fields of a goal that may be changed. */
export type GoalPatch = Partial<Pick<Goal, 'target' | 'deadline' | 'notes'>>

/**
 * Applies a patch to a goal; returns the fields that changed, and the same goal when the patch says
 * nothing new. Refuses with CONFLICT when the goal was dropped, and with INVALID_INPUT as `setGoal`
 * does.
 */
export function changeGoal(
  goal: Goal,
  patch: GoalPatch,
  { today, now }: { readonly today: string; readonly now: Date },
): { readonly goal: Goal; readonly fields: readonly string[] } {
  if (goal.status === 'dropped') refuse('CONFLICT', 'The goal was dropped: set a new one.')
  const fields = changedFields<Goal>(goal, patch)
  if (fields.length === 0) return { goal, fields }
  refuseFaults([
    ...(patch.target === undefined ? [] : targetFaults(goal.kind, patch.target ?? undefined)),
    ...(fields.includes('deadline') ? deadlineFaults({ deadline: patch.deadline ?? null }, today) : []),
  ])
  return { goal: touched({ ...goal, ...patch }, goal, now), fields }
}

/** Drops a goal; one that was dropped before stays as it is. */
export function dropGoal(goal: Goal, now: Date): Goal {
  if (goal.status === 'dropped') return goal
  return touched({ ...goal, status: 'dropped', reachedOn: null }, goal, now)
}

/** Returns the goal as the facts leave it: dropped when they know nothing of it. */
export function asFactsSay(goal: Goal, standing: GoalStanding | undefined): Goal {
  if (!standing) return { ...goal, status: 'dropped', reachedOn: null }
  const { reachedOn } = standing
  return { ...goal, status: reachedOn === null ? 'open' : 'reached', reachedOn }
}

/** Returns the terms of a goal as facts keep them. */
export function termsOf({ kind, exerciseId, target }: GoalTerms): GoalTerms {
  return { kind, exerciseId, target }
}

function touched(after: Goal, before: Goal, now: Date): Goal {
  return { ...after, version: before.version + 1, updatedAt: touchedAt(now, before.updatedAt) }
}

function exerciseFaults({ kind, exercise }: Wanted): Fault[] {
  const fault = (pointer: string, code: string, detail: string): Fault[] => [{ pointer, code, detail }]
  if (kind === 'consistency') {
    return exercise === undefined
      ? []
      : fault('/exercise', 'NOT_ALLOWED', 'a goal of consistency is about all exercises')
  }
  if (exercise === undefined) return fault('/exercise', 'REQUIRED', 'is required')
  if (exercise === null) return fault('/exercise', 'EXERCISE_NOT_FOUND', 'is not an exercise of the library')
  const metric = metricOfKind[kind]
  if (metric === null || metric === exercise.metric) return []
  return [metricFault(exercise.metric, '/kind')]
}

function targetFaults(kind: GoalKind, target: number | undefined): Fault[] {
  const max = targetMax[kind]
  const fault = (code: string, detail: string): Fault[] => [{ pointer: '/target', code, detail }]
  if (max === null) {
    return target === undefined ? [] : fault('NOT_ALLOWED', "the target of a skill is the library's standard")
  }
  if (target === undefined) return fault('REQUIRED', 'is required')
  return target > max ? fault('TOO_BIG', `is at most ${max} for this kind of goal`) : []
}

function deadlineFaults({ deadline }: Pick<Wanted, 'deadline'>, today: string): Fault[] {
  if (deadline === null || deadline >= today) return []
  return [{ pointer: '/deadline', code: 'IN_PAST', detail: `lies in the past: today is ${today}` }]
}
