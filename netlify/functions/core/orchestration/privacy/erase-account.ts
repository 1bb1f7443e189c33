import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { eraseAccount as eraseStatement } from '#queries/account-data.js'
import { findProfile } from '#queries/users.js'

export const eraseAccount = command({
  id: 'privacy.eraseAccount',
  http: { method: 'DELETE', path: '/me', status: 204 },
  summary: 'Erase the account',
  description:
    'Erases the account and everything it owns, at once and for good. A tombstone without any data stays, so that a restored backup erases it again. `If-Match` names the version of the profile. A repeat succeeds as long as the access token is good: what is erased stays erased.',
  access: { scope: 'privacy:write', freshSignIn: 'always' },
  input: {},
  output: null,
  refusals: ['ACCOUNT_NOT_FOUND', 'VERSION_MISMATCH'],
  run: async (context) => {
    const profile = await context.read(findProfile({ userId: context.athleteId }))
    // without a profile the statement tells whether this is a repeat, which changes nothing
    if (profile) expectVersion(context, profile)
    return { statements: [eraseStatement({})], events: [], output: undefined, keepsAnswer: false }
  },
})
