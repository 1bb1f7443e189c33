import { inject, test } from 'vitest'
import { faultChecks } from './checks.js'
import { runCheck } from './run-check.js'

const seed = Number(process.env.FAULTS_SEED ?? 1)

test.for(faultChecks.map((check) => [check.name, check] as const))(
  '%s',
  { timeout: 60_000 },
  async ([, check], { skip }) => {
    const { result, detail } = await runCheck(check, inject('testServer'), { full: false, seed })
    if (result === 'FAILED') throw new Error(detail)
    // what cannot be tried here has not passed
    if (result === 'not run') skip(detail)
  },
)
