/// Chooses among the overloads of a method as PowerShell does, converts the arguments, and calls.
package enum OverloadChoice {
  private struct Candidate {
    let member: MemberDeclaration
    let types: [PSType?]
    let ranks: [ConversionRank]
    let isExpanded: Bool
  }

  /// Calls the best overload.
  ///
  /// Throws MethodException where none fits or two fit equally well, and MethodInvocationException around what the
  /// body throws. `constraints` are the types an argument was cast to by the script.
  package static func call(
    _ overloads: [MemberDeclaration], name: String, displayName: String? = nil, on target: Value, _ arguments: [Value],
    typeArguments: [PSType] = [], constraints: [PSType?] = []
  ) throws -> Value {
    let member = try choose(overloads, name: displayName ?? name, arguments, constraints)
    let converted = try convert(arguments, for: member, name: name)
    guard let call = member.member.call else { return .null }
    do {
      let result = try call(target, Arguments(converted, typeArguments: typeArguments))
      return member.member.signature.returnTypeName == "void" ? .void : result
    } catch let error as any NetExceptionConvertible {
      throw invocationError(ExceptionObject(error.netException), name, arguments.count)
    }
  }

  /// What a .NET exception inside a method becomes.
  package static func invocationError(_ inner: ExceptionObject, _ name: String, _ count: Int) -> ShellError {
    ShellError(
      "System.Management.Automation.MethodInvocationException",
      "Exception calling \"\(name)\" with \"\(count)\" argument(s): \"\(inner.message)\"", id: inner.type.name,
      .notSpecified, inner: inner)
  }

  private static func choose(
    _ overloads: [MemberDeclaration], name: String, _ arguments: [Value], _ constraints: [PSType?]
  ) throws -> Candidate {
    let overloads = constrained(overloads.filter { accepts($0.signature.parameters, arguments.count) }, constraints)
    if overloads.count == 1, let only = candidate(overloads[0], arguments, constraints, mustConvert: false) {
      return only
    }
    var best: [Candidate] = []
    for member in overloads {
      guard let next = candidate(member, arguments, constraints, mustConvert: true) else { continue }
      guard let current = best.first else {
        best = [next]
        continue
      }
      let order = compare(next, current)
      if order > 0 { best = [next] } else if order == 0 { best.append(next) }
    }
    if best.count > 1 {
      throw ShellError(
        "System.Management.Automation.MethodException",
        "Multiple ambiguous overloads found for \"\(name)\" and the argument count: \"\(arguments.count)\".",
        id: "MethodCountCouldNotFindBest", .notSpecified)
    }
    guard let chosen = best.first else {
      throw ShellError(
        "System.Management.Automation.MethodException",
        "Cannot find an overload for \"\(name)\" and the argument count: \"\(arguments.count)\".",
        id: "MethodCountCouldNotFindBest", .notSpecified)
    }
    return chosen
  }

  private static func accepts(_ parameters: [SignatureParameter], _ count: Int) -> Bool {
    let required = parameters.filter { !$0.isOptional && !$0.isParams }.count
    return count >= required && (parameters.last?.isParams == true || count <= parameters.count)
  }

  private static func candidate(
    _ member: MemberDeclaration, _ arguments: [Value], _ constraints: [PSType?], mustConvert: Bool
  ) -> Candidate? {
    let parameters = member.signature.parameters
    guard accepts(parameters, arguments.count) else { return nil }
    if parameters.last?.isParams == true, let expanded = expand(member, arguments, constraints) { return expanded }
    guard arguments.count <= parameters.count else { return nil }
    var ranks: [ConversionRank] = []
    for (index, argument) in arguments.enumerated() {
      let rank =
        parameters[index].isReference
        ? referenceRank(argument)
        : rank(argument, parameters[index].type, index < constraints.count ? constraints[index] : nil)
      if rank == .none, mustConvert { return nil }
      ranks.append(rank)
    }
    return Candidate(
      member: member, types: parameters.prefix(arguments.count).map(\.type), ranks: ranks, isExpanded: false)
  }

  /// The form of a `params` method in which its last arguments become one array.
  private static func expand(_ member: MemberDeclaration, _ arguments: [Value], _ constraints: [PSType?]) -> Candidate?
  {
    let parameters = member.signature.parameters
    let fixed = parameters.count - 1
    guard let element = parameters.last?.type?.elementType, arguments.count >= fixed else { return nil }
    if arguments.count == parameters.count, case .object(let object) = arguments[fixed].base, object.type.isArray {
      return nil
    }
    var types: [PSType?] = parameters.prefix(fixed).map(\.type)
    types += Array(repeating: element, count: arguments.count - fixed)
    var ranks: [ConversionRank] = []
    for (index, argument) in arguments.enumerated() {
      let rank = rank(argument, types[index], index < constraints.count ? constraints[index] : nil)
      if rank == .none { return nil }
      ranks.append(rank)
    }
    return Candidate(member: member, types: types, ranks: ranks, isExpanded: true)
  }

  private static func referenceRank(_ argument: Value) -> ConversionRank {
    argument.object(as: ReferenceObject.self) == nil ? .none : .identity
  }

  private static func rank(_ argument: Value, _ wanted: PSType?, _ constraint: PSType?) -> ConversionRank {
    guard let wanted else { return .none }
    if let constraint { return constraint === wanted ? .identity : ConversionRank.between(constraint, wanted) }
    return ConversionRank.of(argument, to: wanted)
  }

  /// Positive where the first candidate is better; earlier arguments weigh more.
  private static func compare(_ a: Candidate, _ b: Candidate) -> Int {
    var score = 0
    var weight = a.ranks.count
    for index in a.ranks.indices where index < b.ranks.count {
      score += (a.ranks[index].rawValue - b.ranks[index].rawValue).signum() * weight
      weight -= 1
    }
    if score != 0 { return score }
    score = width(a, b)
    if score != 0 { return score }
    if a.isExpanded != b.isExpanded { return a.isExpanded ? -1 : 1 }
    return specificity(a, b)
  }

  /// Among equally good conversions, widening ones prefer the narrower type and narrowing ones the wider.
  private static func width(_ a: Candidate, _ b: Candidate) -> Int {
    var score = 0
    var weight = a.ranks.count
    for index in a.ranks.indices where index < b.ranks.count {
      defer { weight -= 1 }
      guard a.ranks[index] == b.ranks[index], a.ranks[index].rawValue >= ConversionRank.nullToValue.rawValue,
        let x = a.types[index], let y = b.types[index]
      else { continue }
      let isWidening = a.ranks[index].rawValue >= ConversionRank.numericImplicit.rawValue
      score += narrowness(x, y) * (isWidening ? weight : -weight)
    }
    return score
  }

  /// Positive where the first type is the narrower of the two.
  private static func narrowness(_ x: PSType, _ y: PSType) -> Int {
    if x === y { return 0 }
    if x.code == .decimal, y.code == .double || y.code == .single { return 1 }
    if y.code == .decimal, x.code == .double || x.code == .single { return -1 }
    if x.isAssignable(to: y) || ConversionRank.between(x, y) == .numericImplicit { return 1 }
    if y.isAssignable(to: x) || ConversionRank.between(y, x) == .numericImplicit { return -1 }
    return 0
  }

  /// Positive where the first candidate's parameter types are narrower.
  private static func specificity(_ a: Candidate, _ b: Candidate) -> Int {
    var order = 0
    for (x, y) in zip(a.types, b.types) {
      guard let x, let y, x !== y, !(x.code.isNumeric && y.code.isNumeric) else { continue }
      order += narrowness(x, y)
    }
    return order == 0 ? b.member.signature.parameters.count - a.member.signature.parameters.count : order
  }

  /// The overloads that take exactly the types a script cast its arguments to; all where there are none.
  private static func constrained(_ overloads: [MemberDeclaration], _ constraints: [PSType?]) -> [MemberDeclaration] {
    guard constraints.contains(where: { $0 != nil }) else { return overloads }
    let exact = overloads.filter { member in
      let parameters = member.signature.parameters
      for (index, constraint) in constraints.enumerated() {
        guard let constraint else { continue }
        guard index < parameters.count, parameters[index].type === constraint else { return false }
      }
      return true
    }
    return exact.isEmpty ? overloads : exact
  }

  private static func convert(_ arguments: [Value], for candidate: Candidate, name: String) throws -> [Value] {
    var converted: [Value] = []
    let parameters = candidate.member.signature.parameters
    for (index, argument) in arguments.enumerated() {
      let parameter = index < parameters.count ? parameters[index] : parameters.last
      if parameter?.isReference == true, argument.object(as: ReferenceObject.self) == nil {
        throw ShellError(
          "System.Management.Automation.MethodException",
          "Argument: '\(index + 1)' should be a System.Management.Automation.PSReference. Use [ref].",
          id: "NonRefArgumentToRefParameterMsg", .notSpecified)
      }
      guard parameter?.isReference != true, let wanted = candidate.types[index] else {
        converted.append(argument)
        continue
      }
      // Why: an operator's operands have no names to a script.
      let shown = name.hasPrefix("op_") ? "\(index)" : parameter?.name ?? ""
      converted.append(try convert(argument, to: wanted, shown, name))
    }
    guard candidate.isExpanded, let element = candidate.member.signature.parameters.last?.type?.elementType else {
      return converted
    }
    let fixed = candidate.member.signature.parameters.count - 1
    let rest = PSArray(Array(converted[fixed...]), elementType: element)
    return Array(converted[..<fixed]) + [.object(rest)]
  }

  private static func convert(_ argument: Value, to wanted: PSType, _ parameter: String, _ name: String) throws -> Value
  {
    if wanted === PSType.object { return argument.isVoid ? .null : argument }
    if wanted === PSType.string, case .string = argument { return argument }
    if argument.isNull, !wanted.isValueType { return wanted === PSType.string ? .string("") : .null }
    do { return try argument.converted(to: wanted) } catch let error as ShellError {
      throw argumentError(argument, parameter, name, wanted, error)
    }
  }

  /// What a failed conversion of an argument becomes.
  static func argumentError(
    _ argument: Value, _ parameter: String, _ method: String, _ wanted: PSType, _ cause: ShellError
  ) -> ShellError {
    ShellError(
      "System.Management.Automation.MethodException",
      "Cannot convert argument \"\(parameter)\", with value: \"\(argument.netText)\", for \"\(method)\" to type \"\(wanted.fullName)\": \"\(cause.record.exception.message)\"",
      id: "MethodArgumentConversionInvalidCastArgument", .notSpecified, inner: cause.record.exception)
  }
}
