import * as z from 'zod'
import { Purpose } from '#domain/account/purpose.schema.js'
import { event } from '#domain/event/event.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { listConsents, putConsent as putStatement } from '#queries/consents.js'
import { ConsentResource, consentsWith } from './support/consent.schema.js'

export const putConsent = command({
  id: 'privacy.putConsent',
  http: { method: 'PUT', path: '/me/consents/{purpose}', status: 200 },
  summary: 'Give or withdraw a consent',
  description:
    'Consent for health data and for research are apart from each other, and what was never asked is not given. Without the one for ' +
    'health data no check-in, pain or body mass is taken, shown as a check-in or readiness, used for what is computed, or sent by ' +
    'webhooks: from the answer to a withdrawal on. What was written and decided stays, in sight of the athlete and in the export; ' +
    'taking it away needs no consent.',
  access: { scope: 'privacy:write' },
  input: {
    params: z.strictObject({ purpose: Purpose }),
    body: z
      .strictObject({ given: z.boolean().meta({ description: 'Given, or withdrawn', example: true }) })
      .meta({ id: 'PutConsent', example: { given: true } }),
  },
  output: ConsentResource,
  refusals: ['VERSION_MISMATCH'],
  run: async (context, { params: { purpose }, body: { given } }) => {
    const userId = context.athleteId
    const said = consentsWith(await context.read(listConsents({ userId })))
    const before = said.find((consent) => consent.purpose === purpose) ?? { given: false, version: 0, changedAt: null }
    expectVersion(context, { version: before.version })
    if (before.version > 0 && before.given === given) {
      return { statements: [], events: [], output: { ...before, purpose } }
    }
    const consent = { purpose, given, changedAt: context.now.toISOString(), version: before.version + 1 }
    return {
      statements: [putStatement({ userId, consent })],
      events: [event('consent.changed', purpose, context.now, { purpose, given })],
      output: consent,
    }
  },
})
