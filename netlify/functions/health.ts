import type { Config } from '@netlify/functions'
import { serve } from './core/infrastructure/http/serve.js'
import { healthOperations } from './core/orchestration/health/operations.js'

export default serve(healthOperations)

export const config: Config = { path: ['/api/v1/health/live', '/api/v1/health/ready'] }
