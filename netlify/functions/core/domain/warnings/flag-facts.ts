import type { TrainingRules } from '#domain/rules/training-rules.js'
import type { Evidence, Gather, Situation } from './evidence/evidence.js'
import { loadRatio, monotony, pushPull, sessionSpike, strain } from './evidence/load-evidence.js'
import { painHigh, painPersistent } from './evidence/pain-evidence.js'
import { performanceDrop } from './evidence/performance-evidence.js'
import { asymmetry, rpeDrift } from './evidence/work-evidence.js'
import { type FlagCode, type FlagFacts, noFlagFacts } from './warning-flag.js'

const gatherers: Readonly<Record<FlagCode, Gather>> = {
  PAIN_HIGH: painHigh,
  PAIN_PERSISTENT: painPersistent,
  SESSION_SPIKE: sessionSpike,
  MONOTONY: monotony,
  STRAIN: strain,
  LOAD_RATIO: loadRatio,
  PUSH_PULL_BALANCE: pushPull,
  ASYMMETRY: asymmetry,
  PERFORMANCE_DROP: performanceDrop,
  RPE_DRIFT: rpeDrift,
}

export type EvidenceByFlag = ReadonlyMap<FlagCode, Evidence>

/**
 * Gathers what each warning looks at. A warning that could be about several things is about the
 * most telling one.
 */
export function gatherEvidence(situation: Situation, rules: TrainingRules): EvidenceByFlag {
  const gathered = (Object.keys(gatherers) as FlagCode[]).flatMap((code): [FlagCode, Evidence][] => {
    const found = gatherers[code](situation, rules)
    return found ? [[code, found]] : []
  })
  return new Map(gathered)
}

/** Merges the facts of all warnings into one object: no two warnings look at the same fact. */
export function flagFacts(evidence: EvidenceByFlag): FlagFacts {
  return Object.assign({ ...noFlagFacts }, ...[...evidence.values()].map(({ facts }) => facts))
}
