import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { symmetricDecrypt } from 'better-auth/crypto'
import * as z from 'zod'
import { ownerOfChallenge } from './challenge-owner.js'
import { tables } from './tables.js'
import { totpStep } from './totp-step.js'

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

const Code = z.object({ code: z.string() })
const Factor = z.object({ id: z.string(), secret: z.string() })

/**
 * Takes a code of an authenticator app once, however many sign-ins it is sent with (RFC 6238, 5.2): its
 * time step is noted before the code is verified, in one statement, and no step up to that one opens
 * anything any more.
 */
export function takeCodesOnce() {
  const handler = createAuthMiddleware(async (context) => {
    const { code } = Code.parse(context.body)
    const factor = await factorOfChallenge(context)
    if (!factor) return
    const secret = await symmetricDecrypt({ key: context.context.secretConfig, data: factor.secret })
    const step = totpStep(secret, code, Date.now())
    if (step !== null && !(await noteStep(context, factor.id, step))) {
      throw new APIError('UNAUTHORIZED', { code: 'CODE_USED', message: 'The code has been used' })
    }
  })
  return {
    id: 'take-codes-once',
    schema: { twoFactor: { modelName: tables.twoFactor.modelName, fields: { lastUsedStep: tables.lastUsedStep } } },
    hooks: { before: [{ matcher: ({ path }) => path === '/two-factor/verify-totp', handler }] },
  } satisfies BetterAuthPlugin
}

/** The second factor of whoever has given the password; null where nobody is known, or there is none. */
async function factorOfChallenge(context: Context) {
  const userId = await ownerOfChallenge(context)
  if (userId === null) return null
  const where = [{ field: 'userId', value: userId }]
  return Factor.nullable().parse(await context.context.adapter.findOne({ model: 'twoFactor', where }))
}

async function noteStep({ context: { adapter } }: Context, id: string, step: number): Promise<boolean> {
  const where = [
    { field: 'id', value: id },
    { field: 'lastUsedStep', operator: 'lt' as const, value: step },
  ]
  return (
    (await adapter.incrementOne({ model: 'twoFactor', where, increment: {}, set: { lastUsedStep: step } })) !== null
  )
}
