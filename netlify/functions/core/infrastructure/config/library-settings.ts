import * as z from 'zod'

/** How the public library is cached between requests. */
export type LibrarySettings = {
  /** Null keeps it in each process. */
  readonly redisUrl: string | null
  /** Seconds for which an answer is cached; 0 turns caching off. */
  readonly seconds: number
}

/** The site whose CDN is purged, and the token that allows it. */
export type CdnSettings = { readonly siteId: string; readonly token: string }

export const libraryEnvironment = z.object({
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be a redis:// or rediss:// URL' }).optional(),
  LIBRARY_CACHE_SECONDS: z.coerce.number().int().min(0).max(3_600).default(60),
})

export const cdnEnvironment = z.object({
  NETLIFY_SITE_ID: z.string().optional(),
  SITE_ID: z.string().optional(),
  NETLIFY_AUTH_TOKEN: z.string().optional(),
  NETLIFY_PURGE_API_TOKEN: z.string().optional(),
})

export function librarySettingsOf(settings: z.output<typeof libraryEnvironment>): LibrarySettings {
  return { redisUrl: settings.REDIS_URL ?? null, seconds: settings.LIBRARY_CACHE_SECONDS }
}

/** Reads the CDN's settings; returns the name of the missing one when there is only one of two. */
export function cdnSettingsOf(settings: z.output<typeof cdnEnvironment>): CdnSettings | { readonly missing: string } {
  const siteId = settings.NETLIFY_SITE_ID ?? settings.SITE_ID
  const token = settings.NETLIFY_PURGE_API_TOKEN ?? settings.NETLIFY_AUTH_TOKEN
  if (!siteId) return { missing: 'NETLIFY_SITE_ID' }
  return token ? { siteId, token } : { missing: 'NETLIFY_AUTH_TOKEN' }
}
