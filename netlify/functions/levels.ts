import type { Config } from '@netlify/functions'
import { serve } from './core/infrastructure/http/serve.js'
import { libraryOperations } from './core/orchestration/library/operations.js'

export default serve(libraryOperations)

export const config: Config = { path: ['/api/v1/levels', '/api/v1/categories', '/api/v1/vocabularies'] }
