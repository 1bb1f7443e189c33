import type { NamedExercise } from '#domain/library/exercise-ref.schema.js'
import type { NewId } from '#domain/values/id.schema.js'
import { changedFields } from '#domain/values/same-value.js'
import { touchedAt } from '#domain/values/touched-at.js'
import { dislikedExercises } from './disliked-exercises.js'
import { keptPlaces } from './kept-places.js'
import type { Profile, ProfilePatch } from './profile.schema.js'

/** What a change of a profile rests on besides the patch. */
type Given = {
  readonly now: Date
  readonly newId: NewId
  /** The exercises of the library that the patch names. */
  readonly exercises: readonly NamedExercise[]
}

/**
 * Applies a patch to a profile; returns the names of the fields that changed, and the same profile
 * when the patch says nothing new. Refuses with INVALID_INPUT exercises that do not exist.
 */
export function changeProfile(
  profile: Profile,
  { dislikes, places, ...others }: ProfilePatch,
  { now, newId, exercises }: Given,
): { readonly profile: Profile; readonly fields: readonly string[] } {
  const patch: Partial<Profile> = {
    ...others,
    ...(places && { places: keptPlaces(places, profile.places, newId) }),
    ...(dislikes && { dislikes: dislikedExercises(dislikes, exercises) }),
  }
  const fields = changedFields<Profile>(profile, patch)
  if (fields.length === 0) return { profile, fields }
  const updatedAt = touchedAt(now, profile.updatedAt)
  return { profile: { ...profile, ...patch, version: profile.version + 1, updatedAt }, fields }
}
