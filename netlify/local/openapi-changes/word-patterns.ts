/** A choice between words in a regular expression, such as `(?:band|box)`. */
const choice = /\(\?:([a-z0-9-]+(?:\|[a-z0-9-]+)+)\)/g

/** A class of letters and digits in a regular expression, such as `[0-9a-f]`. */
const characterClass = /\[((?:[A-Za-z0-9](?:-[A-Za-z0-9])?)+)\]/g

/**
 * Tells whether a pattern takes all that an older one took: it is the same, or differs only in words
 * that were added to a choice of words, in letters that were added to a class, or in a pattern that
 * was added beside it. Of any other two patterns this cannot be told.
 */
export function takesAll(older: unknown, newer: unknown): boolean {
  if (older === newer) return true
  if (typeof older !== 'string' || typeof newer !== 'string') return false
  if (newer.startsWith(`^(?:${/^\^(.*)\$$/.exec(older)?.[1]}|`) && newer.endsWith(')$')) return true
  return (
    addsOnly(older, newer, choice, (words) => words.split('|')) || addsOnly(older, newer, characterClass, lettersOf)
  )
}

/** Tells whether two patterns differ only in members that were added to their groups of one kind. */
function addsOnly(older: string, newer: string, group: RegExp, membersOf: (text: string) => readonly string[]) {
  const [was, is] = [older, newer].map((pattern) => ({
    frame: pattern.replaceAll(group, '()'),
    groups: [...pattern.matchAll(group)].map(([, members = '']) => membersOf(members)),
  }))
  return was?.frame === is?.frame && was?.groups.every(isWithin(is?.groups ?? [])) === true
}

function lettersOf(members: string): string[] {
  return [...members.matchAll(/(.)-(.)|./g)].flatMap(([one, from, to]) => {
    const [first = 0, last = 0] = [from ?? one, to ?? one].map((letter) => letter?.charCodeAt(0))
    return Array.from({ length: last - first + 1 }, (_, step) => String.fromCharCode(first + step))
  })
}

function isWithin(groups: readonly (readonly string[])[]) {
  return (members: readonly string[], index: number) => members.every((member) => groups[index]?.includes(member))
}
