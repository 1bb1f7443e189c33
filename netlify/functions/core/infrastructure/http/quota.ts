import { type Admission, countRequest, noteOnly, spentQuotaOf } from '#database/admission.js'
import { DatabaseError } from '#database/errors.js'
import { metered, type QuotaLeft } from '#database/metered.js'
import type { Statement } from '#database/statement.js'
import { boundTo } from '#database/unit-of-work.js'
import type { Principal } from '#domain/account/principal.js'
import { claimsToBeKey, hashOfKey } from '#infrastructure/auth/api-key.js'
import { bearerToken } from '#infrastructure/auth/bearer.js'
import type { Identified, Routed } from './exchange.js'
import { refusalOfFailure } from './failures.js'
import { usedUp } from './quota-answers.js'

/**
 * Milliseconds for which a key is refused without a look-up. A key that is revoked meanwhile is
 * told for no longer that its quota is used up.
 */
const keyMsMax = 60_000

/** Milliseconds in which a request that ran out of time is counted. */
const lateMsMax = 250

/**
 * Tells which quotas a request is still to count against; null where none applies, or where it was
 * counted. An athlete has one for all their sign-ins together, each API key has its own, and the
 * account has one for all of them.
 */
export function admissionOf({
  environment,
  principal,
  meter,
}: Pick<Identified, 'environment' | 'principal' | 'meter'>): Admission | null {
  if (!principal || meter.quotaLeft !== null) return null
  const { config, leases } = environment
  return { caller: callerOf(principal), account: principal.userId, quota: config.http.quota, leases }
}

function callerOf({ userId, keyId }: Principal): string {
  return keyId === null ? `athlete:${userId}` : `key:${keyId}`
}

/**
 * Refuses an API key with RATE_LIMITED, before it is looked up, while this process knows that its
 * quota is used up.
 */
export function refuseSpentKey(routed: Routed): void {
  const name = routed.operation.access === 'public' ? null : keyNameOf(routed)
  const spent = name === null ? null : routed.environment.spentQuotas.find(name)
  if (spent) throw usedUp(routed, spent)
}

function keyNameOf({ request }: Routed): string | null {
  const token = bearerToken(request)
  return token !== null && claimsToBeKey(token) ? hashOfKey(token) : null
}

/**
 * Does the work of a request and counts the request once, however it ends: by what this process has
 * borrowed, else in its first unit of work, else here.
 *
 * Refuses with RATE_LIMITED when the caller's or the account's quota is used up, whatever the work
 * would have answered. While this process knows that, it costs no round trip.
 */
export async function withinQuota<Result>(identified: Identified, work: () => Promise<Result>): Promise<Result> {
  const { principal, environment } = identified
  if (!principal) return work()
  const borrowed = environment.leases.spend(callerOf(principal))
  if (borrowed) {
    identified.meter.quotaLeft = borrowed
    return work()
  }
  const remembered = [callerOf(principal), principal.userId].map(environment.spentQuotas.find)
  for (const spent of remembered) if (spent) throw remember(identified, principal, spent)
  try {
    return await countedOnce(identified, work)
  } catch (error) {
    const spent = spentQuotaOf(error)
    throw spent ? remember(identified, principal, spent) : error
  }
}

function remember(identified: Identified, principal: Principal, spent: QuotaLeft): Error {
  const { spentQuotas } = identified.environment
  spentQuotas.remember(spent.policy === 'account' ? principal.userId : callerOf(principal), spent)
  const key = keyNameOf(identified)
  if (key !== null) spentQuotas.remember(key, spent, keyMsMax)
  return usedUp(identified, spent)
}

async function countedOnce<Result>(identified: Identified, work: () => Promise<Result>): Promise<Result> {
  const [outcome] = await Promise.allSettled([work()])
  const failure: unknown = outcome.status === 'rejected' ? outcome.reason : null
  if (identified.meter.quotaLeft === null && !isAway(failure)) await countAfter(identified, failure)
  if (outcome.status === 'rejected') throw failure
  return outcome.value
}

function isAway(failure: unknown): boolean {
  return failure instanceof DatabaseError && failure.facts.kind === 'unavailable'
}

/** Counts a request that has failed; when it cannot be counted, a fault of ours is still logged. */
async function countAfter(identified: Identified, failure: unknown): Promise<void> {
  try {
    await countNow(identified)
  } catch (error) {
    const isOurs = failure !== null && refusalOfFailure(failure) === null
    if (isOurs) identified.environment.log.failure(identified.requestId, failure)
    throw error
  }
}

/**
 * Counts a request that ends before its work, unless it was counted, in one round trip with what is
 * to be noted about it. What is wrong with the note alone changes no answer: the log says so.
 *
 * @throws the DatabaseError of a quota that is used up, or of a database that cannot count in time:
 * what is not counted is not answered either, or a flood would be free.
 */
export async function countNow(identified: Identified, notes: readonly Statement[] = []): Promise<void> {
  const { environment, requestId, deadline, meter, principal } = identified
  if (!principal) return
  const admission = admissionOf(identified)
  const identity = { kind: 'athlete', userId: principal.userId } as const
  const remainingMs = () => Math.max(deadline.remainingMs(), lateMsMax)
  const database = boundTo(metered(environment.database, meter), identity, { remainingMs })
  try {
    if (admission) await countRequest(database, admission, meter, notes)
    else await noteOnly(database, notes)
  } catch (error) {
    if (admission && (refusalOfFailure(error) !== null || spentQuotaOf(error))) throw error
    environment.log.failure(requestId, error)
  }
}
