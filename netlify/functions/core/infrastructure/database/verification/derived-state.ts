import { ruleBook } from '#domain/rules/rules-in-force.js'
import { describeDifference } from '#orchestration/training/rebuild/difference.js'
import { eachAthlete } from '#orchestration/training/rebuild/each-athlete.js'
import { rebuildAthlete } from '../commands/rebuild.js'
import type { Database } from '../connection.js'
import type { Check, Finding } from './check.js'

const findingsMax = 100

/** What the names of the check and of the athlete leave of a line of 160 columns. */
const columnsMax = 80

/**
 * What is stored of every athlete is what follows from the facts, and tables and events tell the
 * same facts. Summaries have a check of their own.
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
