import { changeProfile } from '#domain/athlete/change-profile.js'
import { Profile, ProfilePatch } from '#domain/athlete/profile.schema.js'
import { dateIn } from '#domain/calendar/time-zone.js'
import { event } from '#domain/event/event.js'
import { exerciseKeys } from '#domain/library/exercise-ref.schema.js'
import { command } from '#orchestration/operation.js'
import { accountNotFound, expectVersion } from '#orchestration/refusals.js'
import { listNamedExercises } from '#queries/exercises.js'
import { findProfile, updateProfile } from '#queries/users.js'
import { recordBodyMass } from './support/record-body-mass.js'

export const patchMyProfile = command({
  id: 'me.patch',
  http: { method: 'PATCH', path: '/me', status: 200 },
  summary: 'Change my profile',
  description:
    'A merge patch (RFC 7396). The email address belongs to the account, and does not change here. A body mass is kept as that of ' +
    'today; what was lifted before still counts with the body mass of its day. Places and dislikes are replaced as whole lists.',
  access: { scope: 'profile:write' },
  input: { body: ProfilePatch },
  output: Profile,
  refusals: ['CONSENT_NEEDED', 'ACCOUNT_NOT_FOUND', 'VERSION_MISMATCH'],
  run: async (context, { body }) => {
    const { athleteId: userId, now, newId } = context
    const [found, exercises] = await context.readAll([findProfile({ userId }), listNamedExercises(keysOf(body))])
    const before = found ?? accountNotFound()
    expectVersion(context, before)
    const { profile, fields } = changeProfile(before, body, { now, newId, exercises })
    if (fields.length === 0) return { statements: [], events: [], output: profile }
    const today = dateIn(profile.timeZone, now)
    const bodyMass = recordBodyMass(context, today, fields.includes('bodyMassKg') ? profile.bodyMassKg : null)
    return {
      statements: [updateProfile(profile), ...bodyMass.statements],
      events: [event('profile.changed', profile.id, now, { fields: [...fields] }), ...bodyMass.events],
      output: profile,
    }
  },
})

function keysOf({ dislikes = [] }: ProfilePatch) {
  const keys = dislikes.map(exerciseKeys)
  return { ids: keys.flatMap(({ id }) => id ?? []), slugs: keys.flatMap(({ slug }) => slug ?? []) }
}
