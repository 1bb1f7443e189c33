/** The exports that are understood, told apart by their header. */
export type CsvFormat =
  | 'strong-classic'
  | 'strong-units'
  | 'strong-numbered'
  | 'hevy'
  | 'fitnotes'
  | 'fitnotes-ios'
  | 'stronglifts'
  | 'liftosaur'
  | 'unknown'

export type CsvDelimiter = ',' | ';' | '\t'

/** How a CSV file is written. `headerLine` counts from 0: it is 1 where a spreadsheet's hint stands before it. */
export type CsvDialect = {
  readonly format: CsvFormat
  readonly delimiter: CsvDelimiter
  readonly headerLine: 0 | 1
}

/** The columns by which a header is known, the stricter one first. Their order in the file says nothing. */
const signatures: readonly (readonly [CsvFormat, readonly string[]])[] = [
  ['hevy', ['exercisetitle', 'setindex', 'settype']],
  ['liftosaur', ['workoutdatetime', 'exercise', 'completedreps']],
  ['stronglifts', ['dateyyyymmdd', 'workoutname', 'exercise', 'set1reps']],
  ['strong-numbered', ['workout', 'exercisename', 'setorder']],
  ['strong-units', ['exercisename', 'setorder', 'weightunit']],
  ['strong-classic', ['exercisename', 'setorder']],
  ['fitnotes-ios', ['date', 'exercise', 'category', 'weightkg', 'weightlbs', 'reps']],
  ['fitnotes', ['date', 'exercise', 'category', 'reps', 'time']],
]

/**
 * Tells which app wrote a CSV file of training, from the file or its beginning. A byte-order mark
 * does no harm; a first line `sep=;` is a spreadsheet's hint, and the header follows it.
 */
export function detectCsv(text: string): CsvDialect {
  const [first = '', second = ''] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/, 2)
  const headerLine = /^"?sep=/i.test(first) ? 1 : 0
  const header = headerLine === 1 ? second : first
  const delimiter = delimiterOf(header)
  return { format: formatOf(cellsOf(header, delimiter).map(columnName)), delimiter, headerLine }
}

function formatOf(columns: readonly string[]): CsvFormat {
  const known = signatures.find(([, names]) => names.every((name) => columns.includes(name)))
  return known?.[0] ?? 'unknown'
}

function delimiterOf(header: string): CsvDelimiter {
  const cells = (delimiter: CsvDelimiter) => cellsOf(header, delimiter).length
  const others = (['\t', ';'] as const).filter((delimiter) => cells(delimiter) > cells(','))
  return others.sort((a, b) => cells(b) - cells(a))[0] ?? ','
}

/** Cuts a line at the delimiters outside quotes. */
function cellsOf(line: string, delimiter: CsvDelimiter): string[] {
  const cells = ['']
  let quoted = false
  for (const character of line) {
    if (character === '"') quoted = !quoted
    if (character === delimiter && !quoted) cells.push('')
    else cells[cells.length - 1] += character
  }
  return cells
}

/** Versions of one app differ in case, spaces and punctuation of their columns. */
function columnName(cell: string): string {
  return cell.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
