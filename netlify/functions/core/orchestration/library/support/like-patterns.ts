/**
 * Makes a LIKE pattern for each word of a text, matching it anywhere. Wildcards in the text are
 * escaped.
 */
export function likePatterns(text: string): string[] {
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`)
}
