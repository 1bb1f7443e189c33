import { ruleBook } from '#domain/rules/rules-in-force.js'
import { describeDifference } from '#orchestration/training/rebuild/difference.js'
import { eachAthlete } from '#orchestration/training/rebuild/each-athlete.js'
import { rebuildAthlete } from '../commands/rebuild.js'
import type { Database } from '../connection.js'
import type { Check, Finding } from './check.js'

const findingsMax = 100

/**
 * The width of a described difference: a line has 160 columns, and begins with the names of the
 * check and the athlete.
 */
const columnsMax = 80

/**
 * Checks that every athlete's stored state follows from the facts, and that tables and events hold
 * the same facts. Summaries have a check of their own.
 */
export const derivedStateCheck: Check = {
  name: 'derived state equal to the facts',
  run: async (database: Database) => {
    const findings: Finding[] = []
    for await (const userId of eachAthlete(database)) {
      const differences = await rebuildAthlete(database, ruleBook, userId)
      for (const difference of differences.filter(({ part }) => part !== 'summaries')) {
        findings.push({ subject: `athlete ${userId}`, problem: describeDifference(difference, { columnsMax }) })
      }
      if (findings.length >= findingsMax) break
    }
    return findings.slice(0, findingsMax)
  },
}
