import { DeleteAccount } from '#domain/account/credentials.schema.js'
import { type AccountRoute, bySessionToken } from '../account-route.js'
import { AccountDeleted } from '../answers/account.schema.js'

export const deletionRoutes = {
  deleteAccount: {
    method: 'POST',
    path: '/auth/delete-user',
    summary: 'Delete the account and all that belongs to it',
    takesSessionToken: true,
    freshSignIn: (body) => DeleteAccount.parse(body).password === undefined,
    description: `${bySessionToken} Takes the password, or without it a sign-in of the last ten minutes. There is no way back. The session ends with the account, so a repeat is refused with 401; it takes no \`Idempotency-Key\`.`,
    input: { body: DeleteAccount },
    output: AccountDeleted,
    refusals: ['UNAUTHENTICATED', 'FRESH_SIGN_IN_NEEDED', 'RATE_LIMITED'],
  },
} as const satisfies Record<string, AccountRoute>
