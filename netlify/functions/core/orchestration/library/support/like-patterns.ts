/**
 * A LIKE pattern for each word of a text, to be found anywhere; what LIKE takes for wildcards
 * stands for itself.
 */
export function likePatterns(text: string): string[] {
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`)
}
