import { workSeconds } from '#domain/coach/session/session-time.js'
import type { TrainingRules } from '#domain/rules/training-rules.js'
import { sum } from '#domain/values/statistics.js'
import type { PlannedItem } from '../perform.js'
import type { PlannedSession } from './policy.js'

const warmUpSeconds = 300
const restSeconds = 60
const changeSeconds = 30

/** Keeps as many exercises, in their order, as the time allows after a warm-up. */
export function withinMinutes(items: readonly PlannedItem[], minutes: number, rules: TrainingRules): PlannedSession {
  let seconds = Math.min(warmUpSeconds, 60 * minutes * 0.25)
  const kept: PlannedItem[] = []
  for (const item of items) {
    const needed =
      changeSeconds + sum(item.targets.map((target) => workSeconds(item.exercise, target, rules) + restSeconds))
    if (seconds + needed > 60 * minutes) continue
    seconds += needed
    kept.push(item)
  }
  return { items: kept, seconds }
}
