/** The options of `npm run bench:data`, as `parseArgs` takes them. */
export const benchDataOptions = {
  sessions: { type: 'string' },
  athletes: { type: 'string' },
  seed: { type: 'string' },
  url: { type: 'string' },
} as const

export const benchDataUsage =
  'npm run bench:data [-- [--sessions 1000000] [--athletes N] [--seed TEXT] [--url postgres://… | BENCH_DATABASE_URL]]'
