import { type FaultCheck, NotRun } from './fault-check.js'
import { type FaultServer, openContext } from './support/context.js'

export type CheckResult = {
  readonly name: string
  readonly result: 'passed' | 'FAILED' | 'not run'
  /** What was seen, what went wrong, or why it was not tried. */
  readonly detail: string
  readonly seconds: number
}

type Form = { readonly full: boolean; readonly seed: number }

/** Runs one check and takes away all that it made. */
export async function runCheck({ name, run }: FaultCheck, server: FaultServer, form: Form): Promise<CheckResult> {
  const started = performance.now()
  const { context, close } = openContext(server, form)
  const outcome = await run(context).then((detail) => ({ result: 'passed' as const, detail }), failed)
  await close()
  return { name, ...outcome, seconds: (performance.now() - started) / 1000 }
}

function failed(error: unknown): Pick<CheckResult, 'result' | 'detail'> {
  if (error instanceof NotRun) return { result: 'not run', detail: error.message }
  return { result: 'FAILED', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
