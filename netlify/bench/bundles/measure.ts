import { execFileSync } from 'node:child_process'

export type Loaded = {
  /**
   * What importing it takes of a processor in a fresh process, in milliseconds. On a machine that does
   * nothing else, it is the time that passes; on a busy one, it stays nearly the same.
   */
  readonly loadMs: number
  /** What its first answer takes after that, while no database answers, in milliseconds of a processor. */
  readonly answerMs: number
}

/** One file to import, and the path to ask for; null for a function that the clock calls. */
export type Import = { readonly file: string; readonly asks: string | null }

/** Prints what the import took, and what the first answer after it. */
const program = `
  const spentMs = () => Object.values(process.cpuUsage()).reduce((sum, micros) => sum + micros / 1000, 0)
  const start = spentMs()
  const { default: answer } = await import(process.argv[1])
  const loaded = spentMs()
  if (process.argv[2]) await (await answer(new Request('http://localhost' + process.argv[2]), { ip: '192.0.2.1' })).text()
  process.stdout.write(JSON.stringify({ loadMs: loaded - start, answerMs: spentMs() - loaded }), () => process.exit())`

const settings = {
  AUTH_SECRET: 'a secret for measuring, which is long enough',
  BASE_URL: 'http://localhost',
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nowhere',
  LOG_LEVEL: 'silent',
}

/**
 * Loads each of these files in fresh processes, one after the other and round after round, so that a
 * busy moment of the machine meets all of them alike. Returns the medians, in the same order.
 */
export function measureLoads(imports: readonly Import[], rounds: number): Loaded[] {
  const seen = imports.map((): Loaded[] => [])
  for (let round = 0; round < rounds; round += 1)
    for (const [index, one] of imports.entries()) seen[index]?.push(load(one))
  return seen.map((loads) => ({
    loadMs: median(loads.map(({ loadMs }) => loadMs)),
    answerMs: median(loads.map(({ answerMs }) => answerMs)),
  }))
}

function load({ file, asks }: Import): Loaded {
  const args = ['--input-type=module', '-e', program, file, asks ?? '']
  return JSON.parse(
    execFileSync(process.execPath, args, { encoding: 'utf8', env: { PATH: process.env.PATH, ...settings } }),
  )
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
