import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import * as z from 'zod'

/** What a run of vitest wrote into its JSON report. */
export type TestReport = {
  readonly passed: number
  readonly files: readonly TestFile[]
  /** True when the run reached its end without a failure. */
  readonly complete: boolean
}

export type FailedTest = { readonly file: string; readonly name: string; readonly message: string }

export type TestFile = z.output<typeof TestFile>

const TestFile = z.object({
  name: z.string(),
  status: z.string(),
  message: z.string().default(''),
  /** In milliseconds since the epoch. */
  startTime: z.number().default(0),
  endTime: z.number().default(0),
  assertionResults: z.array(
    z.object({
      fullName: z.string(),
      status: z.string(),
      failureMessages: z.array(z.string()).nullish(),
      /** What a test reports that it saw. */
      meta: z.object({ seen: z.string().optional() }).optional(),
    }),
  ),
})

const Report = z.object({ numPassedTests: z.number(), testResults: z.array(TestFile) })

/** Reads a report. A run without a report did not reach its end. */
export function readTestReport(file: string, ok: boolean): TestReport {
  if (!existsSync(file)) return { passed: 0, files: [], complete: false }
  const { numPassedTests, testResults } = Report.parse(JSON.parse(readFileSync(file, 'utf8')))
  return { passed: numPassedTests, files: testResults, complete: ok }
}

/** Lists the tests that failed; a file that failed as a whole counts as one. */
export function failuresIn({ files }: TestReport): readonly FailedTest[] {
  return files.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(process.cwd(), name)
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (failed.length > 0)
      return failed.map((test) => ({ file, name: test.fullName, message: (test.failureMessages ?? []).join('\n') }))
    return status === 'failed' ? [{ file, name: 'the file as a whole', message }] : []
  })
}
