import { documentedOperations } from '#http/openapi/operations.js'
import { runScript } from '#local/verify/run-script.js'
import type { ResultRow } from '#tests/faults/report.js'

/**
 * The description of each line that `npm run lint:openapi` prints, by the word that the line begins
 * with.
 */
const linters: Readonly<Record<string, string>> = {
  spectral: 'Spectral over the document, with the OWASP rules',
  redocly: 'Redocly over the document, recommended-strict',
  compatible: 'the document breaks nobody who knows the released one',
}

/** Lints the OpenAPI document, and returns a row for each linter. */
export async function lintRows(): Promise<ResultRow[]> {
  const { code, output, seconds } = await runScript('lint:openapi', {})
  const ok = code === 0
  const cases = documentedOperations().length
  return Object.entries(linters).map(([word, name]): ResultRow => {
    const isClean = output.split('\n').some((line) => line.includes('✓') && line.includes(word))
    const plain = { name, cases, seconds: seconds / Object.keys(linters).length }
    if (isClean) return { ...plain, result: 'passed', detail: 'clean' }
    return { ...plain, result: 'FAILED', detail: ok ? 'said nothing' : output }
  })
}
