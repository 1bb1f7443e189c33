/** What a code is called; with a sentence, where the label does not say it all. */
export type Word = string | readonly [label: string, description: string]

/** A code as forms and lists show it. */
export type Term<Code> = { readonly code: Code; readonly label: string; readonly description: string | null }

/** Returns the terms of codes, in their order; a code without a word does not compile. */
export function termsOf<Code extends string | number>(
  codes: readonly Code[],
  words: Readonly<Record<Code, Word>>,
): Term<Code>[] {
  return codes.map((code) => {
    const word: Word = words[code]
    return typeof word === 'string'
      ? { code, label: word, description: null }
      : { code, label: word[0], description: word[1] }
  })
}

/** Makes a label of a code: `front-delts` is "Front delts", `set.logged` "Set logged". */
export function labelOfCode(code: string): string {
  const words = code
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_.:]/g, ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Returns the terms of codes that are made of plain words. */
export function plainTermsOf<Code extends string>(codes: readonly Code[]): Term<Code>[] {
  return codes.map((code) => ({ code, label: labelOfCode(code), description: null }))
}
