import { exerciseIn, type LibraryFacts } from '#domain/library/library-facts.js'
import { setPrescriptions } from '#domain/library/sets.schema.js'
import type { RuleBook } from '#domain/rules/rule-book.js'
import { explainDecision, thresholdsOf } from '#domain/training/explain-decision.js'
import type { StoredDecision } from '#domain/training/stored-training.js'
import type { ExerciseId } from '#domain/values/id.schema.js'
import type { TrainingDecisionResource } from './decision.schema.js'

/** What an answer tells of an exercise. */
type ExerciseNamed = Pick<LibraryFacts, 'id' | 'slug' | 'name' | 'metric'>

/** A decision as it is answered. */
export function presentDecision(
  decision: StoredDecision,
  library: ReadonlyMap<ExerciseId, ExerciseNamed>,
  ruleBook: RuleBook,
): TrainingDecisionResource {
  const facts = exerciseIn(library, decision.exerciseId)
  const { sessionExerciseId, sessionId, on, reason, ruleId, rulesVersion, inputs, completion } = decision
  return {
    sessionExerciseId,
    sessionId,
    exercise: refOf(facts),
    on,
    decision: decision.decision,
    reason,
    ruleId,
    rulesVersion,
    inputs: presentInputs(inputs),
    thresholds: thresholdsOf(decision, ruleBook.version(rulesVersion)),
    workingBefore: setPrescriptions(decision.before, facts.metric),
    workingAfter: setPrescriptions(decision.after, facts.metric),
    completion,
    overridden: decision.overridden,
    heldForReview: decision.heldForReview,
    explanation: explainDecision(decision, facts.metric),
  }
}

/** What a rule looked at, as it is answered. */
export function presentInputs({ actual, defaults, targets, counted, ...rest }: StoredDecision['inputs']) {
  return {
    ...rest,
    actual: [...actual],
    defaults: [...defaults],
    ...(targets ? { targets: [...targets] } : {}),
    ...(counted ? { counted: [...counted] } : {}),
  }
}

/** An exercise as a decision mentions it. */
export function refOf({
  id,
  slug,
  name,
}: Pick<ExerciseNamed, 'id' | 'slug' | 'name'>): Pick<ExerciseNamed, 'id' | 'slug' | 'name'> {
  return { id, slug, name }
}
