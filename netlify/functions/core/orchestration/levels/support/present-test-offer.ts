import { explainGates } from '#domain/levels/explain-gates.js'
import type { LevelTestOffer } from '#domain/levels/level-test.js'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import { setPrescriptions } from '#domain/library/sets.schema.js'
import { Level } from '#domain/library/vocabulary.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { exerciseRefOf } from '#orchestration/training/exercise-ref.js'
import type { LevelTestOfferResource } from './test.schema.js'

/** Whether the test of the next level is open, as it is answered. */
export function presentTestOffer(offer: LevelTestOffer, rules: TrainingRules): LevelTestOfferResource {
  const { category, facts, decision, exercise, nextTestOn } = offer
  return {
    category,
    level: Level.parse(facts.level),
    placement: facts.placement,
    eligible: decision.result === 'eligible' && exercise !== null,
    gates: explainGates(facts, decision, rules),
    available: facts.available,
    mastered: facts.mastered,
    requiredMastered: decision.requiredMastered,
    pAbility: decision.pAbility,
    entryDifficulty: facts.entryDifficulty,
    testExercise: exercise && testExerciseOf(exercise),
    nextTestOn,
    rulesVersion: rules.version,
  }
}

function testExerciseOf(facts: LibraryFacts) {
  return { exercise: exerciseRefOf(facts), metric: facts.metric, sets: setPrescriptions(facts.defaults, facts.metric) }
}
