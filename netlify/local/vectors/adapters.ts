import type { Adapter } from './adapter.js'
import { abilityAdapters } from './adapters/ability.js'
import { communityAdapters } from './adapters/community.js'
import { effortAdapters } from './adapters/effort.js'
import { interchangeAdapters } from './adapters/interchange.js'
import { loadAdapters } from './adapters/load.js'
import { progressionAdapters } from './adapters/progression.js'
import { recoveryAdapters } from './adapters/recovery.js'
import { selectionAdapters } from './adapters/selection.js'

/** The functions that a vectors file may name. */
export const adapters: ReadonlyMap<string, Adapter> = new Map(
  Object.entries<Adapter>({
    ...effortAdapters,
    ...loadAdapters,
    ...progressionAdapters,
    ...abilityAdapters,
    ...selectionAdapters,
    ...recoveryAdapters,
    ...communityAdapters,
    ...interchangeAdapters,
  }),
)
