// Shows every operation of the API that this page was served with, and calls it.

const address = '/api/v1/openapi.json'

/**
 * Takes the examples off what may be left out: the explorer would send each of them as if somebody had
 * typed it.
 */
function withoutExamples(document) {
  const parameters = [
    ...Object.values(document.components.parameters ?? {}),
    ...Object.values(document.paths).flatMap((path) =>
      Object.values(path).flatMap(({ parameters = [] }) => parameters),
    ),
  ]
  for (const parameter of parameters) {
    if (parameter.required || !parameter.schema) continue
    for (const holder of [parameter, parameter.schema]) {
      delete holder.example
      delete holder.examples
    }
  }
  return document
}

const explorer = globalThis.SwaggerUIBundle({
  spec: withoutExamples(await (await fetch(address)).json()),
  dom_id: '#explorer',
  deepLinking: true,
  displayOperationId: true,
  displayRequestDuration: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  filter: true,
  tryItOutEnabled: true,
  validatorUrl: null,
  responseInterceptor: (answer) => {
    // who signs in here may call everything else at once
    if (answer.obj?.accessToken) explorer.preauthorizeApiKey('accessToken', answer.obj.accessToken)
    return answer
  },
})
