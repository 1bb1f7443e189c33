import { isDue, type Scheduled } from './schedules.js'

const minute = 60_000

type Running = {
  readonly functions: readonly Scheduled[]
  /** Runs a function by its name, to its end. */
  readonly run: (name: string) => Promise<void>
  readonly clock?: () => number
}

/**
 * Runs functions at the minutes of their schedules, as the platform does: webhooks are sent, and exports
 * made. One that still runs is not run a second time beside itself.
 *
 * @returns what ends it.
 */
export function runScheduled({ functions, run, clock = Date.now }: Running): () => void {
  const busy = new Set<string>()
  const runDue = (at: Date) => {
    for (const { name, schedule } of functions) {
      if (busy.has(name) || !isDue(schedule, at)) continue
      busy.add(name)
      void run(name).finally(() => busy.delete(name))
    }
  }
  const next = () => {
    timer = setTimeout(
      () => {
        runDue(new Date(clock()))
        next()
      },
      minute - (clock() % minute),
    )
    timer.unref()
  }
  let timer: NodeJS.Timeout
  next()
  return () => clearTimeout(timer)
}

/** Makes what runs a function in `netlify dev`, as its clock would; a failure is told, and the next minute tries again. */
export function invokeAt(functionsPort: number, tell: (line: string) => void): (name: string) => Promise<void> {
  return async (name) => {
    try {
      const answer = await fetch(`http://127.0.0.1:${functionsPort}/.netlify/functions/${name}`, { method: 'POST' })
      await answer.text()
      if (!answer.ok) tell(`The scheduled function ${name} failed with ${answer.status}.`)
    } catch (error) {
      tell(`The scheduled function ${name} could not be run: ${error instanceof Error ? error.message : error}`)
    }
  }
}
