import { refuseFaults } from '#domain/refusal.js'
import { type NewId, SetId } from '#domain/values/id.schema.js'
import { changedFields } from '#domain/values/same-value.js'
import { type Matched, matchSets, type NumberedSet } from './match-document.js'
import { foldOrRefuse } from './refused-at.js'
import type { Moment, SessionExercise } from './session.js'
import type { SetDocument } from './session-document.schema.js'
import { futureFaults } from './session-rules.js'
import type { SetLog } from './set-log.schema.js'
import { correctionOf, newSet } from './set-logs.js'
import { assertNumberFree, assertSidesAgree, setFaults, withSets } from './set-rules.js'

/** What sets need to know that are written down with others: ids, and when those without an instant ended. */
export type SetsMoment = Moment & { readonly newId: NewId; readonly endedAt: string }

/**
 * Gives an exercise exactly these sets, by the rules of logging, correcting and deleting them one by
 * one; the same exercise when it has them. Numbers are compared as they are in the end, so sets may
 * change places. Refuses with CONFLICT, SIDES_MIXED, METRIC_MISMATCH or INVALID_INPUT, and names every
 * set at `/sets/3`.
 */
export function replaceSets(
  exercise: SessionExercise,
  items: readonly SetDocument[],
  moment: SetsMoment,
): SessionExercise {
  const empty = withSets(exercise, [])
  const matched = matchSets(items, exercise)
  const given = foldOrRefuse(matched, empty, (soFar, one) => withSet(soFar, one, moment), '/sets')
  return isSame(exercise.sets, given.sets) ? exercise : given
}

function withSet(soFar: SessionExercise, one: Matched<NumberedSet, SetLog>, moment: SetsMoment): SessionExercise {
  const set = setFrom(soFar, one, moment)
  refuseFaults([
    ...(set === one.stored ? [] : setFaults(soFar, set)),
    ...(set.completedAt === one.stored?.completedAt ? [] : futureFaults(one.item.completedAt, moment, '/completedAt')),
  ])
  assertNumberFree(soFar, set)
  // sets of before that are mixed stay where they are
  if (!one.stored || changedFields(one.stored, set, ['setNumber', 'side']).length > 0) assertSidesAgree(soFar, set)
  return withSets(soFar, [...soFar.sets, set])
}

function setFrom(soFar: SessionExercise, { item, stored }: Matched<NumberedSet, SetLog>, moment: SetsMoment): SetLog {
  const { planned: _, version: __, createdAt: ___, updatedAt: ____, id, ...said } = item
  if (stored) return correctionOf(soFar, stored, said)
  const completedAt = said.completedAt ?? moment.endedAt
  return newSet(soFar, { ...said, id: id ?? moment.newId(SetId), completedAt }, moment)
}

function isSame(before: readonly SetLog[], after: readonly SetLog[]): boolean {
  return before.length === after.length && before.every((set, at) => set === after[at])
}
