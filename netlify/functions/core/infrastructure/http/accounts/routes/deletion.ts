import { DeleteAccount } from '#domain/account/credentials.schema.js'
import { type AccountRoute, bySessionToken } from '../account-route.js'
import { AccountDeleted } from '../answers/account.schema.js'

export const deletionRoutes = {
  deleteAccount: {
    method: 'POST',
    path: '/auth/delete-user',
    summary: 'Delete the account and all that belongs to it',
    takesSessionToken: true,
    description: `${bySessionToken} There is no way back. The session ends with the account, so a repeat is refused with 401; it takes no \`Idempotency-Key\`.`,
    input: { body: DeleteAccount },
    output: AccountDeleted,
    refusals: ['UNAUTHENTICATED', 'RATE_LIMITED'],
  },
} as const satisfies Record<string, AccountRoute>
