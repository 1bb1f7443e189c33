import ts from 'typescript'
import { faultsOf } from './faults-of.js'

/** A small fault at one place of a source file. */
export type Mutant = {
  readonly number: number
  /** The path below `domain/`. */
  readonly file: string
  readonly line: number
  /** The lines around the place, without the fault and with it, each joined into one line. */
  readonly original: string
  readonly changed: string
}

/** A source file with all its mutants in it; `globalThis.isMutant(number)` chooses one of them. */
export type Switched = { readonly code: string; readonly mutants: readonly Mutant[] }

/**
 * Finds the mutants of a source file and puts all of them into it, so that it is compiled only
 * once.
 *
 * @param first the number of the first mutant; the others follow it.
 */
export function switchMutants(file: string, text: string, first: number): Switched {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const mutants: Mutant[] = []
  const add = (node: ts.Node, fault: string) => {
    const number = first + mutants.length
    mutants.push({ number, ...describe(source, node, fault) })
    return number
  }
  const switched = (node: ts.Node): string => {
    if (ts.isTypeNode(node)) return node.getText()
    const faults = (isWithinChain(node) ? [] : faultsOf(node)).map(
      (fault) => `isMutant(${add(node, fault)}) ? (${fault}) : `,
    )
    return faults.length === 0 ? inside(node) : `${beforeStatement(node)}(${faults.join('')}(${inside(node)}))`
  }
  /** Returns the text of a node, with the switches of the mutants inside it. */
  const inside = (node: ts.Node): string => {
    let [code, end] = ['', node.getStart()]
    ts.forEachChild(node, (child) => {
      code += text.slice(end, child.getStart()) + switched(child)
      end = child.getEnd()
    })
    return code + text.slice(end, node.getEnd())
  }
  return { code: inside(source), mutants }
}

/**
 * Tells whether a switch would cut `a?.b` off from the rest of its chain, which would then not be
 * skipped.
 */
function isWithinChain(node: ts.Node): boolean {
  return ts.isOptionalChain(node) && ts.isOptionalChain(node.parent)
}

/**
 * Ends the statement before one that begins with a switch: without a semicolon, the parenthesis would
 * call it.
 */
function beforeStatement({ parent }: ts.Node): string {
  return ts.isExpressionStatement(parent) && 'statements' in parent.parent ? ';' : ''
}

function describe(source: ts.SourceFile, node: ts.Node, fault: string): Omit<Mutant, 'number'> {
  const { text, fileName: file } = source
  const [from, to] = [text.lastIndexOf('\n', node.getStart()) + 1, endOfLine(text, node.getEnd())]
  const oneLine = (code: string) => code.replace(/\s+/g, ' ').trim()
  const changed = text.slice(from, node.getStart()) + fault + text.slice(node.getEnd(), to)
  const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
  return { file, line, original: oneLine(text.slice(from, to)), changed: oneLine(changed) }
}

function endOfLine(text: string, position: number): number {
  const end = text.indexOf('\n', position)
  return end < 0 ? text.length : end
}
