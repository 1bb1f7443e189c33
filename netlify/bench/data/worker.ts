import { parentPort, workerData } from 'node:worker_threads'
import { loadPart, type Part } from './load-part.js'

// a thread of `inThreads`: it tells how many sessions each day brought
await loadPart(workerData as Part, (sessions) => parentPort?.postMessage(sessions))
