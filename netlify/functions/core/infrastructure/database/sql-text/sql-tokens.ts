export type SqlTokenKind =
  | 'space'
  | 'comment'
  | 'string'
  | 'identifier'
  | 'placeholder'
  | 'word'
  | 'cast'
  | 'punctuation'

/**
 * A piece of SQL text; `start` is its offset in UTF-16 units. A word is a keyword or an unquoted
 * name, in lower case.
 */
export type SqlToken = { readonly kind: SqlTokenKind; readonly text: string; readonly start: number }

type Rule = { readonly kind: SqlTokenKind; readonly pattern: RegExp }

// The order matters: an escape string comes before the word that its E would be, a dollar quote
// before a placeholder.
const rules: readonly Rule[] = [
  { kind: 'space', pattern: /\s+/y },
  { kind: 'comment', pattern: /--[^\n]*/y },
  { kind: 'string', pattern: /e'(?:[^'\\]|\\[\s\S]|'')*'?/iy },
  { kind: 'string', pattern: /'(?:[^']|'')*'?/y },
  { kind: 'identifier', pattern: /"(?:[^"]|"")*"?/y },
  { kind: 'placeholder', pattern: /\$\d+/y },
  { kind: 'word', pattern: /[a-z_\u0080-\uffff][\w$\u0080-\uffff]*/iy },
  { kind: 'cast', pattern: /::/y },
  { kind: 'punctuation', pattern: /[\s\S]/y },
]

const dollarQuote = /\$(?:[a-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/iy
const commentEdge = /\/\*|\*\//g

/**
 * Cuts SQL into tokens as PostgreSQL does with standard_conforming_strings on; a string or comment
 * that is never closed runs to the end.
 */
export function* sqlTokens(source: string): Generator<SqlToken> {
  for (let start = 0; start < source.length; ) {
    const { kind, end } = nextToken(source, start)
    const text = source.slice(start, end)
    yield { kind, text: kind === 'word' ? text.toLowerCase() : text, start }
    start = end
  }
}

/** Returns the tokens without spaces and comments. */
export function significantTokens(source: string): SqlToken[] {
  return [...sqlTokens(source)].filter(({ kind }) => kind !== 'space' && kind !== 'comment')
}

function nextToken(source: string, start: number): { kind: SqlTokenKind; end: number } {
  if (source.startsWith('/*', start)) return { kind: 'comment', end: endOfComment(source, start) }
  const quote = matchAt(dollarQuote, source, start)
  if (quote !== null) return { kind: 'string', end: endOfDollarQuote(source, start, quote) }
  for (const { kind, pattern } of rules) {
    const text = matchAt(pattern, source, start)
    if (text !== null) return { kind, end: start + text.length }
  }
  return { kind: 'punctuation', end: start + 1 }
}

function matchAt(pattern: RegExp, source: string, start: number): string | null {
  pattern.lastIndex = start
  return pattern.exec(source)?.[0] ?? null
}

function endOfDollarQuote(source: string, start: number, quote: string): number {
  const close = source.indexOf(quote, start + quote.length)
  return close < 0 ? source.length : close + quote.length
}

/** Finds the end of a block comment; in PostgreSQL they nest. */
function endOfComment(source: string, start: number): number {
  commentEdge.lastIndex = start
  let depth = 0
  for (let edge = commentEdge.exec(source); edge !== null; edge = commentEdge.exec(source)) {
    depth += edge[0] === '/*' ? 1 : -1
    if (depth === 0) return edge.index + 2
  }
  return source.length
}
