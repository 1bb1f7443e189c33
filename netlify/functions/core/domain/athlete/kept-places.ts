import { type NewId, PlaceId } from '#domain/values/id.schema.js'
import { type GivenPlace, nameKey, type Place } from './place.schema.js'

/**
 * Gives each place the id that it has already: the one it names, else that of the place with its
 * name, else a new one. So a list that is sent twice, or without ids, makes no place anew, and
 * sessions stay where they were.
 */
export function keptPlaces(given: readonly GivenPlace[], known: readonly Place[], newId: NewId): Place[] {
  const named = new Set(given.map(({ id }) => id))
  const byName = new Map(known.filter(({ id }) => !named.has(id)).map((place) => [nameKey(place), place.id]))
  return given.map((place) => ({ ...place, id: place.id ?? byName.get(nameKey(place)) ?? newId(PlaceId) }))
}
