import { tempoSeconds } from '#domain/effort/tempo.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { sum } from '#domain/values/statistics.js'
import type { CoachExercise, SlotKey } from '../coach-exercise.js'
import { partnerOf } from '../slot-groups.js'
import { type Draft, type Part, setsIn, targetsIn } from './draft.js'

/** The time that an athlete has for a session. */
export type SessionTime = { readonly minutes: number; readonly rules: TrainingRules }

/** Tells whether a session is so short that all exercises go round in one circuit. */
export function isCircuit({ minutes, rules }: SessionTime): boolean {
  return minutes <= rules.coach.session.circuit.minutesMax
}

/** Returns the seconds of the warm-up: a share of the time, within limits. */
export function warmUpSeconds({ minutes, rules }: SessionTime): number {
  const { share, secondsMin, secondsMax } = rules.coach.session.warmUp
  return Math.max(secondsMin, Math.min(secondsMax, share * minutes * 60))
}

/**
 * Returns the seconds of one set, both sides together: reps at the tempo, or the hold.
 *
 * @param target reps or seconds.
 */
export function workSeconds(
  { tempo, unilateral }: Pick<CoachExercise, 'tempo' | 'unilateral'>,
  target: number,
  rules: TrainingRules,
): number {
  const oneSide = target * (tempoSeconds(tempo, rules) ?? 1)
  return unilateral ? 2 * (oneSide + rules.coach.session.sideSeconds) : oneSide
}

/**
 * Returns the seconds of rest after each set: short in a circuit, and half where the opposite is
 * done meanwhile.
 */
export function restSecondsIn(draft: Draft, { key, exercise }: Part['choice'], time: SessionTime): number {
  const { circuit, pair } = time.rules.coach.session
  if (isCircuit(time)) return circuit.restSeconds
  return hasPartner(draft, key)
    ? Math.max(pair.restSecondsMin, exercise.restSeconds * pair.restShare)
    : exercise.restSeconds
}

/** Returns the seconds of a session with its warm-up: each set with its rest, and setting up. */
export function secondsOf(draft: Draft, time: SessionTime): number {
  return warmUpSeconds(time) + sum(draft.map((part) => partSeconds(draft, part, time)))
}

/** Tells whether a session fits into the time that there is. */
export function fitsInto(draft: Draft, time: SessionTime): boolean {
  return secondsOf(draft, time) <= time.minutes * 60
}

function partSeconds(draft: Draft, part: Part, time: SessionTime): number {
  const { exercise } = part.choice
  const work = sum(targetsIn(part).map((target) => workSeconds(exercise, target, time.rules)))
  const rest = part.sets * restSecondsIn(draft, part.choice, time)
  return work + rest + (isCircuit(time) ? 0 : time.rules.coach.session.blockSeconds)
}

function hasPartner(draft: Draft, key: SlotKey): boolean {
  const partner = partnerOf(key)
  return partner !== undefined && setsIn(draft, partner) > 0
}
