import type { Config } from '@netlify/functions'
import { serve } from './core/infrastructure/http/serve.js'
import { sessionOperations } from './core/orchestration/sessions/operations.js'

export default serve(sessionOperations)

export const config: Config = { path: ['/api/v1/sessions', '/api/v1/sessions/*'] }
