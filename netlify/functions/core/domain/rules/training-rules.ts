import { type DeepReadonly, deepFreeze } from '#domain/values/deep-readonly.js'
import { abilityRules, selectionRules } from './ability-rules.js'
import { coachRules } from './coach-rules.js'
import { goalRules, leaderboardRules, privacyRules, recommendationRules } from './community-rules.js'
import { effortRules, loadRules } from './effort-rules.js'
import { judgingRules2026v1, judgingRules2026v2 } from './judging-rules.js'
import { levelUpRules, progressionRules } from './progression-rules.js'
import {
  deloadRules,
  flagRules,
  layoffRules,
  monthlyRule2026v2,
  readinessRules,
  volumeRule2026v2,
} from './recovery-rules.js'
import { pathRules, workoutRules } from './workout-rules.js'

const rules = {
  /** The version is stored with every decision; a change of any number below is a new version. */
  version: '2026.1',
  effort: effortRules,
  load: loadRules,
  judging: judgingRules2026v1,
  progression: progressionRules,
  ability: abilityRules,
  levelUp: levelUpRules,
  selection: selectionRules,
  workout: workoutRules,
  coach: coachRules,
  path: pathRules,
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

/**
 * The version that judged facts recorded before facts named their rules. It stays the first one,
 * whatever rules are in force.
 */
export const firstRulesVersion = rules.version

/** The first version of the rules. */
export const rules2026v1: TrainingRules = deepFreeze(rules)

/**
 * The second version: decisions that understand how people log. What differs from the first stands
 * here and nowhere else.
 */
export const rules2026v2: TrainingRules = deepFreeze({
  ...rules,
  version: '2026.2',
  judging: judgingRules2026v2,
  progression: {
    ...progressionRules,
    /** A tenth of the standard: five seconds doubled a hold of five. */
    unit: { reps: 1, holdSecondsMin: 1, holdShare: 0.1 },
  },
  /** A plank says little about push-ups. */
  ability: { ...abilityRules, model: 'two-hypotheses', silentSlots: ['core', 'prep'] },
  layoff: { ...layoffRules, monthly: monthlyRule2026v2 },
  flags: { ...flagRules, volume: volumeRule2026v2 },
})
