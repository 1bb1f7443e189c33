/** Runs a query of the catalogs, whose text is a constant, and gives its rows. */
export type ReadCatalog = <Row>(text: string) => Promise<Row[]>

/** A part of the dump: a heading, and the statements under it, each with its semicolon. */
export type Section = { readonly title: string; readonly read: (catalog: ReadCatalog) => Promise<string[]> }

/** Reads one statement per row. */
export async function readStatements(catalog: ReadCatalog, text: string): Promise<string[]> {
  return (await catalog<{ statement: string }>(text)).map(({ statement }) => statement)
}
