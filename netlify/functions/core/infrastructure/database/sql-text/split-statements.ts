import { type SqlToken, significantTokens } from './sql-tokens.js'

/** A statement of a file; `offset` is the position of its first word, in UTF-16 units. */
export type SqlStatement = { readonly text: string; readonly offset: number }

/**
 * Splits SQL at the semicolons that end statements, not at those in strings, comments, parentheses
 * or `begin atomic` bodies.
 */
export function splitStatements(source: string): SqlStatement[] {
  const statements: SqlStatement[] = []
  let first: SqlToken | null = null
  let nesting = outermost
  const finish = (end: number) => {
    if (first) statements.push({ text: source.slice(first.start, end).trimEnd(), offset: first.start })
    first = null
    nesting = outermost
  }
  const tokens = significantTokens(source)
  for (const token of tokens) {
    if (token.text === ';' && nesting.parentheses <= 0 && nesting.body <= 0) {
      finish(token.start)
      continue
    }
    first ??= token
    nesting = after(nesting, token)
  }
  const last = tokens.at(-1)
  finish(last ? last.start + last.text.length : 0)
  return statements
}

/** How many parentheses and bodies of `begin atomic` functions are open before the next token. */
type Nesting = { readonly parentheses: number; readonly body: number; readonly previous: string }

const outermost: Nesting = { parentheses: 0, body: 0, previous: '' }

function after({ parentheses, body, previous }: Nesting, { kind, text }: SqlToken): Nesting {
  if (kind === 'punctuation') {
    const step = text === '(' ? 1 : text === ')' ? -1 : 0
    return { parentheses: parentheses + step, body, previous: text }
  }
  if (kind !== 'word') return { parentheses, body, previous: '' }
  return { parentheses, body: body + bodyStep(body, previous, text), previous: text }
}

function bodyStep(body: number, previous: string, word: string): number {
  if (body === 0) return previous === 'begin' && word === 'atomic' ? 1 : 0
  if (word === 'case') return 1
  return word === 'end' ? -1 : 0
}
