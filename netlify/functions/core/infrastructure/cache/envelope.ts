import * as z from 'zod'

/** A text in Redis, with everything that tells whether it may be used. */
const Envelope = z.strictObject({
  format: z.literal(1),
  /** Its own key, which exposes a reply that belongs to another question. */
  key: z.string(),
  generation: z.string(),
  storedAt: z.int(),
  text: z.string(),
})

type Content = Omit<z.output<typeof Envelope>, 'format'>

export function seal(content: Content): string {
  return JSON.stringify({ format: 1, ...content } satisfies z.input<typeof Envelope>)
}

export type Expected = {
  readonly key: string
  readonly generation: string
  readonly now: number
  /** Seconds that it may be old, whatever expiry Redis was given. */
  readonly seconds: number
}

/**
 * Opens an envelope: returns its text when it is whole, of this key and generation, and not too
 * old; else null.
 */
export function open(sealed: string | null, { key, generation, now, seconds }: Expected): string | null {
  const parsed = Envelope.safeParse(parseJson(sealed ?? 'null'))
  if (!parsed.success || parsed.data.key !== key || parsed.data.generation !== generation) return null
  return Math.abs(now - parsed.data.storedAt) <= seconds * 1000 ? parsed.data.text : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
