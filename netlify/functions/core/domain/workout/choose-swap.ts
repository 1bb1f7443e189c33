import * as z from 'zod'
import type { Library, LibraryFacts } from '#domain/library/library-facts.js'
import { refuse } from '#domain/refusal.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { candidateOf, selectionAthlete } from './candidates.js'
import type { PlanFacts } from './planned-sets.js'
import { type ExplainedTerm, explainScore } from './selection/explain-score.js'
import { type SelectedExercise, type SelectionCandidate, selectExercises } from './selection/select-exercises.js'

/** How an exercise stands to the one that it is swapped for. */
export const SwapKind = z.enum(['lateral', 'easier'])
export type SwapKind = z.output<typeof SwapKind>

/** An exercise to be swapped: for a named one, or for the best that stands in a direction. */
export type SwapRequest = {
  readonly from: LibraryFacts
  readonly to: LibraryFacts | null
  readonly direction: SwapKind | null
  /** Ids of the exercises that the session has already. */
  readonly taken: readonly string[]
  readonly equipment: readonly string[]
  readonly blockedTags: readonly string[]
}

/** What an exercise is swapped for, and why. */
export type Swap = Omit<SelectedExercise, 'slug'> & {
  readonly exercise: LibraryFacts
  readonly kind: SwapKind
  readonly reasons: readonly ExplainedTerm[]
}

/**
 * What stands beside an exercise and one step below it in the skill graph, by id; never something
 * harder.
 */
export function swapKinds({ lateral, prerequisites, category }: LibraryFacts, library: Library): Map<string, SwapKind> {
  const inChain = prerequisites.filter((id) => library.get(id)?.category === category)
  return new Map([...inChain.map((id) => [id, 'easier'] as const), ...lateral.map((id) => [id, 'lateral'] as const)])
}

/**
 * Chooses what an exercise is swapped for. What was asked for by name is only asked to be a
 * neighbour; else the equipment, pain and the score decide. Who does an exercise may do what lies
 * beside or below it, so its prerequisites are not asked for again.
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
