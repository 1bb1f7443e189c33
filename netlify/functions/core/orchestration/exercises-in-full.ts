import { exerciseIn } from '#domain/library/library-facts.js'
import type { ExerciseId } from '#domain/values/id.schema.js'
import type { LibraryEntries } from '#queries/library-entries.js'
import { readLibraryEntries } from '#queries/read-library-entries.js'
import { type Look, lookFor } from './look.js'

/** What an answer shows in full: what goes along with its reads, and what is done to it afterwards. */
type Expansion = { readonly looks: readonly Look[]; readonly apply: (output: unknown) => unknown }

/**
 * Makes the expansion of the exercises at those places that a query asks for. The library goes along with
 * what is read anyway, and is sent only where this process has another: no statement and no row more,
 * however many exercises there are.
 */
export function exercisesInFull(places: readonly string[], query: object): Expansion {
  const asked = places.filter(
    (place) => 'expand' in query && Array.isArray(query.expand) && query.expand.includes(place),
  )
  if (asked.length === 0) return { looks: [], apply: (output) => output }
  let library: LibraryEntries = new Map()
  const look = lookFor(readLibraryEntries(), (found) => {
    library = found
  })
  return { looks: [look], apply: (output) => asked.reduce((before, place) => expanded(before, place, library), output) }
}

/** Replaces the exercises at a place of an answer, or of each item of a list, by those of the library. */
function expanded(output: unknown, place: string, library: LibraryEntries): unknown {
  const steps = place.split('.')
  return isObject(output) && 'page' in output
    ? { ...output, data: replaced(output.data, steps, library) }
    : replaced(output, steps, library)
}

function replaced(value: unknown, steps: readonly string[], library: LibraryEntries): unknown {
  if (Array.isArray(value)) return value.map((item) => replaced(item, steps, library))
  if (!isObject(value)) return value
  const [step, ...rest] = steps
  if (step === undefined) return exerciseIn(library, value.id as ExerciseId)
  return step in value ? { ...value, [step]: replaced(value[step], rest, library) } : value
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
