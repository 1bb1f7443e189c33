import type { Config } from '@netlify/functions'
import { serve } from './core/infrastructure/http/serve.js'
import { openApiOperations } from './core/orchestration/operations.js'

export default serve(openApiOperations)

export const config: Config = { path: '/api/v1/openapi.json' }
