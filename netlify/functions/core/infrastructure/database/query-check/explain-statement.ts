import type { Client } from 'pg'

type PlanNode = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Index Cond'?: string
  readonly Plans?: readonly PlanNode[]
}

/**
 * How the server would run a statement with unknown values, if it could only read tables through
 * indexes.
 */
export type PlanSummary = {
  /** The nodes from the top down, until the plan branches. */
  readonly top: readonly string[]
  /** Indexes that serve a condition. */
  readonly indexes: readonly string[]
  /** The tables that are read completely, because no index helps. */
  readonly wholeTables: readonly string[]
}

/**
 * Plans a statement without running it. The session must be in a transaction, whose settings this
 * changes.
 */
export async function explainStatement(client: Client, text: string, parameters: number): Promise<PlanSummary> {
  await client.query(`set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off`)
  await client.query(`prepare explained as ${text}`)
  const values = parameters === 0 ? '' : `(${Array.from({ length: parameters }, () => 'null').join(', ')})`
  const { rows } = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
    `explain (format json, costs off) execute explained${values}`,
  )
  const plan = rows[0]?.['QUERY PLAN'][0]?.Plan
  const nodes = plan ? allNodes(plan) : []
  return {
    top: plan ? topOf(plan) : [],
    indexes: unique(nodes.filter(usesCondition).map((node) => node['Index Name'])),
    wholeTables: unique(nodes.filter(readsAll).map((node) => node['Relation Name'])),
  }
}

function allNodes(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(allNodes)]
}

function topOf(node: PlanNode): string[] {
  const own = [node['Node Type'], node['Relation Name']].filter((part) => part !== undefined).join(' on ')
  const [only, ...more] = node.Plans ?? []
  return [own, ...(only && more.length === 0 ? topOf(only) : [])]
}

function usesCondition(node: PlanNode): boolean {
  return node['Index Name'] !== undefined && node['Index Cond'] !== undefined
}

/** Tells whether a node reads a whole table, directly or along an index. */
function readsAll(node: PlanNode): boolean {
  return (
    node['Relation Name'] !== undefined && /^(Seq|Index( Only)?) Scan$/.test(node['Node Type']) && !usesCondition(node)
  )
}

function unique(names: readonly (string | undefined)[]): string[] {
  return [...new Set(names.flatMap((name) => name ?? []))].sort()
}
