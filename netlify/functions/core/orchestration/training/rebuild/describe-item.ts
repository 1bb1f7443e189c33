import type { Library } from '#domain/library/library-facts.js'
import { ExerciseId } from '#domain/values/id.schema.js'
import type { Described } from './difference.js'
import { type Fields, inWords } from './in-words.js'

/** Returns the slug of an exercise, or its id when the library does not have it. */
export function slugIn(library: Library, exerciseId: ExerciseId): string {
  return library.get(exerciseId)?.slug ?? exerciseId
}

/** Describes an item by all of its fields, with slugs in place of exercise ids. */
export function describeItem(name: string, item: Fields, library: Library): Described {
  const fields: Fields = JSON.parse(JSON.stringify(item), (field, value) =>
    field === 'exerciseId' && typeof value === 'string' ? slugIn(library, ExerciseId.parse(value)) : value,
  )
  return { name, summary: inWords(fields), fields }
}
