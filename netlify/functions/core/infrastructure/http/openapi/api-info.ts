/** What the API is called. */
export const apiName = 'CalisthenIQ'

/** The version of the API, in the OpenAPI document and in the index. */
export const apiVersion = '1.0.0'
