import type { CdnSettings } from '#infrastructure/config/library-settings.js'
import { noAnswer, within } from '#infrastructure/time/within.js'

/** The tag of every CDN entry of the public library. */
export const libraryTag = 'library'

const purgeMsMax = 15_000

export type PurgeOptions = CdnSettings & {
  /** Netlify's API; a test passes its own. */
  readonly apiUrl?: string
  readonly msMax?: number
}

/**
 * Purges the public library from Netlify's CDN.
 *
 * @throws Error when the API cannot be reached, refuses, or takes too long.
 */
export async function purgeCdn({ siteId, token, apiUrl, msMax = purgeMsMax }: PurgeOptions): Promise<void> {
  const { purgeCache } = await import('@netlify/functions')
  const purge = purgeCache({ siteID: siteId, token, tags: [libraryTag], ...(apiUrl ? { apiURL: apiUrl } : {}) })
  await within(msMax, purge, noAnswer("Netlify's API", msMax))
}
