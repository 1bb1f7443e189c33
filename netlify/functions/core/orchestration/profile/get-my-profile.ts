import { Profile } from '#domain/athlete/profile.schema.js'
import { query } from '#orchestration/operation.js'
import { accountNotFound } from '#orchestration/refusals.js'
import { findProfile } from '#queries/users.js'

export const getMyProfile = query({
  id: 'me.get',
  http: { method: 'GET', path: '/me', status: 200 },
  summary: 'Get my profile',
  access: { scope: 'profile:read' },
  input: {},
  output: Profile,
  refusals: ['ACCOUNT_NOT_FOUND'],
  run: async (context) => (await context.read(findProfile({ userId: context.athleteId }))) ?? accountNotFound(),
})
