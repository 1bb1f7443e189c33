import type { AnyStatement } from './find-statements.js'
import { placeholder } from './placeholder.js'
import { samples } from './samples.js'

/**
 * The different SQL texts that a statement produces for its samples, or for a placeholder; or the
 * reason why it produces none.
 */
export type Built = { readonly texts: readonly string[]; readonly fault: string | null }

export function buildTexts(statement: AnyStatement): Built {
  try {
    const given = samples[statement.statementName] ?? [placeholder()]
    return { texts: [...new Set(given.map((parameters) => statement.build(parameters as never).text))], fault: null }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return {
      texts: [],
      fault: `cannot be built from a placeholder (${reason}): give query-check/samples.ts some parameters`,
    }
  }
}
