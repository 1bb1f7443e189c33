import type { Vocabularies } from '@calistheniq/client'
import { vocabularies } from '../data/resources.js'

/** The lists of codes that have a label. */
type Vocabulary = Exclude<keyof Vocabularies, 'rpe'>

/** What a code is called, as `GET /vocabularies` says; the code itself before that is known. */
export function labelOf(vocabulary: Vocabulary, code: string | number): string {
  const terms: readonly { readonly code: string | number; readonly label: string }[] =
    vocabularies.value()?.[vocabulary] ?? []
  return terms.find((term) => term.code === code)?.label ?? `${code}`
}
