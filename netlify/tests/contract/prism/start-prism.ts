import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const script = join(import.meta.dirname, '../../../../node_modules/@stoplight/prism-cli/dist/index.js')
const startMsMax = 60_000

/** Whether Prism is installed here. */
export const hasPrism = existsSync(script)

export type Prism = { readonly origin: string; readonly stop: () => void }

/**
 * Starts Prism as a proxy between a client and an API, on a free port of this machine. It holds
 * every request and every answer against the document, and says in the header `sl-violations` what
 * does not fit. The answer itself passes, so that one violation does not hide the next.
 *
 * @param upstream the API's address with its base path: Prism's paths are those of the document.
 */
export async function startPrism(document: object, upstream: string): Promise<Prism> {
  const folder = mkdtempSync(join(tmpdir(), 'calistheniq-prism-'))
  const file = join(folder, 'openapi.json')
  writeFileSync(file, JSON.stringify(document))
  const options = ['--host', '127.0.0.1', '--port', '0', '--cors', 'false']
  const child = spawn(process.execPath, [script, 'proxy', file, upstream, ...options], {
    env: { PATH: process.env.PATH, NODE_ENV: 'test', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = () => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    return { origin: await originOf(child), stop }
  } catch (error) {
    stop()
    throw error
  }
}

/** Waits until Prism says that it listens; it needs seconds to read the document. */
function originOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const said: string[] = []
    const fail = (what: string) => reject(new Error(`Prism ${what}: ${said.join('\n')}`))
    const timer = setTimeout(() => fail(`did not listen within ${startMsMax} ms`), startMsMax)
    child.once('exit', () => fail('ended before it listened'))
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue
      createInterface(stream).on('line', (line) => {
        said.push(line)
        const origin = /Prism is listening on (http:\/\/\S+?:\d+)/.exec(line)?.[1]
        if (!origin) return
        clearTimeout(timer)
        resolve(origin)
      })
    }
  })
}
