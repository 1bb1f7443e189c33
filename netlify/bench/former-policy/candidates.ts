import { daysSince } from '#domain/calendar/days-between.js'
import { levelIn } from '#domain/levels/level-test.js'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import type { Category } from '#domain/library/vocabulary.js'
import type { DecisionKind } from '#domain/progression/decision.schema.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { abilityOn } from '#domain/training/known-ability.js'
import { standingIn } from '#domain/training/training-state.js'
import { countsAsMastered } from './counts-as-mastered.js'
import { type PlanFacts, plannedSets } from './planned-sets.js'
import type { SelectionAthlete, SelectionCandidate } from './selection/select-exercises.js'

/** Decisions after which an exercise should not be the first to come next. */
const takenBack: readonly (DecisionKind | null)[] = ['regress', 'swap_down']

/** Makes an exercise a candidate for the next workout, with the target it would be planned with. */
export function candidateOf(exercise: LibraryFacts, facts: PlanFacts, rules: TrainingRules): SelectionCandidate {
  const { lastSessionOn, lastDecision } = standingIn(facts.state, exercise.id)
  return {
    slug: exercise.slug,
    level: exercise.level,
    metric: exercise.metric,
    difficulty: exercise.difficulty,
    defaultAmount: exercise.defaults[0] ?? 1,
    target: plannedSets(exercise, facts, rules).targets[0] ?? 1,
    prerequisites: exercise.prerequisites.map((group) => group.map((id) => facts.library.get(id)?.slug ?? id)),
    equipment: exercise.equipment,
    tags: exercise.tags,
    daysSince: lastSessionOn === null ? null : daysSince(lastSessionOn, facts.today),
    recentRegress: takenBack.includes(lastDecision),
  }
}

type Means = { readonly equipment: readonly string[]; readonly blockedTags: readonly string[] }

/**
 * Returns what an athlete can use in a category: their level and ability on the day, what they have
 * mastered, and their equipment.
 */
export function selectionAthlete(
  category: Category,
  { library, state, today }: PlanFacts,
  means: Means,
  rules: TrainingRules,
): SelectionAthlete {
  return {
    level: levelIn(state, category),
    ability: abilityOn(state.categories.get(category), today, rules),
    mastered: countsAsMastered(library, state),
    ...means,
  }
}
