import type { FloorStatement } from '../floor/statements.js'

/** Writes a statement as a script of pgbench, with its values in place of the placeholders. */
export function scriptOf({ text }: FloorStatement, values: readonly (string | number)[]): string {
  const placed = text.replaceAll(/\$(\d+)/g, (_, number) => literal(values[Number(number) - 1]))
  // a line break ends no statement there, and a colon would begin a variable only before a name
  return `${placed.replaceAll(/\s+/g, ' ')};\n`
}

function literal(value: string | number | undefined): string {
  if (value === undefined) throw new RangeError('a placeholder has no value')
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`
}
