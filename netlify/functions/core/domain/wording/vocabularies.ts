import * as z from 'zod'
import type { LibraryFacts } from '#domain/library/library-facts.js'
import { Equipment, equipment, Tag } from '#domain/library/vocabulary.js'
import { compareCodePoints } from '#domain/values/code-point-order.js'
import { accountTerms } from './explain-account-words.js'
import { equipmentWords, libraryTerms } from './explain-library-words.js'
import { rpeScale, trainingTerms } from './explain-training-words.js'
import { viewTerms } from './explain-view-words.js'
import { plainTermsOf } from './terms.js'
import type { Vocabularies } from './vocabularies.schema.js'

/** Returns every vocabulary of the product: what callers send and get, with what to call it. */
export function vocabulariesOf(exercises: readonly LibraryFacts[]): Vocabularies {
  return {
    ...libraryTerms,
    equipment: equipment.map((code) => equipmentTerm(code, exercises)),
    tags: plainTermsOf(
      z.array(Tag).parse([...new Set(exercises.flatMap(({ tags }) => tags))].toSorted(compareCodePoints)),
    ),
    ...trainingTerms,
    rpe: rpeScale,
    ...viewTerms,
    ...accountTerms,
  }
}

/** What can stand in for a thing is what the library names beside it as an alternative, for some exercise. */
function equipmentTerm(code: Equipment, exercises: readonly LibraryFacts[]) {
  const [label, ...synonyms] = equipmentWords[code]
  const groups = exercises.flatMap((exercise) => exercise.equipment).filter((group) => group.includes(code))
  const beside = new Set(groups.flat())
  return { code, label, synonyms, substitutes: Equipment.options.filter((one) => one !== code && beside.has(one)) }
}
