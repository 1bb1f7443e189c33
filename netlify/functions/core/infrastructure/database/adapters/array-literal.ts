type Leaf = string | null

export type Nested<Item> = readonly (Item | Nested<Item>)[]

/**
 * Writes a list as a Postgres array literal. Every item is quoted, so that no text is read as NULL
 * or a bracket.
 */
export function formatArray(items: readonly Leaf[]): string {
  const quoted = items.map((item) => (item === null ? 'NULL' : `"${item.replace(/["\\]/g, '\\$&')}"`))
  return `{${quoted.join(',')}}`
}

/**
 * Parses a Postgres array literal: `{a,"b c",NULL,{...}}`, with or without bounds (`[2:3]={a,b}`).
 * Each item that is not NULL goes through `parse`.
 */
export function parseArray<Item>(literal: string, parse: (text: string) => Item): Nested<Item | null> {
  const tokens = literal.slice(literal.indexOf('{')).match(/[{}]|"(?:[^"\\]|\\.)*"|[^{},"]+/gs) ?? []
  let position = 1
  const list = (): Nested<Item | null> => {
    const items: (Item | null | Nested<Item | null>)[] = []
    for (;;) {
      const token = tokens[position++]
      if (token === undefined) throw new RangeError(`not an array: ${literal}`)
      if (token === '}') return items
      items.push(token === '{' ? list() : leaf(token, parse))
    }
  }
  return list()
}

function leaf<Item>(token: string, parse: (text: string) => Item): Item | null {
  if (token.startsWith('"')) return parse(token.slice(1, -1).replace(/\\(.)/gs, '$1'))
  return token === 'NULL' ? null : parse(token)
}
