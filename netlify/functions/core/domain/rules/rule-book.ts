import type { TrainingRules } from './training-rules.js'

/** The versions of the training rules that a release knows, and the one by which it decides now. */
export type RuleBook = {
  /** The rules that judge what happens now; their version is stored with every decision. */
  readonly inForce: TrainingRules
  /**
   * Returns the rules that judged a stored fact.
   *
   * @throws UnknownRulesError
   */
  readonly version: (version: string) => TrainingRules
}

/**
 * The error for a version of the rules that this release does not know: nothing is judged by guess.
 */
export class UnknownRulesError extends Error {
  override readonly name = 'UnknownRulesError'

  constructor(version: string) {
    super(`the training rules ${version} are not known to this release`)
  }
}

/** Makes a book of the rules in force and the other versions: those before, and those that wait. */
export function ruleBookOf(inForce: TrainingRules, others: readonly TrainingRules[] = []): RuleBook {
  const versions = new Map([...others, inForce].map((rules) => [rules.version, rules]))
  if (versions.size !== others.length + 1) throw new Error('two rules bear one version')
  return {
    inForce,
    version: (version) => {
      const rules = versions.get(version)
      if (!rules) throw new UnknownRulesError(version)
      return rules
    },
  }
}
