import { type PlanNode, visitedIn } from '#tests/support/counting-database.js'
import { withClient } from '#tests/support/with-client.js'

const settings = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_buffers': 'on',
  'auto_explain.log_timing': 'off',
  // what functions and foreign keys look at is read too
  'auto_explain.log_nested_statements': 'on',
  'auto_explain.log_format': 'json',
  // a notice goes to the client alone, so the server's log stays as it is
  'auto_explain.log_level': 'notice',
}

/** Tells why a server cannot tell plans; null where it can. */
export async function whyNoPlans(databaseUrl: string): Promise<string | null> {
  try {
    await withClient(databaseUrl, (client) => client.query(`load 'auto_explain'`))
    return null
  } catch (error) {
    return `auto_explain cannot be loaded: ${error instanceof Error ? error.message : error}`
  }
}

/**
 * Lets every new connection to a database tell the plan of each statement that it runs, as
 * `explain (analyze, buffers)` would: of the statement itself, while it runs.
 */
export async function tellPlans(databaseUrl: string, tell: boolean): Promise<void> {
  const name = new URL(databaseUrl).pathname.slice(1)
  await withClient(databaseUrl, async (client) => {
    for (const [setting, value] of Object.entries(settings)) {
      await client.query(`alter database ${name} ${tell ? `set ${setting} = '${value}'` : `reset ${setting}`}`)
    }
  })
}

type Explained = { readonly Plan: PlanNode & Buffers }
type Buffers = { readonly 'Shared Hit Blocks'?: number; readonly 'Shared Read Blocks'?: number }

export type LookedAt = { readonly rows: number; readonly pages: number }

/** How many rows the plans in these notices looked at, in all their nodes, and how many pages of 8 kB. */
export function lookedAt(notices: readonly string[]): LookedAt {
  const plans = notices.flatMap((notice) => {
    const at = notice.indexOf('plan:')
    return at < 0 ? [] : [(JSON.parse(notice.slice(at + 'plan:'.length)) as Explained).Plan]
  })
  const pagesOf = (plan: Buffers) => (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0)
  return {
    rows: plans.reduce((sum, plan) => sum + visitedIn(plan), 0),
    pages: plans.reduce((sum, plan) => sum + pagesOf(plan), 0),
  }
}
