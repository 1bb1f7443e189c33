import type * as z from 'zod'
import { type Random, randomFrom } from '#infrastructure/demo/random.js'

/** A source of randomness whose ids are minted at an instant: UUIDs of version 7, as the API mints them. */
export type TimedRandom = Random & {
  /** Says when the ids that follow are minted. */
  readonly mintAt: (instant: Date) => void
}

const hexOf = Array.from({ length: 0x10000 }, (_, number) => number.toString(16).padStart(4, '0'))

/**
 * Draws as `randomFrom` does. The ids begin with the instant, so that they lie in indexes as they do
 * when they are minted by requests, and end with a mark of eight hexadecimal digits, which tells whose they are.
 */
export function timedRandom(seed: string, mark: string): TimedRandom {
  const random = randomFrom(seed)
  const word = () => Math.floor(random.next() * 0x10000)
  const hex = () => hexOf[word()]
  let prefix = ''
  return {
    ...random,
    mintAt: (instant) => {
      const ms = instant.getTime().toString(16).padStart(12, '0')
      prefix = `${ms.slice(0, 8)}-${ms.slice(8)}-`
    },
    newId: <Kind extends z.ZodType>(_: Kind) => {
      const version = hexOf[0x7000 | (word() & 0x0fff)]
      const variant = hexOf[0x8000 | (word() & 0x3fff)]
      // not parsed: it is made in the form of an id, many millions of times
      return `${prefix}${version}-${variant}-${hex()}${mark}` as z.output<Kind>
    },
  }
}
