import ShellObjects

extension Session {
  /// `ForEach` and `Where`, which every value has; nil for other names.
  func intrinsicMethod(of object: Value, _ name: Symbol, _ arguments: [Value], _ f: Frame) throws -> Value? {
    switch name {
    case .forEach: try forEachMethod(object, arguments, f)
    case .whereName: try whereMethod(object, arguments, f)
    case .getNewClosure where arguments.isEmpty: closure(object, f)
    case .getType where arguments.isEmpty: .object(TypeObject(object.type))
    case .toString where arguments.isEmpty:
      // Why: only a cast to string shortens a type's name.
      .string(try object.object(as: TypeObject.self)?.represented.fullName ?? object.text())
    case .equals where arguments.count == 1: .bool(try object.netEquals(arguments[0]))
    case .getHashCode where arguments.isEmpty: .int32(Int32(truncatingIfNeeded: try object.netHash()))
    case .compareTo where arguments.count == 1:
      try object.netCompare(try arguments[0].converted(to: object.type)).map { .int32($0 < 0 ? -1 : $0 > 0 ? 1 : 0) }
    default: nil
    }
  }

  /// `GetNewClosure()`: the block with the variables of the scope it is called in.
  private func closure(_ object: Value, _ f: Frame) -> Value? {
    guard let body = object.object(as: ScriptBlock.self)?.body as? BlockBody else { return nil }
    let home = Scope(.module, Layout(), parent: globalScope)
    let names = f.scope.variableNames.filter { $0 != .underscore && $0 != .args && $0 != .input && $0 != .this }
    for name in names { if let value = f.scope.stored(name) { home.store(name, value.content) } }
    let made = BlockBody(body.block, self, module: body.module)
    made.home = home
    return .object(ScriptBlock(made))
  }

  private static let collectionType =
    PSType.parse("System.Collections.ObjectModel.Collection[psobject]") ?? PSType.object.arrayType

  private func collection(_ values: [Value]) -> Value { .object(ListObject(values, Self.collectionType)) }

  private func forEachMethod(_ object: Value, _ arguments: [Value], _ f: Frame) throws -> Value? {
    guard let first = arguments.first else { return nil }
    let items = object.isEnumerable ? try object.enumerated() : [object]
    let collector = Collector()
    if let block = first.object(as: ScriptBlock.self) {
      let runner = CallerBlockRunner(block, f.with(out: collector))
      for item in items { try runner.run(item) }
      return collection(collector.takeAll())
    }
    if let type = first.object(as: TypeObject.self)?.represented {
      return collection(try items.map { try convert($0, to: type) })
    }
    let text = try text(first, f.scope)
    let symbol = Symbol(text)
    for item in items {
      if item.type.members.instance[symbol]?.isMethod == true {
        let result = try callMethod(item, text, symbol, Array(arguments.dropFirst()), [], [], f)
        if !result.isVoid { try collector.write(result) }
      } else if arguments.count > 1 {
        try setProperty(of: item, text, arguments[1], f)
      } else {
        try collector.writeEnumerated(property(of: item, text, symbol, f))
      }
    }
    return collection(collector.takeAll())
  }

  private func whereMethod(_ object: Value, _ arguments: [Value], _ f: Frame) throws -> Value? {
    guard let block = arguments.first?.object(as: ScriptBlock.self) else { return nil }
    let mode = arguments.count > 1 ? try arguments[1].text().lowercased() : "default"
    var limit = 0
    if arguments.count > 2, case .int32(let number) = try arguments[2].converted(to: .int32) { limit = Int(number) }
    let items = object.isEnumerable ? try object.enumerated() : [object]
    let runner = CallerBlockRunner(block, f)
    var chosen: [Value] = []
    var rest: [Value] = []
    var isPassing = false
    for item in items {
      switch mode {
      case "first", "default":
        let wanted = limit > 0 ? limit : mode == "first" ? 1 : Int.max
        if chosen.count >= wanted { return collection(chosen) }
        if try runner.test(item) { chosen.append(item) }
      case "last": if try runner.test(item) { chosen.append(item) }
      case "skipuntil":
        if try !isPassing && runner.test(item) { isPassing = true }
        if isPassing, limit == 0 || chosen.count < limit { chosen.append(item) }
      case "until":
        if try runner.test(item) { return collection(chosen) }
        if limit > 0, chosen.count >= limit { return collection(chosen) }
        chosen.append(item)
      case "split":
        if limit == 0 || chosen.count < limit, try runner.test(item) { chosen.append(item) } else { rest.append(item) }
      default: return nil
      }
    }
    if mode == "last" { return collection(Array(chosen.suffix(limit > 0 ? limit : 1))) }
    if mode == "split" { return .object(PSArray([collection(chosen), collection(rest)])) }
    return collection(chosen)
  }

  /// Static methods that only the engine can provide; nil for all others.
  func callEngineStatic(_ type: PSType, _ name: Symbol, _ arguments: [Value], _ f: Frame) throws -> Value? {
    if type === PSType.scriptBlock, name == .create, let text = arguments.first {
      do { return .object(try makeScriptBlock(try self.text(text, f.scope))) } catch let error as ShellError {
        throw OverloadChoice.invocationError(error.record.exception, "Create", arguments.count)
      }
    }
    return nil
  }

  /// Conversions that only the engine can make; nil for all others.
  func engineConversion(_ value: Value, _ type: PSType) throws -> Value? {
    if type === PSType.customObject, let table = value.object(as: PSHashtable.self) {
      let object = PSCustomObject()
      for entry in table.table.liveEntries { object.set(try entry.key.text(), entry.value) }
      return .object(object)
    }
    if type === PSType.customObject { return value }
    if type === PSType.type, case .string(let text) = value.base {
      if let found = self.type(named: text, currentScope) { return .object(TypeObject(found)) }
      throw ShellError(
        "System.Management.Automation.PSInvalidCastException",
        "Cannot convert the \"\(text)\" value of type \"System.String\" to type \"System.Type\".",
        id: "InvalidCastFromStringToType", .invalidArgument)
    }
    return nil
  }

  /// Text with variables and subexpressions replaced.
  func expand(_ text: String) throws -> String {
    let quoted = "@\"\n" + text + "\n\"@"
    return try Value.collected(makeScriptBlock(quoted).invoke([])).text()
  }
}

extension Symbol {
  static let getNewClosure = Symbol("GetNewClosure")
  static let getType = Symbol("GetType")
  static let toString = Symbol("ToString")
  static let equals = Symbol("Equals")
  static let getHashCode = Symbol("GetHashCode")
  static let compareTo = Symbol("CompareTo")
  static let create = Symbol("Create")
}
