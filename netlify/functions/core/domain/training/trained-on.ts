import type { TrainingDecision } from './training-state.js'

/** Lists the days on which something was trained, the latest first, from decisions in their order. */
export function* trainedOn(decisions: readonly Pick<TrainingDecision, 'on'>[]): Generator<string> {
  let last = ''
  for (let index = decisions.length - 1; index >= 0; index -= 1) {
    const on = decisions[index]?.on ?? last
    if (on !== last) yield on
    last = on
  }
}
