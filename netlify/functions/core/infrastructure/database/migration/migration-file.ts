import { CommandError } from '#infrastructure/command-line/command-error.js'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { type SqlStatement, splitStatements } from '../sql-text/split-statements.js'
import { checksumOf } from './checksum.js'

/** A migration as it is in the folder. */
export type MigrationFile = {
  readonly number: number
  /** The file's name, e.g. `0002_library.sql`. */
  readonly name: string
  readonly text: string
  readonly checksum: string
  /**
   * False with `--! no-transaction`, which is for statements that PostgreSQL refuses inside a
   * transaction, such as `create index concurrently`.
   */
  readonly inTransaction: boolean
  readonly statements: readonly SqlStatement[]
}

const fileName = /^(\d{4})_[a-z0-9]+(?:-[a-z0-9]+)*\.sql$/
const transactionControl =
  /^(?:begin|start\s+transaction|commit|rollback|end|abort|prepare\s+transaction)\b(?!\s+atomic)/i

/**
 * Parses one migration.
 *
 * @throws CommandError (refused) when its name or its header is wrong, or it contains `begin` or
 *   `commit`.
 */
export function parseMigration(name: string, source: string): MigrationFile {
  const number = fileName.exec(name)?.[1]
  if (number === undefined || number === '0000')
    throw refusal(`${name} is not named NNNN_slug.sql, from 0001 on: rename it, e.g. with npm run db:new -- slug`)
  const text = source.replaceAll('\r\n', '\n').replace(/^\uFEFF/, '')
  const statements = splitStatements(text)
  const control = statements.find((statement) => transactionControl.test(statement.text))
  if (control)
    throw refusal(
      `${name} says "${control.text.split('\n')[0]}": leave transactions to the runner (--! no-transaction)`,
    )
  return {
    number: Number(number),
    name,
    text,
    checksum: checksumOf(source),
    inTransaction: !opensOut(name, text),
    statements,
  }
}

/** Tells by the `--!` lines at the head of the file whether it runs outside a transaction. */
function opensOut(name: string, text: string): boolean {
  const head = /^(?:\s*--[^\n]*\n|\s*\n)*/.exec(`${text}\n`)?.[0] ?? ''
  const lines = head.split('\n').map((line) => line.trim())
  const directives = lines.filter((line) => line.startsWith('--!')).map((line) => line.slice('--!'.length).trim())
  const unknown = directives.find((directive) => directive !== 'no-transaction')
  if (unknown !== undefined) throw refusal(`${name} says "--! ${unknown}": the only directive is --! no-transaction`)
  return directives.length > 0
}

function refusal(message: string): CommandError {
  return new CommandError(exitCodes.refused, message)
}
