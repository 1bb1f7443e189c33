/**
 * The kind of value that the adapters make of a column. adapters/types.ts decides it, and a test
 * compares this list with it.
 */
export type ColumnKind = 'boolean' | 'number' | 'date' | 'json' | 'text'

const kinds: Readonly<Record<string, ColumnKind>> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  oid: 'number',
  float4: 'number',
  float8: 'number',
  numeric: 'number',
  timestamptz: 'date',
  json: 'json',
  jsonb: 'json',
}

/**
 * Returns the kind for a type's name in pg_type; a type that the adapters do not know stays text.
 */
export function kindOfType(typeName: string): ColumnKind {
  return kinds[typeName] ?? 'text'
}
