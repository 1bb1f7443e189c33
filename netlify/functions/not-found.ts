import type { Config } from '@netlify/functions'
import { serve } from './core/infrastructure/http/serve.js'

/** What no other function serves; a test holds the exclusions against the paths of the others. */
export default serve([])

export const config: Config = {
  path: ['/api', '/api/*'],
  excludedPath: [
    '/api/v1',
    '/api/v1/',
    '/api/v1/:resource(auth|exercises|me|sessions)',
    '/api/v1/:resource(auth|exercises|me|sessions)/*',
    '/api/v1/:resource(levels|categories|vocabularies|openapi.json)',
    '/api/v1/health/:probe(live|ready)',
    '/api/v1/progression/*',
  ],
}
