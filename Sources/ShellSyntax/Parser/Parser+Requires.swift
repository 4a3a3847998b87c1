import SourceText

extension Parser {
  /// What the `#requires` lines ask for; nil where there are none.
  func scriptRequirements() -> ScriptRequirements? {
    let comments = lexer.requiresComments
    guard !comments.isEmpty else { return nil }
    lexer.requiresComments = []
    var requirements = ScriptRequirements()
    for comment in comments {
      guard let line = command(in: comment) else { continue }
      read(line, into: &requirements)
    }
    return requirements
  }

  private func command(in comment: ScriptExtent) -> CommandAst? {
    let part = ScanText(whole: source.utf8).part(comment.startOffset + 1..<comment.endOffset, without: [])
    let outerMode = lexer.mode
    let state = lexer.startNestedScan(of: part)
    ungotToken = nil
    let result = command()
    ungotToken = nil
    lexer.finishNestedScan(state)
    lexer.mode = outerMode
    return result
  }

  private func read(_ line: CommandAst, into requirements: inout ScriptRequirements) {
    let elements = line.commandElements
    if case .expression(.stringConstant(let name))? = elements.first, name.value.lowercased() != "requires" {
      report(line.extent, .scriptRequiresInvalidFormat)
    }
    var index = 1
    while index < elements.count {
      guard case .parameter(let parameter) = elements[index] else {
        report(elements[index].extent, .scriptRequiresInvalidFormat)
        index += 1
        continue
      }
      index += 1
      var argument = parameter.argument
      if argument == nil, index < elements.count {
        guard case .expression(let expression) = elements[index] else {
          report(elements[index].extent, .requiresArgumentMustBeConstant)
          index += 1
          continue
        }
        argument = expression
        index += 1
      }
      read(parameter, argument, into: &requirements)
    }
  }

  private func read(
    _ parameter: CommandParameterAst, _ argument: ExpressionAst?, into requirements: inout ScriptRequirements
  ) {
    let name = parameter.parameterName
    if isShort(name, of: "runasadministrator") {
      requirements.isElevationRequired = true
      if argument != nil { report(parameter.extent, .parameterCannotHaveArgument(name)) }
      return
    }
    guard let argument else {
      report(parameter.extent, .parameterRequiresArgument(name))
      return
    }
    guard ConstantValues.isConstant(argument, for: .requires) else {
      report(argument.extent, .requiresArgumentMustBeConstant)
      return
    }
    if isShort(name, of: "pssnapin") {
      // Snap-ins are gone; the line is accepted and asks for nothing.
      return
    }
    if isShort(name, of: "shellid") {
      readShellId(parameter, argument, into: &requirements)
    } else if isShort(name, of: "psedition") {
      readEditions(parameter, argument, into: &requirements)
    } else if isShort(name, of: "version") {
      readVersion(parameter, argument, into: &requirements)
    } else if isShort(name, of: "assembly") {
      for case .stringConstant(let item) in items(argument) { requirements.assemblies.append(item.value) }
    } else if isShort(name, of: "modules") {
      readModules(argument, into: &requirements)
    } else {
      report(parameter.extent, .scriptRequiresInvalidFormat)
    }
  }

  private func isShort(_ name: String, of full: String) -> Bool { full.utf8.starts(with: name.lowercased().utf8) }

  private func items(_ argument: ExpressionAst) -> [ExpressionAst] {
    if case .arrayLiteral(let array) = argument { array.elements } else { [argument] }
  }

  private func readShellId(
    _ parameter: CommandParameterAst, _ argument: ExpressionAst, into requirements: inout ScriptRequirements
  ) {
    if requirements.applicationId != nil {
      report(parameter.extent, .parameterAlreadyBound("shellid"))
    } else if case .stringConstant(let text) = argument {
      requirements.applicationId = text.value
    } else {
      report(argument.extent, .requiresInvalidStringArgument("shellid"))
    }
  }

  private func readEditions(
    _ parameter: CommandParameterAst, _ argument: ExpressionAst, into requirements: inout ScriptRequirements
  ) {
    guard requirements.editions.isEmpty else {
      report(parameter.extent, .parameterAlreadyBound("psedition"))
      return
    }
    for item in items(argument) {
      guard case .stringConstant(let text) = item else {
        report(argument.extent, .requiresInvalidStringArgument("psedition"))
        continue
      }
      let edition = text.value.lowercased()
      if edition != "core", edition != "desktop" {
        report(argument.extent, .requiresPSEditionInvalid("psedition"))
      }
      if requirements.editions.contains(where: { $0.lowercased() == edition }) {
        report(argument.extent, .requiresPSEditionValueIsAlreadySpecified("psedition"))
      } else {
        requirements.editions.append(text.value)
      }
    }
  }

  private func readVersion(
    _ parameter: CommandParameterAst, _ argument: ExpressionAst, into requirements: inout ScriptRequirements
  ) {
    var written = source.text(of: argument.extent)
    if case .stringConstant(let text) = argument { written = text.value }
    guard let version = Self.version(written) else {
      report(argument.extent, .requiresVersionInvalid)
      return
    }
    if let other = requirements.version, other != version {
      report(parameter.extent, .parameterAlreadyBound("version"))
    } else {
      requirements.version = version
    }
  }

  /// A version of two to four numbers; one number gets `.0`.
  static func version(_ text: String) -> String? {
    let trimmed = text.split(separator: " ").joined()
    var parts = trimmed.split(separator: ".", omittingEmptySubsequences: false)
    guard !parts.isEmpty, parts.count <= 4, parts.allSatisfy({ Int32($0) != nil && !$0.hasPrefix("-") }) else {
      return nil
    }
    if parts.count == 1 { parts.append("0") }
    return parts.compactMap { Int32($0) }.map(String.init).joined(separator: ".")
  }

  private func readModules(_ argument: ExpressionAst, into requirements: inout ScriptRequirements) {
    for item in items(argument) {
      switch item {
      case .stringConstant(let name): requirements.modules.append(.name(name.value))
      case .hashtable(let specification):
        if let problem = ModuleSpecification.problem(with: specification) {
          let conversion = """
            Cannot convert value "System.Collections.Hashtable" to type \
            "Microsoft.PowerShell.Commands.ModuleSpecification". Error: "\(problem)"
            """
          report(argument.extent, .requiresModuleInvalid(conversion))
          return
        }
        requirements.modules.append(.specification(specification))
      default: requirements.modules.append(.name(source.text(of: item.extent)))
      }
    }
  }
}
