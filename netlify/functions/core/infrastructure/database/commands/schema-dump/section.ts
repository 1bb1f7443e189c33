/** Runs a query of the catalogs, whose text is a constant, and returns its rows. */
export type ReadCatalog = <Row>(text: string) => Promise<Row[]>

/** A section of the dump: a heading, and the statements under it, each with its semicolon. */
export type Section = { readonly title: string; readonly read: (catalog: ReadCatalog) => Promise<string[]> }

/** Reads the statements that a query returns, one per row. */
export async function readStatements(catalog: ReadCatalog, text: string): Promise<string[]> {
  return (await catalog<{ statement: string }>(text)).map(({ statement }) => statement)
}
