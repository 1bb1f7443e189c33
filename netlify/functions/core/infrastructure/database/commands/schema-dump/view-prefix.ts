import { type SqlToken, sqlTokens } from '#database/sql-text/sql-tokens.js'

/**
 * Takes the table's name off the columns of a view that reads one table: PostgreSQL 15 writes
 * `select users.id from users` where later versions write `select id from users`. Parts in
 * parentheses are written alike and stay as they are.
 */
export function withoutOnlyPrefix(body: string): string {
  const tokens = [...sqlTokens(body)]
  const outer = depths(tokens)
  const top = tokens.filter((token, at) => outer[at] === 0 && token.kind !== 'space')
  const prefix = onlySource(top)
  if (prefix === null) return body
  return tokens.map(({ text }, at) => (isPrefix(tokens, at, prefix) ? '' : text)).join('')
}

/** How many parentheses are open at each token. */
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
 * The name by which the columns of the only table are prefixed, or null when there are several
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

/** A name or the point after it, where both stand before a column. */
function isPrefix(tokens: readonly SqlToken[], at: number, prefix: string): boolean {
  const isName = (index: number) =>
    tokens[index]?.text === prefix && tokens[index + 1]?.text === '.' && tokens[index - 1]?.text !== '.'
  return isName(at) || (tokens[at]?.text === '.' && isName(at - 1))
}
