import { type Modifier, plannedLoadKg } from '#domain/effort/modifier.schema.js'
import type { LibraryFacts } from '#domain/library/library-facts.js'

/** How an exercise is done harder than the library describes it. */
export type ModifierTerms = {
  readonly modifier: Modifier
  readonly addedKg: number
  /** Seconds of lowering and of the pause at the bottom; null where they are as usual. */
  readonly lowerSeconds: number | null
  readonly pauseSeconds: number | null
  /** The tempo that goes with it. */
  readonly tempo: string
  readonly explanation: string
}

const slowSeconds = 4
/** The notation of a tempo has one digit for each phase. */
const longest = 9
const pause = 2

/** Tells in numbers and in a sentence how a modifier is done. */
export function modifierTerms(modifier: Modifier, { tempo }: Pick<LibraryFacts, 'tempo'>): ModifierTerms {
  const addedKg = plannedLoadKg(modifier)
  const usual = { modifier, addedKg, lowerSeconds: null, pauseSeconds: null, tempo }
  const slow = slowLowering(tempo)
  switch (modifier) {
    case 'none':
      return { ...usual, explanation: 'As described.' }
    case 'reps':
      return { ...usual, explanation: 'Longer than its standard: nothing harder fits.' }
    case 'tempo':
      return {
        ...usual,
        lowerSeconds: slow,
        tempo: withTempo(tempo, slow, null),
        explanation: `Slower: take ${slow} seconds on the way down.`,
      }
    case 'tempo_pause':
      return {
        ...usual,
        lowerSeconds: slow,
        pauseSeconds: pause,
        tempo: withTempo(tempo, slow, pause),
        explanation: `Slower, with a pause: ${slow} seconds down, then ${pause} seconds still at the bottom.`,
      }
    default:
      return { ...usual, explanation: `With ${addedKg} kg more: a backpack, a vest or a belt.` }
  }
}

/** Returns the seconds of a slow way down; about twice its own for an exercise that is slow already. */
function slowLowering(tempo: string): number {
  const usual = Number.parseInt(tempo, 10)
  return usual >= slowSeconds ? Math.min(longest, 2 * usual) : slowSeconds
}

/** Puts other seconds of lowering and pause into a tempo; one without phases stays as it is. */
function withTempo(tempo: string, lower: number, still: number | null): string {
  const [, usualPause, ...rest] = tempo.split('-')
  if (usualPause === undefined || rest.length !== 2) return tempo
  return [lower, still ?? usualPause, ...rest].join('-')
}
