import type { Auth } from './auth.js'

/** Signs requests with an API key (`ciq_…`): for scripts and servers, never for a page. */
export function apiKey(key: string): Auth {
  return {
    bearer: async () => key,
    refused: async () => false,
    adopt: async () => undefined,
  }
}
