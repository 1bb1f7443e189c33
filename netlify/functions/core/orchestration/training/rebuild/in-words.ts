/** The fields of an item that is compared. */
export type Fields = Readonly<Record<string, unknown>>

/**
 * Writes a value as a person would: without braces and quotes, and with its fields named in words.
 */
export function inWords(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.map(inWords).join(', ') || 'none'
  if (!isFields(value)) return String(value)
  return Object.entries(value)
    .map(([name, item]) => `${fieldInWords(name)} ${inWords(item)}`)
    .join(', ')
}

/** Writes a field's name in words: `lastSessionOn` and `last_session_on` are "last session on". */
export function fieldInWords(name: string): string {
  return name.replaceAll('_', ' ').replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
