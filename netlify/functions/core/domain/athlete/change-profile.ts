import { changedFields } from '#domain/values/same-value.js'
import { touchedAt } from '#domain/values/touched-at.js'
import type { Profile, ProfilePatch } from './profile.schema.js'

/**
 * Applies a patch to a profile; returns the names of the fields that changed, and the same profile
 * when the patch says nothing new.
 */
export function changeProfile(
  profile: Profile,
  patch: ProfilePatch,
  now: Date,
): { readonly profile: Profile; readonly fields: readonly string[] } {
  const fields = changedFields<Profile>(profile, patch)
  if (fields.length === 0) return { profile, fields }
  const updatedAt = touchedAt(now, profile.updatedAt)
  return { profile: { ...profile, ...patch, version: profile.version + 1, updatedAt }, fields }
}
