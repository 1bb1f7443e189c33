import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { Steps } from '#domain/values/steps.js'
import type { Evidence, Gather, GatherInSteps, Situation } from './evidence/evidence.js'
import { loadRatio, monotony, pushPull, sessionSpike, strain, volume } from './evidence/load-evidence.js'
import { painHigh, painPersistent } from './evidence/pain-evidence.js'
import { performanceDrop } from './evidence/performance-evidence.js'
import { asymmetry, rpeDrift } from './evidence/work-evidence.js'
import { type FlagCode, type FlagFacts, noFlagFacts } from './warning-flag.js'

const gatherers: Readonly<Record<FlagCode, GatherInSteps>> = {
  PAIN_HIGH: atOnce(painHigh),
  PAIN_PERSISTENT: atOnce(painPersistent),
  SESSION_SPIKE: atOnce(sessionSpike),
  MONOTONY: atOnce(monotony),
  STRAIN: atOnce(strain),
  LOAD_RATIO: atOnce(loadRatio),
  PUSH_PULL_BALANCE: atOnce(pushPull),
  ASYMMETRY: atOnce(asymmetry),
  PERFORMANCE_DROP: atOnce(performanceDrop),
  RPE_DRIFT: rpeDrift,
  VOLUME_HIGH: atOnce(volume),
}

export type EvidenceByFlag = ReadonlyMap<FlagCode, Evidence>

/**
 * Gathers what each warning looks at. A warning that could be about several things is about the
 * most telling one.
 */
export function* gatherEvidence(situation: Situation, rules: TrainingRules): Steps<EvidenceByFlag> {
  const gathered = new Map<FlagCode, Evidence>()
  for (const code of Object.keys(gatherers) as FlagCode[]) {
    const found = yield* gatherers[code](situation, rules)
    if (found) gathered.set(code, found)
  }
  return gathered
}

/** Makes a step of what looks through a history only once or twice. */
function atOnce(gather: Gather): GatherInSteps {
  return function* (situation, rules) {
    yield
    return gather(situation, rules)
  }
}

/** Merges the facts of all warnings into one object: no two warnings look at the same fact. */
export function flagFacts(evidence: EvidenceByFlag): FlagFacts {
  return Object.assign({ ...noFlagFacts }, ...[...evidence.values()].map(({ facts }) => facts))
}
