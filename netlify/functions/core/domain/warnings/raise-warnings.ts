import { exerciseIn } from '#domain/library/library-facts.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { Reason } from '#domain/values/reason.js'
import type { Steps } from '#domain/values/steps.js'
import type { Evidence, Situation } from './evidence/evidence.js'
import { explainFlag } from './explain-flag.js'
import { flagFacts, gatherEvidence } from './flag-facts.js'
import type { Flag, OverallSeverity } from './warning-flag.js'
import { warningFlags } from './warning-flags.js'

/**
 * A warning that is raised, with its reason, what it is about, and the first day of the facts that
 * it rests on.
 */
export type Warning = Flag & Reason & Omit<Evidence, 'facts'>

/** Raises the warnings that a situation calls for, in a fixed order, each with its reason. */
export function* raiseWarnings(
  situation: Situation,
  rules: TrainingRules,
): Steps<{ readonly overall: OverallSeverity; readonly warnings: readonly Warning[] }> {
  const evidence = yield* gatherEvidence(situation, rules)
  const facts = flagFacts(evidence)
  const { flags, overall } = warningFlags(facts, rules)
  const warnings = flags.flatMap((flag): Warning[] => {
    const found = evidence.get(flag.code)
    if (!found) return []
    const { facts: _, ...about } = found
    const exerciseName = about.exerciseId === null ? null : exerciseIn(situation.library, about.exerciseId).name
    return [{ ...flag, ...about, ...explainFlag(flag.code, facts, { ...about, exerciseName }, rules) }]
  })
  return { overall, warnings }
}
