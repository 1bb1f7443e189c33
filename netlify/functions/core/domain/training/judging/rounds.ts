import type { LoggedSet } from '#domain/effort/set.schema.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'

/** A set of an exercise, of whose two sides the weaker one speaks. */
export type Round = {
  /** Reps or seconds; 0 where a side was left out. */
  readonly amount: number
  readonly rpe: number | null
  /** Added mass is positive, assistance negative; of two sides the lesser. */
  readonly addedKg: number
  /** Whether one of two sides was not trained: that is no failed attempt. */
  readonly oneSided: boolean
}

/** Groups sets by number: the two sides of a unilateral set are one round. */
export function roundsOf<Set extends Pick<LoggedSet, 'setNumber'>>(sets: readonly Set[]): Set[][] {
  const rounds = new Map<number, Set[]>()
  for (const set of sets.toSorted((a, b) => a.setNumber - b.setNumber)) {
    const round = rounds.get(set.setNumber)
    if (round) round.push(set)
    else rounds.set(set.setNumber, [set])
  }
  return [...rounds.values()]
}

/**
 * Returns the amount of a round: that of the weaker side. A side that was left out counts as
 * nothing done.
 */
export function amountOf(round: readonly Pick<LoggedSet, 'amount' | 'side'>[]): number {
  return isOneSided(round) ? 0 : Math.min(...round.map(({ amount }) => amount))
}

export function hardest(round: readonly Pick<LoggedSet, 'rpe'>[]): number | null {
  let most: number | null = null
  for (const { rpe } of round) if (rpe !== null && (most === null || rpe > most)) most = rpe
  return most
}

/** Returns the worst pain of all sets, 0 to 10: that of a warm-up hurts as much. */
export function worstPain(sets: readonly Pick<LoggedSet, 'pain'>[]): number {
  return Math.max(0, ...sets.map(({ pain }) => pain ?? 0))
}

/** Returns the rounds that count towards decisions, in order. */
export function countedRounds(sets: readonly LoggedSet[], rules: TrainingRules): Round[] {
  return roundsOf(countedSets(sets, rules)).map((round) => ({
    amount: amountOf(round),
    rpe: hardest(round.map((set) => ({ rpe: rpeOf(set, rules) }))),
    addedKg: Math.min(...round.map(({ weightKg }) => weightKg ?? 0)),
    oneSided: isOneSided(round),
  }))
}

/** Leaves warm-up and drop sets out where they do not count: they are load, and nothing else. */
export function countedSets(sets: readonly LoggedSet[], { judging }: TrainingRules): LoggedSet[] {
  return sets.filter(({ kind }) => judging.kinds === 'every' || kind === 'working' || kind === 'failure')
}

/** A set that was taken to failure needs no rating. */
function rpeOf({ rpe, kind }: LoggedSet, { judging, effort }: TrainingRules): number | null {
  return rpe ?? (judging.kinds === 'working' && kind === 'failure' ? effort.rpeMax : null)
}

function isOneSided(round: readonly Pick<LoggedSet, 'side'>[]): boolean {
  return round.filter(({ side }) => side !== null).length === 1
}
