/** A choice between words in a regular expression, such as `(?:band|box)`. */
const choice = /\(\?:([a-z0-9-]+(?:\|[a-z0-9-]+)+)\)/g

/**
 * Tells whether a pattern takes all that an older one took: it is the same, or differs only in words
 * that were added to a choice of words. Of any other two patterns this cannot be told.
 */
export function takesAll(older: unknown, newer: unknown): boolean {
  if (older === newer) return true
  if (typeof older !== 'string' || typeof newer !== 'string') return false
  const [was, is] = [older, newer].map((pattern) => ({
    frame: pattern.replaceAll(choice, '(?:)'),
    choices: [...pattern.matchAll(choice)].map(([, words = '']) => words.split('|')),
  }))
  return was?.frame === is?.frame && was?.choices.every(isWithin(is?.choices ?? [])) === true
}

function isWithin(choices: readonly (readonly string[])[]) {
  return (words: readonly string[], index: number) => words.every((word) => choices[index]?.includes(word))
}
