import type { Adapter } from './adapter.js'
import { abilityAdapters } from './adapters/ability.js'
import { coachPlanAdapters } from './adapters/coach-plan.js'
import { coachRungAdapters } from './adapters/coach-rungs.js'
import { coachSessionAdapters } from './adapters/coach-sessions.js'
import { communityAdapters } from './adapters/community.js'
import { effortAdapters } from './adapters/effort.js'
import { estimatorAdapters } from './adapters/estimator.js'
import { interchangeAdapters } from './adapters/interchange.js'
import { loadAdapters } from './adapters/load.js'
import { progressionAdapters } from './adapters/progression.js'
import { recoveryAdapters } from './adapters/recovery.js'
import { selectionAdapters } from './adapters/selection.js'

/** The functions of the training science's file. */
export const trainingScienceAdapters: Readonly<Record<string, Adapter>> = {
  ...effortAdapters,
  ...loadAdapters,
  ...progressionAdapters,
  ...abilityAdapters,
  ...selectionAdapters,
  ...recoveryAdapters,
  ...communityAdapters,
  ...interchangeAdapters,
}

/** The functions of the coach's file. */
export const coachAdapters: Readonly<Record<string, Adapter>> = {
  ...coachRungAdapters,
  ...coachSessionAdapters,
  ...coachPlanAdapters,
}

/** The functions that a vectors file may name. */
export const adapters: ReadonlyMap<string, Adapter> = new Map(
  Object.entries({ ...trainingScienceAdapters, ...coachAdapters, ...estimatorAdapters }),
)
