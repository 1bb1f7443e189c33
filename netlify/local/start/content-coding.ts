import type { IncomingHttpHeaders } from 'node:http'

export type Coding = 'br' | 'gzip'

/** Fewer bytes fit into one packet as they are. */
export const bytesMin = 1_024

/**
 * Chooses how to compress for a client, from its `Accept-Encoding`: by brotli, else by gzip, else not at
 * all. What it refuses by `q=0` is not chosen.
 */
export function codingFor(acceptEncoding: string | undefined): Coding | null {
  const accepted = (acceptEncoding ?? '').split(',').flatMap((part) => {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
    return parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)) ? [] : [name]
  })
  if (accepted.includes('br')) return 'br'
  return accepted.includes('gzip') || accepted.includes('*') ? 'gzip' : null
}

const compressible =
  /^(text\/(?!event-stream)[\w.+-]+|application\/(json|javascript|xml|manifest\+json|[\w.-]+\+(json|xml))|image\/svg\+xml)\s*(;|$)/i

/** Tells whether an answer with these headers becomes smaller: text that is whole and not compressed yet. */
export function isCompressible(status: number, headers: IncomingHttpHeaders): boolean {
  if (status === 206 || status === 204 || status === 304) return false
  if (headers['content-encoding'] !== undefined || headers['content-range'] !== undefined) return false
  if (/\bno-transform\b/i.test(headers['cache-control'] ?? '')) return false
  const length = headers['content-length']
  return compressible.test(headers['content-type'] ?? '') && (length === undefined || Number(length) >= bytesMin)
}

/** Adds a name to `Vary`, once. */
export function varyingBy(name: string, vary: string | undefined): string {
  const names = (vary ?? '').split(',').map((part) => part.trim())
  const isThere = names.some((one) => one === '*' || one.toLowerCase() === name.toLowerCase())
  return isThere ? (vary ?? name) : [...names, name].filter((one) => one !== '').join(', ')
}

/**
 * Makes the tag of the compressed answer: a strong tag names bytes, so it needs one of its own (RFC 9110,
 * 8.8.3.3). Netlify's CDN writes it with `-df` at its end, and the API knows it by that when it comes back.
 */
export function tagOfCompressed(tag: string): string {
  return tag.replace(/"$/, '-df"')
}
