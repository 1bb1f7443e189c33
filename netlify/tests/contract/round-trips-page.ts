/** Round trips to the database; null for queries, which take no key. */
export type Counted = {
  readonly plain: number
  readonly withKey: number | null
  readonly repeated: number | null
}

const introduction = `# Round trips of every operation

Written by \`npm run docs:round-trips\`, as the contract tests count them: exchanges with the database for a request that goes
well. A query may take one, and one that keeps what it shows another, where that is new; a command one to load what the decision needs, and one to commit. A request under an
\`Idempotency-Key\` looks for an earlier answer with its first read, so a key costs none, and a repeat takes one; only an account that was
erased has taken its answers along, and a repeat looks for its tombstone. A creation that is refused under an id of the
client's reads once more, and finds what an earlier request created.
`

/** The text of docs/round-trips.md: the operations in alphabetical order. */
export function roundTripsPage(counted: ReadonlyMap<string, Counted>): string {
  const rows = [...counted]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, { plain, withKey, repeated }]) => [id, plain, withKey ?? '', repeated ?? ''])
  const table = [['operation', 'plain', 'with a key', 'repeated'], ['---', '--:', '--:', '--:'], ...rows]
  return `${introduction}\n${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`
}
