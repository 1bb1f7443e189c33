import { availableParallelism } from 'node:os'
import { setup } from '#database/seed.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { loadBenchData } from '../../data/load.js'

/** How large a database is. */
export type Size = { readonly sessions: number; readonly athletes: number }

/** Loads the library and a history of this size, as `npm run bench:data` makes it, into an empty database. */
export async function loadHistory(url: string, size: Size, log: (line: string) => void): Promise<void> {
  await setup({ database: { url, directUrl: url, readUrl: null, neonEndpoint: null }, disposable: true })
  await loadBenchData({
    ...{ url, ...size },
    seed: 'bench',
    // the day before yesterday is over in every time zone
    until: new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10),
    threads: Math.min(4, availableParallelism()),
    onStep: (step, seconds) => log(mark.done(`${step} (${Math.round(seconds)} s)`)),
  })
}
