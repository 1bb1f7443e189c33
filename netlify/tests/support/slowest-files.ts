import type { Reporter, TestModule } from 'vitest/node'
import { textTable } from '#infrastructure/command-line/text-table.js'

const filesShown = 10

/** Prints the files that took longest, once there are more than fit in the list. */
export default class SlowestFiles implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    if (modules.length <= filesShown) return
    const slowest = modules.toSorted((a, b) => secondsOf(b) - secondsOf(a)).slice(0, filesShown)
    const rows = slowest.map((module) => [secondsOf(module).toFixed(1), module.project.name, module.relativeModuleId])
    console.log(['', ...textTable(['seconds', 'project', 'slowest files'], rows)].join('\n'))
  }
}

/** From the import of a file to its last test. */
function secondsOf(module: TestModule): number {
  const { setupDuration, collectDuration, duration } = module.diagnostic()
  return (setupDuration + collectDuration + duration) / 1000
}
