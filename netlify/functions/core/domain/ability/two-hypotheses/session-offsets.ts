import type { Hypothesis, Offset } from './hypotheses.js'
import type { SessionObservation } from './reading.js'

/** Returns what is known of the exercises of a session, of a new one nothing but the usual spread. */
export function offsetsOf(
  { offsets }: Hypothesis,
  observations: readonly SessionObservation[],
  deviation: number,
): Map<string, Offset> {
  return new Map(observations.map(({ exercise }) => [exercise, offsets[exercise] ?? [0, deviation ** 2]]))
}
