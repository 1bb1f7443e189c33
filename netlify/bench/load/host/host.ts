import { serveHere } from '../servers/serve.js'
import { listenerOf } from './listener.js'
import { loadFunctions } from './load-functions.js'

/** Serves packed functions (BENCH_FUNCTIONS) as a platform does, and does nothing else. */
await serveHere(async () => listenerOf(await loadFunctions(process.env.BENCH_FUNCTIONS ?? '')))
