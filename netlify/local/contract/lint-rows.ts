import { documentedOperations } from '#http/openapi/operations.js'
import { runScript } from '#local/verify/run-script.js'
import type { ResultRow } from '#tests/faults/report.js'

/** What `npm run lint:openapi` says, by the word that its line begins with. */
const linters: Readonly<Record<string, string>> = {
  spectral: 'Spectral over the document, with the OWASP rules',
  redocly: 'Redocly over the document, recommended-strict',
  compatible: 'the document breaks nobody who knows the released one',
}

/** Lints the OpenAPI document; a row for each reader. */
export async function lintRows(): Promise<ResultRow[]> {
  const { ok, output, seconds } = await runScript('lint:openapi', {})
  const cases = documentedOperations().length
  return Object.entries(linters).map(([word, name]): ResultRow => {
    const isClean = output.split('\n').some((line) => line.includes('✓') && line.includes(word))
    const plain = { name, cases, seconds: seconds / Object.keys(linters).length }
    if (isClean) return { ...plain, result: 'passed', detail: 'clean' }
    return { ...plain, result: 'FAILED', detail: ok ? 'said nothing' : output }
  })
}
