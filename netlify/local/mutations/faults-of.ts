import ts from 'typescript'

const { SyntaxKind } = ts

/** The operator that each operator is easily confused with. */
const confusedOperators: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
  [SyntaxKind.LessThanToken]: '<=',
  [SyntaxKind.LessThanEqualsToken]: '<',
  [SyntaxKind.GreaterThanToken]: '>=',
  [SyntaxKind.GreaterThanEqualsToken]: '>',
  [SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [SyntaxKind.AmpersandAmpersandToken]: '||',
  [SyntaxKind.BarBarToken]: '&&',
  [SyntaxKind.PlusToken]: '-',
  [SyntaxKind.MinusToken]: '+',
  [SyntaxKind.AsteriskToken]: '/',
  [SyntaxKind.SlashToken]: '*',
  [SyntaxKind.PlusEqualsToken]: '-=',
  [SyntaxKind.MinusEqualsToken]: '+=',
}

/** The method that each method is easily confused with. */
const confusedMethods: Readonly<Record<string, string>> = { min: 'max', max: 'min', some: 'every', every: 'some' }

/** Lists the small mistakes that could replace an expression, as source text. */
export function faultsOf(node: ts.Node): string[] {
  if (!ts.isExpression(node)) return []
  return [confusedOperator, neighbours, negation, omissions, confusedMethod, nothing].flatMap((faults) => faults(node))
}

function confusedOperator(node: ts.Expression): string[] {
  if (!ts.isBinaryExpression(node)) return []
  const { left, operatorToken, right } = node
  const other = confusedOperators[operatorToken.kind]
  const joinsTexts = operatorToken.kind === SyntaxKind.PlusToken && (isText(left) || isText(right))
  return other === undefined || joinsTexts ? [] : [`${left.getText()} ${other} ${right.getText()}`]
}

/** Tells whether an expression is text, as far as its syntax shows. */
function isText(node: ts.Expression): boolean {
  if (ts.isBinaryExpression(node)) return isText(node.left) || isText(node.right)
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)
}

/** Lists the number below and the number above a number. */
function neighbours(node: ts.Expression): string[] {
  const isName = ts.isPropertyAssignment(node.parent) && node.parent.name === node
  if (!ts.isNumericLiteral(node) || isName) return []
  return [`${Number(node.text) + 1}`, `${Number(node.text) - 1}`]
}

function negation(node: ts.Expression): string[] {
  if (ts.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken) return [node.operand.getText()]
  return isCondition(node) && !isEquality(node) ? [`!(${node.getText()})`] : []
}

function isCondition(node: ts.Expression): boolean {
  const { parent } = node
  if (ts.isConditionalExpression(parent)) return parent.condition === node
  return ts.isIfStatement(parent) && parent.expression === node
}

/** Tells whether the confused operator is the negation already. */
function isEquality(node: ts.Expression): boolean {
  const negating = [SyntaxKind.EqualsEqualsEqualsToken, SyntaxKind.ExclamationEqualsEqualsToken]
  return ts.isBinaryExpression(node) && negating.some((kind) => kind === node.operatorToken.kind)
}

/** Lists a list without each of its elements, or a call of `filter` without the filter. */
function omissions(node: ts.Expression): string[] {
  if (ts.isArrayLiteralExpression(node)) {
    if (isVocabulary(node) || isAssigned(node)) return []
    const elements = node.elements.map((element) => element.getText())
    return elements.map((_, at) => `[${elements.toSpliced(at, 1).join(', ')}]`)
  }
  const method = methodOf(node)
  return method?.name.text === 'filter' ? [method.expression.getText()] : []
}

/**
 * Tells whether a list names the words of a type, as in `z.enum([...])`. Code that uses a word which
 * the list leaves out does not compile, so no test has to notice it.
 */
function isVocabulary({ parent }: ts.ArrayLiteralExpression): boolean {
  return ts.isCallExpression(parent) && parent.expression.getText() === 'z.enum'
}

/** Tells whether a list names the variables of an assignment, as in `[a, b] = f()`. */
function isAssigned(node: ts.ArrayLiteralExpression): boolean {
  const { parent } = node
  return ts.isBinaryExpression(parent) && parent.left === node && parent.operatorToken.kind === SyntaxKind.EqualsToken
}

function confusedMethod(node: ts.Expression): string[] {
  const method = methodOf(node)
  const other = method && confusedMethods[method.name.text]
  if (!method || !other) return []
  const [text, start] = [node.getText(), node.getStart()]
  return [`${text.slice(0, method.name.getStart() - start)}${other}${text.slice(method.name.getEnd() - start)}`]
}

/** Returns the method that an expression calls, with its object. */
function methodOf(node: ts.Expression): ts.PropertyAccessExpression | undefined {
  return ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) ? node.expression : undefined
}

/** Replaces the result of a function that may return null by null. */
function nothing(node: ts.Expression): string[] {
  const { parent } = node
  const isReturned = ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === node)
  const type = isReturned ? ts.findAncestor(parent, ts.isFunctionLike)?.type : undefined
  return type && mayBeNull(type) && node.kind !== SyntaxKind.NullKeyword ? ['null'] : []
}

function mayBeNull(type: ts.TypeNode): boolean {
  return ts.isUnionTypeNode(type) && type.types.some((one) => one.getText() === 'null')
}
