import type { Statement } from '#database/statement.js'
import { healthDataIn, healthDataPurpose } from '#domain/account/health-data.js'
import { type Fault, refuse } from '#domain/refusal.js'
import { findConsent, holdConsent } from '#queries/consents.js'
import type { Operation, RequestContext } from './contract.js'
import { type Look, lookFor } from './look.js'
import { accountNotFound } from './refusals.js'

/** That a request needs the consent to the use of health data, and what of its body does. */
export type ConsentNeed = { readonly faults: readonly Fault[] }

/**
 * Tells whether a request needs the consent: one to an operation that answers health data, and one
 * that gives some. Null when it does not.
 */
export function consentNeed({ kind, consent }: Pick<Operation, 'kind' | 'consent'>, body: unknown): ConsentNeed | null {
  if (kind === 'query') return consent ? { faults: [] } : null
  const faults = healthDataIn(body, { whole: consent !== undefined })
  return faults.length > 0 ? { faults } : null
}

/**
 * Looks for the consent with the first read, and refuses with CONSENT_NEEDED without it, whether it
 * was withdrawn or never given. There is no look where there is no need.
 */
export function looksForConsent({ principal }: RequestContext, need: ConsentNeed | null): Look[] {
  if (!need) return []
  if (!principal) throw new Error('health data belong to an athlete, and nobody is signed in')
  const look = lookFor(findConsent({ userId: principal.userId, purpose: healthDataPurpose }), (found) => {
    const { given } = found ?? accountNotFound()
    if (!given) refuse('CONSENT_NEEDED', howToGiveIt, need.faults)
  })
  return [look]
}

const howToGiveIt =
  'Health data need the consent of the athlete: PUT /me/consents/health-data with {"given": true}, once they agreed.'

/** Holds the consent while a command writes: one that was withdrawn meanwhile makes it decide again. */
export function holdStatements({ principal }: RequestContext, need: ConsentNeed | null): Statement[] {
  return need && principal ? [holdConsent({ userId: principal.userId, purpose: healthDataPurpose })] : []
}
