import type { Config } from '@netlify/functions'
import { openApiOperations } from './core/infrastructure/http/openapi/operations.js'
import { serve } from './core/infrastructure/http/serve.js'

export default serve(openApiOperations)

export const config: Config = { path: ['/api/v1', '/api/v1/', '/api/v1/openapi.json'] }
