import { type DeepReadonly, deepFreeze } from '#domain/values/deep-readonly.js'
import { abilityRules, selectionRules } from './ability-rules.js'
import { goalRules, leaderboardRules, privacyRules, recommendationRules } from './community-rules.js'
import { effortRules, loadRules } from './effort-rules.js'
import { levelUpRules, progressionRules } from './progression-rules.js'
import { deloadRules, flagRules, layoffRules, readinessRules } from './recovery-rules.js'

const rules = {
  /** Stored with every decision; any change of a number below is a new version. */
  version: '2026.1',
  effort: effortRules,
  load: loadRules,
  progression: progressionRules,
  ability: abilityRules,
  levelUp: levelUpRules,
  selection: selectionRules,
  deload: deloadRules,
  layoff: layoffRules,
  readiness: readinessRules,
  flags: flagRules,
  goal: goalRules,
  recommendation: recommendationRules,
  leaderboard: leaderboardRules,
  privacy: privacyRules,
}

/** Every number that a training decision depends on. */
export type TrainingRules = DeepReadonly<typeof rules>

/** The rules in force. */
export const trainingRules: TrainingRules = deepFreeze(rules)

const versions: ReadonlyMap<string, TrainingRules> = new Map([[trainingRules.version, trainingRules]])

/**
 * The rules that a stored decision was made under, or null when this release does not know that
 * version.
 */
export function rulesByVersion(version: string): TrainingRules | null {
  return versions.get(version) ?? null
}
