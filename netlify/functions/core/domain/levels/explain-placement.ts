import type { LibraryFacts } from '#domain/library/library-facts.js'

/** Words a question of the self-assessment: how much of an exercise the athlete can do. */
export function askFor({ name, metric, unilateral }: Pick<LibraryFacts, 'name' | 'metric' | 'unilateral'>): string {
  const side = unilateral ? ' on your weaker side' : ''
  const amount =
    metric === 'reps' ? `How many reps of ${name} can you do${side}` : `How many seconds of ${name} can you hold${side}`
  return `${amount} in one set, in good form?`
}
