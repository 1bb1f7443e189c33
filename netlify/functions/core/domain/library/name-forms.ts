/**
 * A name as it is compared, whether somebody asks by it or the library stores it: two ways of writing
 * one name have the same `compact` form.
 */
export type NameForms = {
  /** The words in lower case without marks and plurals, one space apart. */
  readonly folded: string
  /** The same without spaces, so that "pull up" is "pullup". */
  readonly compact: string
  /**
   * The letters of `compact` in order, so that letters may have changed places. An s is left out, because
   * at another place it is no plural.
   */
  readonly letters: string
  /** The words, and each two neighbours as one word. */
  readonly words: readonly string[]
}

/** The longest folded name: compatibility forms grow, up to eighteen letters from one. */
const charactersMax = 160

/** Letters that Unicode does not take apart into a Latin letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** Words that say the same in the name of an exercise; numbers are written as words. */
const sameWords: ReadonlyMap<string, string> = new Map([
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map(
    (word, index) => [String(index + 1), word] as const,
  ),
  ['30', 'thirty'],
  ['60', 'sixty'],
  ['90', 'ninety'],
  ['single', 'one'],
  ['legged', 'leg'],
  ['armed', 'arm'],
])

/** Takes a text apart into its forms; all are empty when it has neither a letter nor a digit. */
export function nameForms(text: string): NameForms {
  const single = foldedWords(text)
  const compact = single.join('')
  return {
    folded: single.join(' '),
    compact,
    letters: [...compact.replaceAll('s', '')].sort().join(''),
    words: [...new Set([...single, ...single.slice(1).map((word, index) => `${single[index]}${word}`)])],
  }
}

function foldedWords(text: string): string[] {
  const plain = text
    // apostrophes and what is not seen join what they stand between
    .replace(/['’‘ʼ`´]|\p{Cf}/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => plainLetters[letter] ?? letter)
    .slice(0, charactersMax)
  return (plain.match(/\p{L}+|\p{N}+/gu) ?? []).map((word) => sameWords.get(word) ?? singular(word))
}

/** Takes the plural of English, French, Spanish and Portuguese away: "planks", "crunches", "pompes". */
function singular(word: string): string {
  const one = word.length > 2 && /[^sui]s$/.test(word) ? word.slice(0, -1) : word
  return one.replace(/(ch|sh|x|ss)e$/, '$1')
}
