import type { CoachExercise } from '#domain/coach/coach-exercise.js'
import type { ChoiceRule } from '#domain/coach/recommendation.js'
import { groupOfKey } from '#domain/coach/slot-groups.js'
import { slotKeyOf } from '#domain/coach/slot-key.js'
import type { Modifier } from '#domain/effort/modifier.schema.js'
import { randomNormal, seededRandom } from '../former-policy/sampling/seeded-random.js'
import type { Body } from './body.js'
import { truth } from './truth.js'

/**
 * How an athlete follows a target: exactly as far as possible; until so many are left as felt, two
 * reps or a fifth of a hold around the target; or up to one short of the most as felt.
 */
export type Style = 'exact' | 'reserve' | 'one-short'

/** By which rules the coach chose an exercise, and whether anything harder of its slot would fit. */
export type Chosen = { readonly rules: readonly ChoiceRule['id'][]; readonly harderFits: boolean }

/** An exercise as a policy plans it. */
export type PlannedItem = {
  readonly exercise: CoachExercise
  readonly targets: readonly number[]
  readonly modifier: Modifier
  /** Left out by policies that give no reasons. */
  readonly chosen?: Chosen
}

/** A set as it was done, and what was true of it. */
export type DoneSet = {
  readonly target: number
  readonly amount: number
  readonly rpe: number | null
  /** What was left, in reps or RPE points; 0 when it failed. */
  readonly reserve: number
  readonly failed: boolean
}

export type DoneItem = PlannedItem & { readonly sets: readonly DoneSet[] }

/** Performs a session's exercises one after the other, and lets the body grow by it. */
export function performSession(
  body: Body,
  items: readonly PlannedItem[],
  { day, seed, style }: { readonly day: number; readonly seed: string; readonly style: Style },
): DoneItem[] {
  const setsOfGroup = new Map<string, number>()
  return items.map((item) => {
    const key = slotKeyOf(item.exercise)
    const group = groupOfKey(key)
    const random = seededRandom(`${seed} ${day} ${item.exercise.slug}`)
    const fresh = body.maximum(item.exercise, item.modifier, day)
    const sets = item.targets.map((target, index) => {
      const earlier = setsOfGroup.get(group ?? key) ?? 0
      setsOfGroup.set(group ?? key, earlier + 1)
      const maximum = fresh * truth.keptPerSet ** index * truth.keptPerGroupSet ** Math.max(0, earlier - index)
      return performSet(item.exercise, target, maximum, style, random)
    })
    for (const { reserve, failed, rpe } of sets) {
      body.train({ key, group, reserve, failed, hard: rpe === null || rpe >= truth.rpe.hardFrom }, day)
    }
    return { ...item, sets }
  })
}

function performSet(
  { metric }: CoachExercise,
  target: number,
  maximum: number,
  style: Style,
  random: () => number,
): DoneSet {
  const most = Math.floor(maximum)
  const felt = maximum * (1 + truth.felt.share * randomNormal(random)) + truth.felt.reps * randomNormal(random)
  const [ratedDraw, error] = [random(), randomNormal(random)]
  const amount = Math.max(0, Math.min(most, wanted(metric, target, felt, style)))
  const failed = amount < target && amount === most
  const left = metric === 'reps' ? maximum - amount : (maximum / Math.max(1, amount) - 1) / truth.holdSharePerRpePoint
  const reserve = failed ? 0 : Math.max(0, left)
  const rpe = failed ? 10 : Math.min(10, Math.max(1, Math.round(2 * (10 - reserve + truth.rpe.deviation * error)) / 2))
  return { target, amount, rpe: ratedDraw < truth.rpe.ratedShare ? rpe : null, reserve, failed }
}

function wanted(metric: CoachExercise['metric'], target: number, felt: number, style: Style): number {
  switch (style) {
    case 'exact':
      return target
    case 'one-short':
      return Math.min(target, Math.max(1, Math.floor(metric === 'reps' ? felt - 1 : felt / 1.1)))
    case 'reserve': {
      const aim = Math.floor(metric === 'reps' ? felt - 2 : felt / 1.25)
      const [low, high] =
        metric === 'reps' ? [target - 2, target + 2] : [Math.floor(0.8 * target), Math.floor(1.2 * target)]
      return Math.max(1, low, Math.min(high, aim))
    }
    default:
      return style satisfies never
  }
}
