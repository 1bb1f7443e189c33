import type { Operation } from '#orchestration/contract.js'
import { type Answered, clientOf, type TestApi, type TestAthlete } from '#tests/support/api.js'

/** The request that a recipe asks for. */
export type Ask = { readonly path: string; readonly body?: unknown }

/** Arranges what an operation needs for this athlete, and returns a request that succeeds. */
export type Recipe = (athlete: TestAthlete, api: TestApi) => Promise<Ask> | Ask

/** Recipes by operation id. */
export type Recipes = Readonly<Record<string, Recipe>>

/** Asks, with a token or without. */
export function ask(
  api: TestApi,
  { http }: Operation,
  { path, body }: Ask,
  token: string | null,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const client = clientOf(api.fetch, token)
  switch (http.method) {
    case 'GET':
      return client.get(path, { headers })
    case 'DELETE':
      return client.delete(path, { headers })
    case 'POST':
      return client.post(path, body, { headers })
    case 'PUT':
      return client.put(path, body, { headers })
    case 'PATCH':
      return client.patch(path, body, { headers })
    default:
      return http.method satisfies never
  }
}
