import type { Library } from '#domain/library/library-facts.js'
import type { Told } from './difference.js'
import { type Fields, inWords } from './in-words.js'

/** The slug of an exercise; its id, when the library does not have it. */
export function slugIn(library: Library, exerciseId: string): string {
  return library.get(exerciseId)?.slug ?? exerciseId
}

/** An item told by all of its fields, exercises by their slugs. */
export function told(name: string, item: Fields, library: Library): Told {
  const fields: Fields = JSON.parse(JSON.stringify(item), (field, value) =>
    field === 'exerciseId' && typeof value === 'string' ? slugIn(library, value) : value,
  )
  return { name, summary: inWords(fields), fields }
}
