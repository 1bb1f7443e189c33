import * as z from 'zod'
import { healthDataPurpose } from '#domain/account/health-data.js'
import { Purpose } from '#domain/account/purpose.schema.js'
import { event } from '#domain/event/event.js'
import { refuseFaults } from '#domain/refusal.js'
import { noEffects } from '#orchestration/commit.js'
import { command } from '#orchestration/operation.js'
import { expectVersion } from '#orchestration/refusals.js'
import { listConsents, putConsent as putStatement } from '#queries/consents.js'
import { ConsentResource, consentsWith } from './support/consent.schema.js'
import { eraseHealthData } from './support/erase-health-data.js'

export const putConsent = command({
  id: 'privacy.putConsent',
  http: { method: 'PUT', path: '/me/consents/{purpose}', status: 200 },
  summary: 'Give or withdraw a consent',
  description:
    'Consent for health data and for research are apart from each other, and what was never asked is not given. Without the one for ' +
    'health data no check-in, pain or body mass is taken, shown as a check-in or readiness, used for what is computed, or sent by ' +
    'webhooks: from the answer to a withdrawal on. What was written and decided stays, in sight of the athlete and in the export; ' +
    'taking it away needs no consent. `erase` with a withdrawal erases it: check-ins, pain, body mass, the copies in kept answers and ' +
    'exports, and what events tell of them; decisions then follow from what is left. It cannot be taken back.',
  access: { scope: 'privacy:write' },
  input: {
    params: z.strictObject({ purpose: Purpose }),
    body: z
      .strictObject({
        given: z.boolean().meta({ description: 'Given, or withdrawn', example: true }),
        erase: z.boolean().optional().meta({
          description: 'With a withdrawal of the consent to the use of health data: erase those that are stored',
          example: false,
        }),
      })
      .meta({ id: 'PutConsent', example: { given: true } }),
  },
  output: ConsentResource,
  refusals: ['VERSION_MISMATCH'],
  run: async (context, { params: { purpose }, body: { given, erase = false } }) => {
    if (erase && (given || purpose !== healthDataPurpose)) refuseFaults([nothingToErase])
    const userId = context.athleteId
    const said = consentsWith(await context.read(listConsents({ userId })))
    const before = said.find((consent) => consent.purpose === purpose) ?? { given: false, version: 0, changedAt: null }
    expectVersion(context, { version: before.version })
    // an answer under a key would be one of those that are forgotten; a repeat finds nothing left to erase
    const erased = erase ? { ...(await eraseHealthData(context)), keepsAnswer: false as const } : noEffects
    if (before.version > 0 && before.given === given) {
      return { ...erased, output: { ...before, purpose } }
    }
    const consent = { purpose, given, changedAt: context.now.toISOString(), version: before.version + 1 }
    return {
      ...erased,
      statements: [putStatement({ userId, consent }), ...erased.statements],
      events: [event('consent.changed', purpose, context.now, { purpose, given }), ...erased.events],
      output: consent,
    }
  },
})

const nothingToErase = {
  pointer: '/erase',
  code: 'NOT_ALLOWED',
  detail: 'goes with {"given": false} for health-data alone',
}
