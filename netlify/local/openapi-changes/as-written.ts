import type { Schema } from './schema-changes.js'

/**
 * Returns the schema of a parameter as texts, where the older one was a list of texts: a whole number
 * and a choice are sent as the same characters, whatever type the document gives them.
 */
export function asWritten(newer: Schema, older: Schema): Schema {
  if (!Array.isArray(older.enum) || older.type !== 'string') return newer
  if (newer.type !== 'integer' && newer.type !== 'boolean') return newer
  return { type: 'string', enum: older.enum.filter((text) => typeof text === 'string' && isTaken(newer, text)) }
}

function isTaken({ type, minimum, maximum }: Schema, text: string): boolean {
  if (type === 'boolean') return text === 'true' || text === 'false'
  const isAbove = typeof minimum !== 'number' || Number(text) >= minimum
  return /^-?\d+$/.test(text) && isAbove && (typeof maximum !== 'number' || Number(text) <= maximum)
}
