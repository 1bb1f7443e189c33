import type { Client } from 'pg'
import { errorCode } from '../pg-session/pg-session.js'
import { buildTexts } from './build-texts.js'
import { canonicalNames, knownColumns, typeNames } from './catalog.js'
import { columnFaults } from './column-faults.js'
import { describeStatement } from './describe-statement.js'
import { explainStatement, type PlanSummary } from './explain-statement.js'
import type { AnyStatement } from './find-statements.js'
import { castsOf, parameterFaults } from './parameter-faults.js'

/** What the check of a statement found; the plan is that of its first text. */
export type StatementReport = {
  readonly name: string
  readonly faults: readonly string[]
  readonly plan: PlanSummary | null
}

/**
 * The roles that statements run as: the operator, the athletes, and the owner (null), as which the
 * account service runs.
 */
const roles = ['calistheniq_operator', 'calistheniq_app', null] as const

/**
 * Checks a declared statement against the schema: it parses, and its parameters, columns, types and
 * nullability are as declared.
 */
export async function checkStatement(client: Client, statement: AnyStatement): Promise<StatementReport> {
  const { texts, fault } = buildTexts(statement)
  const faults = fault === null ? [] : [fault]
  let plan: PlanSummary | null = null
  for (const text of texts) {
    const checked = await checkText(client, statement, text)
    faults.push(...checked.faults)
    plan ??= checked.plan
  }
  return { name: statement.statementName, faults, plan }
}

type TextReport = Omit<StatementReport, 'name'>

async function checkText(client: Client, statement: AnyStatement, text: string): Promise<TextReport> {
  try {
    const { parameterTypeIds, columns } = await describeStatement(client, text)
    const casts = castsOf(text)
    const canonical = await canonicalNames(
      client,
      casts.map((cast) => cast ?? ''),
    )
    const faults = parameterFaults(casts, canonical, await typeNames(client, parameterTypeIds))
    if (statement.row) faults.push(...columnFaults(text, await knownColumns(client, columns ?? []), statement.row))
    return { faults, plan: await planAsAllowed(client, text, parameterTypeIds.length) }
  } catch (error) {
    return { faults: [error instanceof Error ? error.message : String(error)], plan: null }
  }
}

/** Plans the statement as the first role that may run it. */
async function planAsAllowed(client: Client, text: string, parameters: number): Promise<PlanSummary> {
  for (const role of roles) {
    await client.query('begin')
    try {
      if (role) await client.query(`set local role ${role}`)
      return await explainStatement(client, text, parameters)
    } catch (error) {
      if (role === null || errorCode(error) !== '42501') throw error
    } finally {
      // a prepared statement outlives the transaction
      await client.query('rollback; deallocate all')
    }
  }
  throw new Error('no role may run this statement')
}
