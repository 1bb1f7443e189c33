/**
 * What the adapters make of a column: adapters/types.ts decides, and a test holds this list against
 * it.
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

/** The kind of a type by its name in pg_type; what the adapters do not know stays text. */
export function kindOfType(typeName: string): ColumnKind {
  return kinds[typeName] ?? 'text'
}
