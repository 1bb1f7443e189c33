import { offeredIn } from '#domain/library/library-facts.js'
import { vocabulariesOf } from '#domain/wording/vocabularies.js'
import { Vocabularies } from '#domain/wording/vocabularies.schema.js'
import { query } from '#orchestration/operation.js'
import { readLibrary } from '#queries/read-library.js'

export const getVocabularies = query({
  id: 'vocabularies.get',
  http: { method: 'GET', path: '/vocabularies', status: 200 },
  summary: 'Get the codes of the API, and what to call them',
  description:
    'What forms and labels are drawn with: equipment with other names and substitutes, muscles, tags, levels, kinds of sets, the scale of ' +
    'effort, scopes, and every other closed list of codes that requests take and answers have.',
  access: 'public',
  input: {},
  output: Vocabularies,
  refusals: [],
  run: async (context) => vocabulariesOf(offeredIn((await context.read(readLibrary())).library)),
})
