import { isCounted } from '#domain/effort/set-counts.js'
import type { PerformedSession } from '#domain/load/performed-session.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { isAssisted, performanceOf } from '#domain/training/performance.js'
import { compareCodePoints } from '#domain/values/code-point-order.js'
import type { ExerciseId } from '#domain/values/id.schema.js'
import { mapInSteps } from '#domain/values/steps.js'
import { asymmetryFlag, rpeDriftFlag } from '../performance-flags.js'
import {
  type Evidence,
  evidence,
  type Gather,
  type GatherInSteps,
  isCurrent,
  mostTelling,
  type Situation,
  sessionsSoFar,
} from './evidence.js'

type PerformedExercise = PerformedSession['exercises'][number]

/** An exercise as it was performed on a day. */
type Performed = { readonly on: string; readonly exercise: PerformedExercise }

/** Gathers the left and right sides of the exercises that are counted per side. */
export const asymmetry: Gather = (situation, rules) => {
  const worked = performedByExercise(situation, rules).filter(([id]) => situation.library.get(id)?.unilateral === true)
  const candidates = worked.flatMap(([exerciseId, performed]) => {
    const pairs = performed.flatMap(({ on, exercise }) => pairsOf(exercise).map((pair) => ({ on, pair })))
    const last = pairs.slice(-rules.flags.asymmetry.pairs)
    const [first] = last
    const leftRightMetric = situation.library.get(exerciseId)?.metric ?? 'reps'
    const facts = { leftRight: last.map(({ pair }) => pair), leftRightMetric }
    return first ? [evidence(facts, first.on, { exerciseId })] : []
  })
  return mostTelling(candidates, asymmetryFlag, rules)
}

/**
 * Gathers the RPE of the last set, from the sessions that did exactly the same work as the last
 * one.
 */
export const rpeDrift: GatherInSteps = function* (situation, rules) {
  const candidates: Evidence[] = []
  for (const [exerciseId, performed] of performedByExercise(situation, rules)) {
    const last = performed.at(-1)
    if (!last || performanceOf(last.exercise).rpeLast === null) continue
    const work = workOf(last.exercise)
    const ratings = yield* mapInSteps(performed, ({ exercise }) =>
      workOf(exercise) === work ? performanceOf(exercise).rpeLast : null,
    )
    candidates.push(evidence({ rpeSameWork: ratings.filter((rpe) => rpe !== null) }, last.on, { exerciseId }))
  }
  return mostTelling(candidates, rpeDriftFlag, rules)
}

/**
 * Lists the exercises that were trained lately, each with all its sessions in order; the one
 * trained last comes first.
 */
function performedByExercise(situation: Situation, rules: TrainingRules): [ExerciseId, Performed[]][] {
  const byExercise = new Map<ExerciseId, Performed[]>()
  for (const session of sessionsSoFar(situation)) {
    for (const exercise of session.exercises.filter(({ sets }) => sets.length > 0)) {
      const performed = byExercise.get(exercise.exerciseId) ?? []
      byExercise.set(exercise.exerciseId, performed)
      performed.push({ on: session.date, exercise })
    }
  }
  const lastDay = (performed: readonly Performed[]) => performed.at(-1)?.on ?? ''
  return [...byExercise]
    .filter(([, performed]) => isCurrent(lastDay(performed), situation, rules))
    .toSorted(([, one], [, other]) => compareCodePoints(lastDay(other), lastDay(one)))
}

/**
 * Returns left and right, in reps or seconds, of the sets of which both sides were performed
 * without assistance; a warm-up shows no weaker side.
 */
function pairsOf({ sets }: PerformedExercise): (readonly [number, number])[] {
  const unassisted = sets
    .filter((set) => isCounted(set) && !isAssisted(set))
    .toSorted((one, other) => one.setNumber - other.setNumber)
  return unassisted
    .filter(({ side }) => side === 'left')
    .flatMap((left) => {
      const right = unassisted.find(({ side, setNumber }) => side === 'right' && setNumber === left.setNumber)
      return right ? [[left.amount, right.amount] as const] : []
    })
}

/** Describes what was done in every set as one text: amounts, sides and added mass. */
function workOf({ sets }: PerformedExercise): string {
  return sets
    .map(({ setNumber, side, amount, weightKg }) => `${setNumber} ${side ?? ''} ${amount} ${weightKg ?? 0}`)
    .toSorted()
    .join('; ')
}
