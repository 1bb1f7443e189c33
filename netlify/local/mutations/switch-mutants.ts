import ts from 'typescript'
import { faultsOf } from './faults-of.js'

/** A small fault at one place of a source. */
export type Mutant = {
  readonly number: number
  /** Below the domain. */
  readonly file: string
  readonly line: number
  /** The lines around the place without a fault and with it, each as one line. */
  readonly original: string
  readonly changed: string
}

/** A source with all its mutants in it, of which `globalThis.isMutant(number)` chooses one. */
export type Switched = { readonly code: string; readonly mutants: readonly Mutant[] }

/**
 * Finds the mutants of a source and puts them into it, so that it is compiled once for all of them.
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
    return faults.length === 0 ? inside(node) : `(${faults.join('')}(${inside(node)}))`
  }
  /** The text of a node, with the switches of what it consists of. */
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

/** Tells whether a switch would cut `a?.b` off from the rest of its chain, which then would not be skipped. */
function isWithinChain(node: ts.Node): boolean {
  return ts.isOptionalChain(node) && ts.isOptionalChain(node.parent)
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
