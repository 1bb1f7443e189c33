import * as z from 'zod'

/** Which pages in a browser may call the API. */
export type Origins = {
  /** The origin of this deployment itself. */
  readonly own: string
  /** The origins of CORS_ORIGINS, as browsers send them. */
  readonly listed: readonly string[]
  /** Whether every page of this machine may call, whatever its port: on a developer's machine alone. */
  readonly localToo: boolean
}

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]']

/** Parses CORS_ORIGINS: origins with commas between them. A slash at the end is left out. */
export const originList = z.string().transform((text, context): string[] => {
  const items = text.split(',').map((item) => item.trim())
  return items
    .filter((item) => item !== '')
    .map((item) => {
      const origin = asOrigin(item)
      if (origin !== null) return origin
      context.addIssue({
        code: 'custom',
        message: `must list exact origins such as https://app.example.com: "${item}"`,
      })
      return z.NEVER
    })
})

/** Apps in a shell have origins of another scheme, such as capacitor://localhost. */
const ofAppShell = /^[a-z][a-z0-9+.-]*:\/\/[a-z0-9.-]+$/

function asOrigin(item: string): string | null {
  if (!/^https?:/i.test(item)) return ofAppShell.test(item) ? item : null
  const url = URL.parse(item)
  return url && !item.includes('*') && url.href === `${url.origin}/` ? url.origin : null
}

type Settings = {
  readonly BASE_URL?: string | undefined
  readonly URL?: string | undefined
  readonly CORS_ORIGINS: readonly string[]
}

/**
 * Tells which origins may call. This is a developer's machine when BASE_URL says so, and Netlify does
 * not say otherwise: it sets URL to the public address wherever it runs a function, and lets nobody
 * change that. (Its other variables prove nothing: NETLIFY and CONTEXT exist in builds alone, and
 * `netlify dev` sets those of AWS too.)
 */
export function originsOf({ BASE_URL, URL: publicUrl, CORS_ORIGINS }: Settings, baseUrl: string): Origins {
  return {
    own: new URL(baseUrl).origin,
    listed: CORS_ORIGINS,
    localToo: isLoopback(BASE_URL) && (publicUrl === undefined || isLoopback(publicUrl)),
  }
}

/** Tells whether a browser that sends this `Origin` may call, and may read the answer. */
export function isAllowedOrigin(origin: string, { own, listed, localToo }: Origins): boolean {
  return (
    origin === own ||
    listed.includes(origin) ||
    (localToo && isLoopback(origin) && URL.parse(origin)?.origin === origin)
  )
}

/**
 * Lists what `isAllowedOrigin` allows, in the patterns of Better Auth, which compares them with the
 * origin of a parsed URL. A `*` stands for a port here: the host of such an origin ends before it.
 */
export function originPatterns({ own, listed, localToo }: Origins): string[] {
  const local = loopbackHosts.flatMap((host) => [`http://${host}`, `http://${host}:*`])
  return [own, ...listed, ...(localToo ? local : [])]
}

function isLoopback(address: string | undefined): boolean {
  const url = address === undefined ? null : URL.parse(address)
  return url !== null && url.protocol === 'http:' && loopbackHosts.includes(url.hostname)
}
