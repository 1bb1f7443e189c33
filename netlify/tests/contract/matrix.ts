import { afterAll } from 'vitest'
import { textTable } from '#infrastructure/command-line/text-table.js'
import type { Answered } from '#tests/support/api.js'

/**
 * Collects the answers of every operation in every case, and prints them as a table after the test
 * file.
 */
export function openMatrix(): (
  operationId: string,
  answers: Readonly<Record<string, Pick<Answered, 'status'>>>,
) => void {
  const seenOf = new Map<string, Record<string, string>>()
  afterAll(() => {
    const cases = [...new Set([...seenOf.values()].flatMap((seen) => Object.keys(seen)))]
    const rows = [...seenOf].map(([id, seen]) => [id, ...cases.map((name) => seen[name] ?? '-')])
    console.log(textTable(['operation', ...cases], rows).join('\n'))
  })
  return (id, answers) => {
    const statuses = Object.entries(answers).map(([name, { status }]) => [name, `${status}`])
    seenOf.set(id, { ...seenOf.get(id), ...Object.fromEntries(statuses) })
  }
}
