import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { type BrowserContext, chromium } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { findChromium } from './browser.js'

/** A browser with a profile of its own on disk, which can be ended as a phone ends an app. */
export type KillableBrowser = {
  readonly context: BrowserContext
  /** Ends it at once, with everything that it has in memory. */
  kill(): Promise<void>
}

/** Starts a Chromium on a profile: the folder of an earlier one holds what that one had on disk. */
export async function startKillableBrowser(profile: string): Promise<KillableBrowser> {
  const options = ['--headless=new', '--remote-debugging-port=0', '--no-first-run', '--no-sandbox']
  const program = spawn(findChromium() ?? '', [...options, `--user-data-dir=${profile}`, 'about:blank'], {
    // a group of its own, so that its helpers end with it
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const kill = async () => {
    if (program.exitCode !== null || program.signalCode !== null) return
    const ended = once(program, 'exit')
    process.kill(-(program.pid ?? 0), 'SIGKILL')
    await ended
  }
  onTestFinished(kill)
  const browser = await chromium.connectOverCDP(await addressIn(program.stderr))
  const [context] = browser.contexts()
  if (!context) throw new Error('The browser has no context.')
  return { context, kill }
}

async function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const found = /DevTools listening on (ws:\S+)/.exec(line)
    if (found?.[1]) return found[1]
  }
  throw new Error('The browser ended before it listened.')
}
