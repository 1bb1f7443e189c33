import { servedOperations } from '#http/openapi/operations.js'
import { serve } from '#http/serve.js'
import { listen } from './node-server.js'

/**
 * An API in a process of its own, configured by its environment; it says its port and serves until
 * it is killed.
 */
console.log(await listen(serve(servedOperations)))
