/** Round trips to the database; null for what an operation does not have: queries take no key and name nothing. */
export type Counted = {
  readonly plain: number
  /** Naming the version, to a process that served the session before. */
  readonly named: number | null
  readonly withKey: number | null
  readonly repeated: number | null
}

const introduction = `# Round trips of every operation

Written by \`npm run docs:round-trips\`, as the contract tests count them: exchanges with the database for a request that goes
well. A query may take one, and one that keeps what it shows another, where that is new; a command one to load what the decision needs, and one to commit. A request under an
\`Idempotency-Key\` looks for an earlier answer with its first read, so a key costs none, and a repeat takes one; only an account that was
erased has taken its answers along, and a repeat looks for its tombstone. A creation that is refused under an id of the
client's reads once more, and finds what an earlier request created.

Who names the version of a session (\`If-Match\`) to a process that served it before, spares the first of the two, where the
decision rests on that session alone ([ADR 57](adr/0057-open-sessions-are-remembered.md)).
`

/** The text of docs/round-trips.md: the operations in alphabetical order. */
export function roundTripsPage(counted: ReadonlyMap<string, Counted>): string {
  const rows = [...counted]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, { plain, named, withKey, repeated }]) => [id, plain, named ?? '', withKey ?? '', repeated ?? ''])
  const table = [
    ['operation', 'plain', 'naming the version', 'with a key', 'repeated'],
    ['---', '--:', '--:', '--:', '--:'],
    ...rows,
  ]
  return `${introduction}\n${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`
}
