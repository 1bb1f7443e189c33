import { countSets, isCounted } from '#domain/effort/set-counts.js'
import type { SetPrescription } from '#domain/library/sets.schema.js'
import { metricFault } from '#domain/library/sets-faults.js'
import type { Metric } from '#domain/library/vocabulary.js'
import { type Fault, refuse } from '#domain/refusal.js'
import type { PerformedAmount } from '#domain/training/performed-sets.schema.js'
import { patched } from '#domain/values/same-value.js'
import type { SessionExercise } from './session.js'
import { setLogsMax } from './session-exercise.schema.js'
import type { SetLog } from './set-log.schema.js'

/**
 * Returns the number after those that are used; gaps stay. The two sides of one set share a number,
 * so a side counts its own sets and those without a side. Refuses with SESSION_FULL past the last
 * number.
 */
export function nextSetNumber(
  { sets }: { readonly sets: readonly Pick<SetLog, 'setNumber' | 'side'>[] },
  side: SetLog['side'],
): number {
  const counted = sets.filter((set) => side === null || set.side === null || set.side === side)
  const next = 1 + Math.max(0, ...counted.map(({ setNumber }) => setNumber))
  return next > setLogsMax ? refuse('SESSION_FULL', `Sets are numbered from 1 to ${setLogsMax}.`) : next
}

/**
 * Returns what was planned for a set; null for what is no set of the plan: warm-ups, drop sets, and
 * sets beyond it. Numbers that are none of the plan's are passed over, and gaps are not, because a
 * set may still arrive.
 */
export function plannedAt(
  { planned, sets }: SessionExercise,
  set: Pick<SetLog, 'setNumber' | 'kind'>,
): SetPrescription | null {
  if (!isCounted(set)) return null
  const before = Map.groupBy(
    sets.filter(({ setNumber }) => setNumber < set.setNumber),
    ({ setNumber }) => setNumber,
  )
  const passedOver = [...before.values()].filter((sides) => !sides.some(isCounted)).length
  return planned.sets[set.setNumber - 1 - passedOver] ?? null
}

/**
 * Refuses with SIDES_MIXED when a set would stand under one number with and without a side: without
 * one, both sides did that amount.
 */
export function assertSidesAgree({ sets }: SessionExercise, { id, setNumber, side }: SetLog): void {
  const others = sets.filter((other) => other.id !== id && other.setNumber === setNumber)
  if (!others.some((other) => (other.side === null) !== (side === null))) return
  const logged = side === null ? 'with its sides' : 'without a side, which is both sides'
  refuse('SIDES_MIXED', `Set ${setNumber} is logged ${logged}: log it one way, or under another number.`)
}

/** Refuses with CONFLICT when another set has this number and side. */
export function assertNumberFree({ sets }: SessionExercise, { id, setNumber, side }: SetLog): void {
  const taken = sets.some((other) => other.id !== id && other.setNumber === setNumber && other.side === side)
  if (taken) refuse('CONFLICT', `Set ${setNumber}${side === null ? '' : ` (${side})`} is logged already.`)
}

/**
 * Lists what is wrong with a set of this exercise: the wrong metric, a side when sets are not
 * counted per side, a site of pain without pain.
 */
export function setFaults({ exercise }: SessionExercise, set: SetLog): Fault[] {
  const faults = mismatches(exercise.metric, set)
  if (set.side !== null && !exercise.unilateral)
    faults.push({ pointer: '/side', code: 'NOT_UNILATERAL', detail: `${exercise.slug} is not counted per side` })
  if (set.tempo !== null && (set.tempo === 'hold') !== (exercise.metric === 'duration'))
    faults.push(metricFault(exercise.metric, '/tempo'))
  if (set.painSite !== null && set.pain === null)
    faults.push({ pointer: '/painSite', code: 'PAIN_MISSING', detail: 'needs pain, 0 to 10' })
  return faults
}

/** Gives an exercise these sets, sorted, and `actual.sets` that agree with them. */
export function withSets(exercise: SessionExercise, sets: readonly SetLog[]): SessionExercise {
  const sorted = sets.toSorted(bySetNumberAndSide)
  const actual = { ...exercise.actual, sets: sorted.length === 0 ? null : sorted.flatMap(amountOf) }
  return { ...exercise, actual, sets: sorted }
}

/** Completes an exercise of a completed session when its planned sets are all logged. */
export function settled(exercise: SessionExercise): SessionExercise {
  return patched(exercise, {
    completed: exercise.completed || countSets(exercise.sets) >= exercise.planned.sets.length,
  })
}

function mismatches(metric: Metric, { reps, duration }: SetLog): Fault[] {
  const wrong = metric === 'reps' ? 'duration' : 'reps'
  if ({ reps, duration }[wrong] === null) return []
  return [metricFault(metric, `/${wrong}`)]
}

/** Returns the amount of a set, which has either reps or seconds; the table demands this too. */
function amountOf({ reps, duration }: SetLog): PerformedAmount[] {
  if (reps !== null) return [{ reps }]
  return duration === null ? [] : [{ duration }]
}

/** Orders sets as Postgres sorts `set_number, side`: left, right, then none. */
function bySetNumberAndSide(a: SetLog, b: SetLog): number {
  return a.setNumber - b.setNumber || rankOf(a.side) - rankOf(b.side)
}

function rankOf(side: SetLog['side']): number {
  return side === 'left' ? 0 : side === 'right' ? 1 : 2
}
