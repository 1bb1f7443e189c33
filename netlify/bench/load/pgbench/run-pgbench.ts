import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const debian = '/usr/lib/postgresql'

/** Finds the program: on the path, or where Debian keeps it; null where there is none. */
export function findPgbench(): string | null {
  const folders = (process.env.PATH ?? '').split(':')
  const versions = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin')) : []
  return [...folders, ...versions].map((folder) => join(folder, 'pgbench')).find((path) => existsSync(path)) ?? null
}

type Run = {
  readonly url: string
  readonly scripts: readonly string[]
  readonly connections: number
  readonly seconds: number
}

/** Lets pgbench run scripts in turn, by chance, as prepared statements; transactions per second. */
export async function runPgbench(program: string, { url, scripts, connections, seconds }: Run): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'calistheniq-pgbench-'))
  try {
    const files = scripts.flatMap((script, index) => {
      const file = join(folder, `${index}.sql`)
      writeFileSync(file, script)
      return ['-f', file]
    })
    const load = ['-c', `${connections}`, '-j', '1', '-T', `${Math.max(1, Math.round(seconds))}`]
    const { stdout } = await promisify(execFile)(program, ['-n', '-M', 'prepared', ...load, ...files, url])
    return Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
