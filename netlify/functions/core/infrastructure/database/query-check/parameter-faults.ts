import { significantTokens } from '../sql-text/sql-tokens.js'

/** Lists the type that each parameter is cast to, in order; null for one without a cast. */
export function castsOf(text: string): (string | null)[] {
  const tokens = significantTokens(text)
  const casts = tokens.flatMap(({ kind, text: name }, at) => {
    if (kind !== 'placeholder') return []
    const cast = tokens[at + 1]?.kind === 'cast' ? typeAt(tokens.slice(at + 2).map((token) => token.text)) : null
    return [[Number(name.slice(1)), cast] as const]
  })
  return casts.toSorted(([a], [b]) => a - b).map(([, cast]) => cast)
}

/** The types whose names have two words; `[]` may follow any type. */
const twoWords: Readonly<Record<string, string>> = { double: 'precision', character: 'varying' }

function typeAt([first = '', ...rest]: readonly string[]): string {
  const second = twoWords[first] === rest[0] && rest[0] !== undefined ? ` ${rest[0]}` : ''
  const [open, close] = second ? rest.slice(1) : rest
  return `${first}${second}${open === '[' && close === ']' ? '[]' : ''}`
}

/**
 * Lists the faults of parameters: a missing cast, or a cast to another type than the one the server
 * infers.
 */
export function parameterFaults(
  casts: readonly (string | null)[],
  canonical: readonly (string | null)[],
  types: readonly string[],
): string[] {
  return types.flatMap((type, at) => {
    const place = `parameter $${at + 1}`
    if (casts[at] === undefined || casts[at] === null) return [`${place} (${type}) has no cast`]
    if (canonical[at] !== type) return [`${place} is cast to ${casts[at]}, and the server takes it for ${type}`]
    return []
  })
}
