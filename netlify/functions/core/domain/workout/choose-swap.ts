import * as z from 'zod'
import { namedIn } from '#domain/library/groups.js'
import type { Library, LibraryFacts } from '#domain/library/library-facts.js'
import { refuse } from '#domain/refusal.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { ExerciseId } from '#domain/values/id.schema.js'
import { candidateOf, selectionAthlete } from './candidates.js'
import type { PlanFacts } from './planned-sets.js'
import { type ExplainedTerm, explainScore } from './selection/explain-score.js'
import { type SelectedExercise, type SelectionCandidate, selectExercises } from './selection/select-exercises.js'

/** The relation of an exercise to the one that it replaces. */
export const SwapKind = z.enum(['lateral', 'easier'])
export type SwapKind = z.output<typeof SwapKind>

/** An exercise to swap: for a named one, or for the best one of a kind. */
export type SwapRequest = {
  readonly from: LibraryFacts
  readonly to: LibraryFacts | null
  readonly direction: SwapKind | null
  /** Ids of the exercises that the session already has. */
  readonly taken: readonly string[]
  readonly equipment: readonly string[]
  readonly blockedTags: readonly string[]
}

/** The exercise that takes the place of another, and why. */
export type Swap = Omit<SelectedExercise, 'slug'> & {
  readonly exercise: LibraryFacts
  readonly kind: SwapKind
  readonly reasons: readonly ExplainedTerm[]
}

/**
 * Returns the variations of an exercise and the exercises one step below it in the skill graph, by
 * id; never something harder.
 */
export function swapKinds(
  { lateral, prerequisites, category }: LibraryFacts,
  library: Library,
): Map<ExerciseId, SwapKind> {
  const inChain = namedIn(prerequisites).filter((id) => library.get(id)?.category === category)
  return new Map([...inChain.map((id) => [id, 'easier'] as const), ...lateral.map((id) => [id, 'lateral'] as const)])
}

/**
 * Chooses what an exercise is swapped for. An exercise that the athlete names only has to be a
 * neighbour; else the equipment, pain and the score decide. An athlete who does an exercise may do
 * its variations and what lies below it, so their level and prerequisites are not checked again.
 *
 * Refuses with SWAP_NOT_POSSIBLE.
 */
export function chooseSwap(request: SwapRequest, facts: PlanFacts, rules: TrainingRules): Swap {
  const kinds = swapKinds(request.from, facts.library)
  const wanted = [...kinds]
    .filter(([, kind]) => request.direction === null || kind === request.direction)
    .map(([id]) => id)
  const options = request.to
    ? [request.to].filter(({ id }) => wanted.includes(id))
    : wanted.filter((id) => !request.taken.includes(id)).flatMap((id) => facts.library.get(id) ?? [])
  const selected = best(options, request, facts, rules)
  const exercise = options.find(({ slug }) => slug === selected?.slug)
  const kind = exercise && kinds.get(exercise.id)
  if (!selected || !exercise || !kind) return refuseSwap(request)
  const { daysSince } = candidateOf(exercise, facts, rules)
  const { pSuccess, score, terms } = selected
  return {
    exercise,
    kind,
    pSuccess,
    score,
    terms,
    reasons: explainScore({ pSuccess, daysSince, need: 0 }, terms, exercise.category, rules),
  }
}

function best(
  options: readonly LibraryFacts[],
  { from, to, ...means }: SwapRequest,
  facts: PlanFacts,
  rules: TrainingRules,
): SelectedExercise | undefined {
  const open = (candidate: SelectionCandidate) => ({ ...candidate, level: 0, prerequisites: [] })
  const free = (candidate: SelectionCandidate) => (to ? { ...candidate, equipment: [], tags: [] } : candidate)
  const candidates = options.map((option) => free(open(candidateOf(option, facts, rules))))
  return selectExercises(candidates, selectionAthlete(from.category, facts, means, rules), 0, rules, 1)[0]
}

function refuseSwap({ from, to, direction }: SwapRequest): never {
  const wanted =
    direction === null
      ? 'a lateral or easier variation'
      : `${direction === 'easier' ? 'an' : 'a'} ${direction} variation`
  if (to) return refuse('SWAP_NOT_POSSIBLE', `${to.name} is not ${wanted} of ${from.name}.`)
  return refuse('SWAP_NOT_POSSIBLE', `There is not ${wanted} of ${from.name} that you can do now.`)
}
