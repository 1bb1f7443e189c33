import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

export type Scheduled = {
  /** The name of the function. */
  readonly name: string
  /** When it runs, in UTC: five fields of cron, or a name for them. */
  readonly schedule: string
}

const named: Readonly<Record<string, string>> = { '@hourly': '0 * * * *', '@daily': '0 0 * * *' }

/** Lists the functions of a folder that run by the clock, as their `config` says. */
export function scheduledFunctions(folder: string): Scheduled[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'))
  return files.flatMap((file) => {
    const [, schedule] = /\bschedule: '([^']+)'/.exec(readFileSync(join(folder, file), 'utf8')) ?? []
    return schedule === undefined ? [] : [{ name: basename(file, '.ts'), schedule }]
  })
}

/**
 * Tells whether a schedule falls into the minute of an instant. Fields are `*`, a number, or `*` with a
 * step; that is all that the functions here use.
 *
 * @throws Error when a field is something else.
 */
export function isDue(schedule: string, at: Date): boolean {
  const fields = (named[schedule] ?? schedule).split(' ')
  const now = [at.getUTCMinutes(), at.getUTCHours(), at.getUTCDate(), at.getUTCMonth() + 1, at.getUTCDay()]
  if (fields.length !== now.length) throw new Error(`"${schedule}" is no schedule of five fields`)
  return fields.every((field, index) => fits(field, now[index] ?? 0, schedule))
}

function fits(field: string, value: number, schedule: string): boolean {
  const [, number, step] = /^(?:(\d{1,2})|\*(?:\/(\d{1,2}))?)$/.exec(field) ?? []
  if (number !== undefined) return Number(number) === value
  if (step !== undefined && Number(step) > 0) return value % Number(step) === 0
  if (field === '*') return true
  throw new Error(`"${schedule}" has a field that npm start does not understand: ${field}`)
}
