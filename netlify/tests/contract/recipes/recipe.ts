import type { Operation } from '#orchestration/contract.js'
import { type Answered, type Client, clientOf, type TestApi, type TestAthlete } from '#tests/support/api.js'

/** The request that a recipe asks for. */
export type Ask = { readonly path: string; readonly body?: unknown }

/** Arranges what an operation needs for this athlete, and returns a request that succeeds. */
export type Recipe = (athlete: TestAthlete, api: TestApi) => Promise<Ask> | Ask

/** Recipes by operation id. */
export type Recipes = Readonly<Record<string, Recipe>>

/** Asks, with a token or without. */
export function ask(
  api: TestApi,
  operation: Operation,
  asked: Ask,
  token: string | null,
  headers: Record<string, string> = {},
): Promise<Answered> {
  return askAs(clientOf(api.fetch, token), operation, asked, headers)
}

/** Asks as a client. */
export function askAs(
  client: Client,
  { http }: Operation,
  { path, body }: Ask,
  headers: Record<string, string> = {},
): Promise<Answered> {
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
