import ShellObjects
import SourceText

/// A constant.
final class ConstantNode: Node {
  let value: Value
  /// Whether it is a word without quotes, in which a program's wildcards count.
  let isBareWord: Bool

  init(_ value: Value, _ extent: ScriptExtent, isBareWord: Bool = false) {
    self.value = value
    self.isBareWord = isBareWord
    super.init(extent)
  }

  /// The bare word `--`.
  var isDoubleDash: Bool {
    if case .string(let text) = value { text == "--" && extent.endOffset - extent.startOffset == 2 } else { false }
  }

  override func eval(_ f: Frame) throws -> Value { value }
}

/// `"text $expandable"`.
final class ExpandableNode: Node {
  enum Part { case text(String), expression(Node) }
  let parts: [Part]

  init(_ parts: [Part], _ extent: ScriptExtent) {
    self.parts = parts
    super.init(extent)
  }

  override func eval(_ f: Frame) throws -> Value {
    var text = ""
    for part in parts {
      switch part {
      case .text(let literal): text += literal
      case .expression(let node): text += try f.session.text(node.eval(f), f.scope)
      }
    }
    return .string(text)
  }
}

/// `1, 2, 3`.
final class ArrayLiteralNode: Node {
  let elements: [Node]

  init(_ elements: [Node], _ extent: ScriptExtent) {
    self.elements = elements
    super.init(extent)
  }

  override func eval(_ f: Frame) throws -> Value {
    var values: [Value] = []
    values.reserveCapacity(elements.count)
    for element in elements { values.append(try element.eval(f)) }
    return .object(PSArray(values))
  }
}

/// `@(…)`.
final class ArrayExpressionNode: Node {
  let body: Statement
  /// The one expression inside, where there is no more: its array passes through.
  let single: Node?

  init(_ body: Statement, _ single: Node?, _ extent: ScriptExtent) {
    self.body = body
    self.single = single
    super.init(extent)
  }

  override func eval(_ f: Frame) throws -> Value {
    if let single {
      let value = try single.eval(f)
      if case .object(let object) = value, object.kind == .array, let array = object as? PSArray,
        array.elementType === PSType.object
      {
        return .object(PSArray(array.elements.filter { !$0.isVoid }))
      }
      return .object(PSArray(try value.enumerated()))
    }
    let collector = Collector()
    try f.session.runEmbedded(body, f.with(out: collector))
    return .object(PSArray(collector.takeAll()))
  }
}

/// `$(…)`.
final class SubExpressionNode: Node {
  let body: Statement

  init(_ body: Statement, _ extent: ScriptExtent) {
    self.body = body
    super.init(extent)
  }

  override func eval(_ f: Frame) throws -> Value {
    let collector = Collector()
    try f.session.runEmbedded(body, f.with(out: collector))
    return collector.take()
  }
}

/// `(pipeline)`: the collected output of a pipeline that is no plain expression.
final class PipelineValueNode: Node {
  let body: Statement

  init(_ body: Statement, _ extent: ScriptExtent) {
    self.body = body
    super.init(extent)
  }

  override func eval(_ f: Frame) throws -> Value {
    let collector = Collector()
    _ = try body.exec(f.with(out: collector))
    return collector.take()
  }
}

/// `@{ a = 1 }` and `[ordered]@{ a = 1 }` and `[pscustomobject]@{ a = 1 }`.
final class HashtableNode: Node {
  enum Form { case hashtable, ordered, customObject }
  let form: Form
  let pairs: [(key: Node, value: Node)]
  /// The shape of a custom object whose names are all constant.
  private let shape: Shape?

  init(_ form: Form, _ pairs: [(key: Node, value: Node)], _ extent: ScriptExtent) {
    self.form = form
    self.pairs = pairs
    let names = pairs.compactMap { pair -> String? in
      if let constant = pair.key as? ConstantNode, case .string(let name) = constant.value { name } else { nil }
    }
    let isPlain =
      names.count == pairs.count && !names.contains { $0.equalsName("PSTypeName") }
      && Set(names.map { Symbol($0) }).count == names.count
    shape = isPlain ? Shape(names: names) : nil
    super.init(extent)
  }

  override func eval(_ f: Frame) throws -> Value {
    if form == .customObject, let shape {
      var values: [Value] = []
      values.reserveCapacity(pairs.count)
      for pair in pairs { values.append(try pair.value.eval(f).withoutVoid) }
      return .object(PSCustomObject(shape, values))
    }
    let table = PSHashtable(form == .hashtable ? .hashtable : .orderedDictionary)
    for pair in pairs {
      let key = try pair.key.eval(f).base
      if key.isNull {
        throw ShellError("A null key is not allowed in a hash literal.", id: "InvalidNullKey", .invalidOperation)
      }
      let value = try pair.value.eval(f).withoutVoid
      if try !table.table.set(key, value) {
        throw ShellError(
          "Duplicate keys '\(try key.text())' are not allowed in hash literals.", id: "DuplicateKeyInHashLiteral",
          .invalidOperation)
      }
    }
    guard form == .customObject else { return .object(table) }
    let object = PSCustomObject()
    for entry in table.table.liveEntries {
      let name = try entry.key.text()
      if name.equalsName("PSTypeName") {
        object.extending().typeNames = [try entry.value.text()] + PSType.customObject.ancestorNames
      } else {
        object.set(name, entry.value)
      }
    }
    return .object(object)
  }
}

extension Value {
  /// Null in place of no output.
  var withoutVoid: Value { isVoid ? .null : self }
}

/// `{ … }` as a value.
final class ScriptBlockNode: Node {
  let block: CompiledBlock

  init(_ block: CompiledBlock, _ extent: ScriptExtent) {
    self.block = block
    super.init(extent)
  }

  override func eval(_ f: Frame) throws -> Value {
    let body = BlockBody(block, f.session, module: f.scope.module)
    body.root = f.scope.scriptScope
    return .object(ScriptBlock(body))
  }
}

/// `[type]`.
final class TypeNode: Node {
  let type: PSType?
  let name: String

  init(_ type: PSType?, _ name: String, _ extent: ScriptExtent) {
    self.type = type
    self.name = name
    super.init(extent)
  }

  func resolve(_ f: Frame) throws -> PSType {
    if let type { return type }
    if let type = f.session.type(named: name, f.scope) { return type }
    throw ShellError.typeNotFound(name)
  }

  override func eval(_ f: Frame) throws -> Value { .object(TypeObject(try resolve(f))) }
}
