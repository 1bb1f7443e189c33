/**
 * Values that another program may have written under a key of the cache, made from a correct
 * envelope.
 */
export function poisonsOf(sealed: string): readonly string[] {
  const envelope: Record<string, unknown> = JSON.parse(sealed)
  const text = (changed: string) => JSON.stringify({ ...envelope, text: changed })
  const field = (name: string, value: unknown) => JSON.stringify({ ...envelope, [name]: value })
  return [
    ...['', 'null', '[]', '{}', '"text"', '\u0000\u0001', '{"format":1', sealed.slice(0, -2), `${sealed} `.repeat(2)],
    ...['', 'null', '7', '[]', '{}', '{"data":', '{"data":null}', '{"__proto__":{"version":1}}'].map(text),
    text('{"data":[{"level":"high"}],"page":{"nextCursor":{},"limit":"all"}}'),
    text('{"version":1e999,"slug":null}'),
    text(`${'['.repeat(20_000)}${']'.repeat(20_000)}`),
    text('x'.repeat(3_000_000)),
    ...[0, 2, '1', null].map((format) => field('format', format)),
    ...['another key', 7, null].map((key) => field('key', key)),
    ...['another generation', {}, null].map((generation) => field('generation', generation)),
    ...[0, -1, 1e300, 'now', null].map((storedAt) => field('storedAt', storedAt)),
  ]
}
