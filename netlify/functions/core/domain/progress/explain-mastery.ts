import { amountsInWords } from '#domain/library/in-words.js'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import { counted } from '#domain/values/in-words.js'
import type { Mastery } from './mastery.js'

/** Says in a sentence what is missing to master an exercise. */
export function explainMastery(
  { masteredAt, sessionsMissing }: Pick<Mastery, 'masteredAt' | 'sessionsMissing'>,
  { defaults, metric }: Pick<LibraryFacts, 'defaults' | 'metric'>,
): string {
  if (masteredAt !== null) return 'Mastered: the standard was met as often as it takes.'
  const standard = amountsInWords(defaults, metric)
  return `Meet ${standard} in ${counted(sessionsMissing, 'session')} in a row, with something in reserve.`
}
