/** The exports that are understood, told apart by their header. */
export type CsvFormat = 'strong-classic' | 'strong-units' | 'strong-numbered' | 'hevy' | 'unknown'

export type CsvDialect = { readonly format: CsvFormat; readonly delimiter: ',' | ';' }

/**
 * Tells which app wrote a CSV file of training, from the first line of the file. A byte-order mark
 * does no harm.
 */
export function detectCsv(header: string): CsvDialect {
  const line = header.replace(/^\uFEFF/, '')
  const delimiter = count(line, ';') > count(line, ',') ? ';' : ','
  return { format: formatOf(line.split(delimiter).map(columnName)), delimiter }
}

function formatOf(columns: readonly string[]): CsvFormat {
  const has = (...names: string[]) => names.every((name) => columns.includes(name))
  if (has('exercise_title', 'set_index', 'set_type')) return 'hevy'
  if (!has('exercise name', 'set order')) return 'unknown'
  if (columns[0] === 'workout #') return 'strong-numbered'
  return has('weight unit') ? 'strong-units' : 'strong-classic'
}

function columnName(cell: string): string {
  return cell.trim().replace(/^"/, '').replace(/"$/, '').trim().toLowerCase()
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}
