import { nameKey } from '#domain/athlete/place.schema.js'
import type { CoachSettings } from '#domain/coach/coach-settings.js'
import { type Library, offeredIn } from '#domain/library/library-facts.js'
import type { DailyCheckIn } from '#domain/recovery/check-in.schema.js'
import { refuse } from '#domain/refusal.js'
import type { PlaceId } from '#domain/values/id.schema.js'
import type { AthleteFacts } from '#queries/athlete-facts.js'
import type { OpenSession } from '#queries/workout-sessions.js'
import type { WorkoutRequest } from './workout-request.schema.js'

/** Where a session is to be, and what there is. */
export type Whereabouts = { readonly placeId: PlaceId | null; readonly equipment: readonly string[] }

/**
 * Tells where a request is about: the equipment that it names, that of a place, or what is at home.
 * Refuses with PLACE_NOT_FOUND, and with INVALID_INPUT when both are given.
 */
export function whereaboutsOf(
  { place, equipment, at }: Pick<WorkoutRequest, 'place' | 'equipment' | 'at'>,
  athlete: Pick<AthleteFacts, 'equipment' | 'coaching'>,
): Whereabouts {
  if (place === null) return { placeId: null, equipment: equipment ?? athlete.equipment }
  if (equipment !== null) {
    refuse('INVALID_INPUT', 'A place has its equipment already.', [
      { ...at.equipment, code: 'NOT_ALLOWED', detail: 'is not allowed beside place' },
    ])
  }
  const key = nameKey({ name: place })
  const found = athlete.coaching.places.find((one) => one.id === place || nameKey(one) === key)
  if (!found) return refuse('PLACE_NOT_FOUND', 'Your profile has no such place.')
  return { placeId: found.id, equipment: found.equipment }
}

/** Returns what is at hand at a place of the profile; at home where it is none of them any more. */
export function equipmentAt(
  placeId: PlaceId | null,
  { equipment, coaching }: Pick<AthleteFacts, 'equipment' | 'coaching'>,
): readonly string[] {
  return coaching.places.find(({ id }) => id === placeId)?.equipment ?? equipment
}

type Known = {
  readonly athlete: AthleteFacts
  readonly library: Library
  readonly checkIns: readonly DailyCheckIn[]
  readonly open: readonly OpenSession[]
}

/** Returns what the coach takes into account besides the log. What left the library is not offered. */
export function coachSettingsOf(
  { athlete, library, checkIns, open }: Known,
  { placeId, equipment }: Whereabouts,
): CoachSettings {
  const { coaching, dislikes, bodyMass } = athlete
  const offered = new Set(offeredIn(library).map(({ id }) => id))
  const retired = [...library.keys()].filter((id) => !offered.has(id))
  return {
    equipment,
    place: placeId,
    daysPerWeek: coaching.daysPerWeek,
    bodyMass,
    loadKg: coaching.loadKg ?? 0,
    skills: coaching.skills,
    dislikes: [...dislikes, ...retired],
    checkIns,
    plannedOn: open.map(({ date }) => date),
    deloadDeclinedUntil: athlete.deloadDeclinedUntil,
  }
}
