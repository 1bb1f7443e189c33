import { type SqlToken, sqlTokens } from '#database/sql-text/sql-tokens.js'

/**
 * Removes the table's name before the columns of a view that reads one table: PostgreSQL 15 writes
 * `select users.id from users`, later versions write `select id from users`. All versions write the
 * parts in parentheses the same way, so they stay.
 */
export function withoutOnlyPrefix(body: string): string {
  const tokens = [...sqlTokens(body)]
  const outer = depths(tokens)
  const top = tokens.filter((token, at) => outer[at] === 0 && token.kind !== 'space')
  const prefix = onlySource(top)
  if (prefix === null) return body
  return tokens.map(({ text }, at) => (isPrefix(tokens, at, prefix) ? '' : text)).join('')
}

/** Counts how many parentheses are open at each token. */
function depths(tokens: readonly SqlToken[]): number[] {
  let depth = 0
  return tokens.map(({ text }) => {
    if (text === '(') depth += 1
    const here = depth
    if (text === ')') depth -= 1
    return here
  })
}

/**
 * Returns the name that stands before the columns of the only table, or null when there are several
 * sources.
 */
function onlySource(top: readonly SqlToken[]): string | null {
  const from = top.findIndex(({ text }) => text === 'from')
  if (from < 0 || top.filter(({ text }) => text === 'from' || text === 'union').length > 1) return null
  const rest = top.slice(from + 1)
  const end = rest.findIndex(({ text }) => ['where', 'group', 'order', 'having', 'limit', ';'].includes(text))
  const source = end < 0 ? rest : rest.slice(0, end)
  if (source.some(({ text }) => text === ',' || text === 'join' || text === '(')) return null
  return source.at(-1)?.text ?? null
}

/** Tells whether a token is the name, or the dot after it, in front of a column. */
function isPrefix(tokens: readonly SqlToken[], at: number, prefix: string): boolean {
  const isName = (index: number) =>
    tokens[index]?.text === prefix && tokens[index + 1]?.text === '.' && tokens[index - 1]?.text !== '.'
  return isName(at) || (tokens[at]?.text === '.' && isName(at - 1))
}
