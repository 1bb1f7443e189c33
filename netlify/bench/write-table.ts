import { readFileSync, writeFileSync } from 'node:fs'

const page = new URL('../../docs/simulation.md', import.meta.url)

/**
 * Writes the lines of a table into docs/simulation.md, between the marks of its name; what stands
 * around them stays.
 */
export function writeTable(name: string, lines: readonly string[]): void {
  const text = readFileSync(page, 'utf8')
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`]
  const from = text.indexOf(begin)
  const to = text.indexOf(end)
  if (from < 0 || to < from) throw new Error(`docs/simulation.md has no place "${begin}" to "${end}".`)
  writeFileSync(page, [text.slice(0, from + begin.length), '', ...lines, '', text.slice(to)].join('\n'))
}
