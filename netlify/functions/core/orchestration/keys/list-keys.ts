import * as z from 'zod'
import { KeyId } from '#domain/values/id.schema.js'
import { Instant } from '#domain/values/time.schema.js'
import { query } from '#orchestration/operation.js'
import { pageOf, pageQuery, readPage } from '#orchestration/paging.js'
import { type ApiKey, listApiKeys } from '#queries/api-keys.js'
import { ApiKeyResource } from './support/key.schema.js'
import { presentKey } from './support/make-key.js'

export const listKeys = query({
  id: 'keys.list',
  http: { method: 'GET', path: '/me/keys', status: 200 },
  summary: 'List API keys',
  description: 'All keys of the athlete, newest first, also those that are revoked or expired.',
  access: { scope: 'keys:read' },
  input: { query: z.strictObject(pageQuery) },
  output: pageOf(ApiKeyResource),
  refusals: ['INVALID_CURSOR'],
  run: async (context, { query: { limit, cursor } }) => {
    const page = await readPage(context, {
      of: 'keys.list',
      filters: {},
      limit,
      cursor,
      keys: z.tuple([Instant, KeyId]),
      keysOf: ({ createdAt, id }: ApiKey): [string, KeyId] => [createdAt, id],
      list: (after, count) =>
        listApiKeys({
          userId: context.athleteId,
          afterCreatedAt: after?.[0] ?? null,
          afterId: after?.[1] ?? null,
          limit: count,
        }),
    })
    return { ...page, data: page.data.map(presentKey) }
  },
})
