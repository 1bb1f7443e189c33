import * as z from 'zod'
import { candidatesOf } from '#domain/coach/candidates.js'
import type { CoachExercise } from '#domain/coach/coach-exercise.js'
import type { CoachView } from '#domain/coach/coach-view.js'
import { chanceOfStart } from '#domain/coach/fitting-rungs.js'
import { barsOf } from '#domain/coach/pain-effect.js'
import { siblingOf } from '#domain/coach/slot-groups.js'
import { slotKeyOf } from '#domain/coach/slot-key.js'
import { isUsable } from '#domain/library/library-facts.js'
import { compareCodePoints } from '#domain/values/code-point-order.js'
import type { ExerciseId } from '#domain/values/id.schema.js'

/** The relation of an exercise to the one that it replaces. */
export const SwapKind = z
  .enum(['lateral', 'easier', 'harder'])
  .meta({ id: 'SwapKind', description: 'How an exercise relates to the one that it replaces', example: 'easier' })
export type SwapKind = z.output<typeof SwapKind>

/** An exercise that can take the place of another, and the chance (0-1) to begin with it. */
export type SwapOption = { readonly exercise: CoachExercise; readonly kind: SwapKind; readonly chance: number }

/** Up to so many levels apart, two exercises are of like difficulty. Product default. */
const likeLevels = 0.3

/** Which kind is offered first. */
const order: readonly SwapKind[] = ['lateral', 'easier', 'harder']

/**
 * Lists what fits in the place of an exercise, the best first: of like difficulty, then easier, then
 * harder, the nearest of each. It comes from the candidates of the same slot, with those neighbours
 * in the skill graph that can be used here: who does an exercise may do its variations and what it
 * builds on. Where there is nothing else, it comes from the candidates of the sibling slot.
 *
 * @param taken what the session has already.
 */
export function swapOptions(from: CoachExercise, taken: readonly string[], view: CoachView): SwapOption[] {
  const key = slotKeyOf(from)
  const sibling = siblingOf[key]
  const others = (candidates: readonly CoachExercise[]) => candidates.filter(({ id }) => !taken.includes(id))
  const ofSlot = others([...new Set([...candidatesOf(key, view), ...neighboursOf(from, view)])])
  const candidates = ofSlot.length > 0 || sibling === undefined ? ofSlot : others(candidatesOf(sibling, view))
  const { fitsFrom } = view.rules.coach.rung
  const options = candidates.map((exercise) => optionOf(from, exercise, view))
  const fit = options.filter(({ kind, chance }) => kind !== 'harder' || chance >= fitsFrom)
  return fit.toSorted(
    (a, b) =>
      order.indexOf(a.kind) - order.indexOf(b.kind) ||
      distance(from, a) - distance(from, b) ||
      compareCodePoints(a.exercise.slug, b.exercise.slug),
  )
}

/** Returns an exercise as something to swap another for. */
export function optionOf(from: CoachExercise, exercise: CoachExercise, view: CoachView): SwapOption {
  return { exercise, kind: kindOf(from, exercise), chance: chanceOfStart(exercise, view) }
}

/** Tells whether an exercise is a variation of another, or what it builds on in the same category. */
export function isNeighbour(from: CoachExercise, { id, category }: CoachExercise): boolean {
  return from.lateral.includes(id) || (category === from.category && buildsOn(from, id))
}

function neighboursOf(from: CoachExercise, view: CoachView): CoachExercise[] {
  const { library, athlete } = view
  return [...from.lateral, ...from.prerequisites.flat()]
    .flatMap((id) => library.get(id) ?? [])
    .filter(
      (exercise) =>
        isNeighbour(from, exercise) &&
        isUsable(exercise, athlete.equipment) &&
        !athlete.dislikes.includes(exercise.id) &&
        barsOf(exercise, view).length === 0,
    )
}

function kindOf(from: CoachExercise, exercise: CoachExercise): SwapKind {
  if (from.lateral.includes(exercise.id)) return 'lateral'
  if (buildsOn(from, exercise.id)) return 'easier'
  const above = exercise.difficulty - from.difficulty
  if (Math.abs(above) <= likeLevels) return 'lateral'
  return above < 0 ? 'easier' : 'harder'
}

function buildsOn({ prerequisites }: CoachExercise, id: ExerciseId): boolean {
  return prerequisites.some((group) => group.includes(id))
}

function distance(from: CoachExercise, { exercise }: SwapOption): number {
  return Math.abs(exercise.difficulty - from.difficulty)
}
