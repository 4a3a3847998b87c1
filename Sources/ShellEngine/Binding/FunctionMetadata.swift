import CmdletKit
import ShellObjects
import SourceText

/// The declared parameters of a function or script block, as binding and `Get-Command` need them.
final class FunctionMetadata {
  let command: CommandMetadata
  let confirmImpact: ConfirmImpact
  /// The types of the parameters in their order.
  let types: [PSType]

  private init(_ command: CommandMetadata, _ confirmImpact: ConfirmImpact) {
    self.command = command
    self.confirmImpact = confirmImpact
    types = command.parameters.map(\.type)
  }

  /// The metadata of a block, made at the first call.
  ///
  /// Throws where an attribute's argument fails.
  static func of(_ block: CompiledBlock, _ session: Session) throws -> FunctionMetadata {
    if let known = block.metadata { return known }
    let reader = AttributeReader(session, block)
    let binding = try block.attribute("CmdletBinding").map(reader.arguments) ?? [:]
    let positional = binding["positionalbinding"]?.isTrue ?? true
    let declarations = try reader.declarations(positionalBinding: positional)
    let impact = try binding["confirmimpact"].flatMap { value in
      ["none", "low", "medium", "high"].firstIndex(of: try value.text().lowercased()).flatMap(ConfirmImpact.init)
    }
    let metadata = FunctionMetadata(
      CommandMetadata(
        declarations, defaultSet: try binding["defaultparametersetname"]?.text(), hasCommonParameters: block.isAdvanced,
        supportsShouldProcess: binding["supportsshouldprocess"]?.isTrue ?? false), impact ?? .medium)
    block.metadata = metadata
    return metadata
  }
}

/// Turns the attributes of a block's parameters into declarations.
struct AttributeReader {
  let session: Session
  let block: CompiledBlock

  init(_ session: Session, _ block: CompiledBlock) {
    self.session = session
    self.block = block
  }

  /// The named arguments of an attribute, by folded name; one without a value is true.
  func arguments(_ attribute: CompiledAttribute) throws -> [String: Value] {
    var values: [String: Value] = [:]
    for (name, node) in attribute.named {
      values[name.lowercased()] = try node.map { try session.constant($0) } ?? .bool(true)
    }
    return values
  }

  func declarations(positionalBinding: Bool) throws -> [ParameterDeclaration] {
    var declarations = try block.parameters.map(declaration)
    let anyPosition = declarations.contains { $0.sets.values.contains { $0.position != nil } }
    let isPositional = positionalBinding && !(block.isAdvanced && anyPosition)
    if isPositional {
      var next = 0
      for index in declarations.indices where !declarations[index].isSwitch {
        for set in declarations[index].sets.keys
        where declarations[index].sets[set]?.position == nil
          && declarations[index].sets[set]?.fromRemainingArguments != true
        {
          declarations[index].sets[set]?.position = next
        }
        next += 1
      }
    }
    return declarations
  }

  private func declaration(_ parameter: CompiledParameter) throws -> ParameterDeclaration {
    var type = PSType.object
    if let node = parameter.type { type = try session.resolve(node) }
    var declaration = ParameterDeclaration(parameter.name, type: type)
    declaration.symbol = parameter.symbol
    for attribute in parameter.attributes { try apply(attribute, &declaration) }
    if declaration.setNames.isEmpty {
      declaration.sets[ParameterDeclaration.allSets] = ParameterSetFacts()
      declaration.setNames = [ParameterDeclaration.allSets]
    }
    if let constant = parameter.defaultValue { declaration.defaultText = block.source.text(of: constant.extent) }
    return declaration
  }

  private func apply(_ attribute: CompiledAttribute, _ declaration: inout ParameterDeclaration) throws {
    if attribute.isNamed("Parameter") { return try applyParameter(attribute, &declaration) }
    if attribute.isNamed("Alias") {
      declaration.aliases += try attribute.positional.map { try session.constant($0).text() }
    } else if attribute.isNamed("AllowNull") {
      declaration.allowsNull = true
    } else if attribute.isNamed("AllowEmptyString") {
      declaration.allowsEmptyString = true
    } else if attribute.isNamed("AllowEmptyCollection") {
      declaration.allowsEmptyCollection = true
    } else if attribute.isNamed("SupportsWildcards") {
      declaration.supportsWildcards = true
    } else if let validation = try validation(attribute) {
      declaration.validations.append(validation)
    }
  }

  private func applyParameter(_ attribute: CompiledAttribute, _ declaration: inout ParameterDeclaration) throws {
    let values = try arguments(attribute)
    let set = try values["parametersetname"]?.text() ?? ParameterDeclaration.allSets
    var facts = ParameterSetFacts()
    facts.isMandatory = values["mandatory"]?.isTrue ?? false
    if let position = values["position"], case .int32(let number) = try position.converted(to: .int32), number >= 0 {
      facts.position = Int(number)
    }
    facts.fromPipeline = values["valuefrompipeline"]?.isTrue ?? false
    facts.fromPipelineByPropertyName = values["valuefrompipelinebypropertyname"]?.isTrue ?? false
    facts.fromRemainingArguments = values["valuefromremainingarguments"]?.isTrue ?? false
    facts.helpMessage = try values["helpmessage"]?.text()
    declaration.isHidden = values["dontshow"]?.isTrue ?? declaration.isHidden
    if declaration.sets[set] == nil { declaration.setNames.append(set) }
    declaration.sets[set] = facts
    if let help = facts.helpMessage { declaration.help = help }
  }

  /// The check an attribute asks for; nil where it is no validation.
  func validation(_ attribute: CompiledAttribute) throws -> ParameterValidation? {
    let values = try attribute.positional.map { try session.constant($0) }
    let named = try arguments(attribute)
    func int(_ index: Int) -> Int {
      guard index < values.count, case .int32(let number)? = try? values[index].converted(to: .int32) else { return 0 }
      return Int(number)
    }
    if attribute.isNamed("ValidateSet") {
      return .oneOf(try values.map { try $0.text() }, ignoreCase: named["ignorecase"]?.isTrue ?? true)
    }
    if attribute.isNamed("ValidateRange") {
      if values.count == 1 { return try ScriptValidation.rangeKind(values[0].text()) }
      return values.count == 2 ? .range(values[0], values[1]) : nil
    }
    if attribute.isNamed("ValidateLength") { return .length(int(0), int(1)) }
    if attribute.isNamed("ValidateCount") { return .count(int(0), int(1)) }
    if attribute.isNamed("ValidateNotNull") { return .notNull }
    if attribute.isNamed("ValidateNotNullOrEmpty") { return .notNullOrEmpty }
    if attribute.isNamed("ValidateNotNullOrWhiteSpace") { return .notNullOrWhiteSpace }
    if attribute.isNamed("ValidatePattern"), let pattern = values.first {
      let options = try named["options"]?.text() ?? "IgnoreCase"
      return ScriptValidation.pattern(
        try pattern.text(), ignoreCase: options.lowercased().contains("ignorecase"),
        message: try named["errormessage"]?.text())
    }
    if attribute.isNamed("ValidateScript"), let block = values.first?.object(as: ScriptBlock.self) {
      return ScriptValidation.script(block, message: try named["errormessage"]?.text())
    }
    return nil
  }
}
