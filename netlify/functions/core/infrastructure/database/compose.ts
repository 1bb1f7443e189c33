import type { Sql } from './statement.js'

/**
 * Puts pieces of SQL one after the other, with their placeholders renumbered: for what several
 * statements have in common.
 */
export function compose(...pieces: readonly Sql[]): Sql {
  return pieces.reduce((before, piece) => ({
    text: `${before.text}\n${piece.text.replaceAll(/\$(\d+)/g, (_, n) => `$${Number(n) + before.values.length}`)}`,
    values: [...before.values, ...piece.values],
  }))
}
