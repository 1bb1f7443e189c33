import { query } from '#orchestration/operation.js'
import { pageOf, wholeList } from '#orchestration/paging.js'
import { listConsents as listStatement } from '#queries/consents.js'
import { ConsentResource, consentsWith } from './support/consent.schema.js'

export const listConsents = query({
  id: 'privacy.listConsents',
  http: { method: 'GET', path: '/me/consents', status: 200 },
  summary: 'List consents',
  description:
    'Every purpose, also those that nothing was said of, which are not given; the list is never longer than a page.',
  access: { scope: 'privacy:read' },
  input: {},
  output: pageOf(ConsentResource),
  refusals: [],
  run: async (context) => wholeList(consentsWith(await context.read(listStatement({ userId: context.athleteId })))),
})
