import CmdletKit
import ShellObjects
import ShellSyntax
import SourceText

/// An attribute of a parameter, variable or block, with its arguments compiled.
final class CompiledAttribute {
  let name: String
  let positional: [Node]
  let named: [(name: String, value: Node?)]

  init(_ name: String, _ positional: [Node], _ named: [(name: String, value: Node?)]) {
    self.name = name
    self.positional = positional
    self.named = named
  }

  /// Whether this is the attribute of that name, with or without `Attribute` and namespace.
  func isNamed(_ wanted: String) -> Bool {
    let last = name.split(separator: ".").last.map(String.init) ?? name
    return last.equalsName(wanted) || last.equalsName(wanted + "Attribute")
  }
}

/// A parameter of a function or script block.
final class CompiledParameter {
  let name: String
  let symbol: Symbol
  let slot: Int
  let type: TypeNode?
  let attributes: [CompiledAttribute]
  let defaultValue: Node?
  let extent: ScriptExtent

  init(
    _ name: String, _ slot: Int, _ type: TypeNode?, _ attributes: [CompiledAttribute], _ defaultValue: Node?,
    _ extent: ScriptExtent
  ) {
    self.name = name
    symbol = Symbol(name)
    self.slot = slot
    self.type = type
    self.attributes = attributes
    self.defaultValue = defaultValue
    self.extent = extent
  }
}

/// A script block ready to run: its parameters, its blocks, and the layout of its variables.
final class CompiledBlock {
  let source: SourceFile
  let ast: ScriptBlockAst
  let layout: Layout
  let parameters: [CompiledParameter]
  let attributes: [CompiledAttribute]
  let dynamicParam: Statement?
  let begin: Statement?
  let process: Statement?
  let end: Statement?
  let clean: Statement?
  /// Whether the block is a filter: its only block runs for each object.
  let isFilter: Bool
  /// Whether arguments are bound as a cmdlet's: `[CmdletBinding()]`, or any `[Parameter()]`.
  let isAdvanced: Bool
  /// Whether every parameter is plain enough that positional arguments can be stored without a binder.
  let isSimple: Bool
  /// What binding needs to know, made at the first call.
  var metadata: FunctionMetadata?
  var callsBaseConstructor = false
  /// The parameters of `function f($a) { }` as a param block; empty where the body has its own.
  var parameterText = ""

  init(
    source: SourceFile, ast: ScriptBlockAst, layout: Layout, parameters: [CompiledParameter],
    attributes: [CompiledAttribute], dynamicParam: Statement?, begin: Statement?, process: Statement?,
    end: Statement?, clean: Statement?, isFilter: Bool
  ) {
    self.source = source
    self.ast = ast
    self.layout = layout
    self.parameters = parameters
    self.attributes = attributes
    self.dynamicParam = dynamicParam
    self.begin = begin
    self.process = process
    self.end = end
    self.clean = clean
    self.isFilter = isFilter
    isAdvanced =
      attributes.contains { $0.isNamed("CmdletBinding") }
      || parameters.contains { $0.attributes.contains { $0.isNamed("Parameter") } }
    isSimple =
      !isAdvanced && dynamicParam == nil && begin == nil && process == nil && clean == nil && !isFilter
      && parameters.allSatisfy(\.attributes.isEmpty)
  }

  /// Slots that some statement of the body or of a block inside it assigns.
  var assignedSlots: Set<Int> { layout.assigned }

  /// A block without content, for reading attributes that belong to a variable.
  static func empty(_ f: Frame) -> CompiledBlock {
    let source = f.scope.current?.source ?? SourceFile(name: nil, text: "")
    return Compiler.separate(Parser.parse(SourceFile(name: nil, text: "")).ast, source, f.session)
  }

  var hasProcessBlock: Bool { process != nil }

  /// The text between the braces, as written.
  var bodyText: String {
    let text = source.text(of: ast.extent)
    guard text.hasPrefix("{"), text.hasSuffix("}") else { return text }
    return parameterText + String(text.dropFirst().dropLast())
  }

  func attribute(_ name: String) -> CompiledAttribute? { attributes.first { $0.isNamed(name) } }
}

/// A function's body, compiled when it is first called.
final class FunctionSource {
  private let make: () -> CompiledBlock
  lazy var block: CompiledBlock = make()

  init(_ make: @escaping () -> CompiledBlock) { self.make = make }
}
