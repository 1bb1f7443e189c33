import * as z from 'zod'
import { boundTo } from '#database/unit-of-work.js'
import { Scope } from '#domain/account/principal.js'
import type { Purpose } from '#domain/account/purpose.schema.js'
import { Refusal } from '#domain/refusal.js'
import { AthleteId } from '#domain/values/id.schema.js'
import type { RequestContext } from '#orchestration/contract.js'
import { putConsent } from '#orchestration/privacy/put-consent.js'
import type { Environment } from '../environment.js'

const SignedUp = z.object({ user: z.object({ id: AthleteId }) })

/**
 * Gives the consents that were asked for at sign-up, as `PUT /me/consents/{purpose}` does; one that is
 * given already stays. The account is made before, so a failure here is mended by a repeat. Where an
 * address must be verified first, the answer for a taken one names nobody, who then consents to nothing.
 */
export async function giveConsents(
  { database }: Environment,
  context: RequestContext,
  { answer, consents }: { readonly answer: Response; readonly consents: readonly Purpose[] },
): Promise<void> {
  if (consents.length === 0) return
  const { user } = SignedUp.parse(await answer.clone().json())
  const asAthlete: RequestContext = {
    ...context,
    database: boundTo(database, { kind: 'athlete', userId: user.id }, context.deadline),
    principal: { userId: user.id, scopes: new Set(Scope.options), keyId: null, signedInAt: context.now },
    expectedVersion: null,
    idempotency: null,
  }
  for (const purpose of consents) {
    const input = { params: { purpose }, query: {}, body: { given: true } }
    await putConsent.run(asAthlete, input as never).catch(unlessNobody)
  }
}

function unlessNobody(error: unknown): void {
  if (!(error instanceof Refusal) || error.code !== 'ACCOUNT_NOT_FOUND') throw error
}
