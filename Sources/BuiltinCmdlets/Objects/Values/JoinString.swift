import CmdletKit
import ShellObjects
import ShellTypes

/// `Join-String`: joins the texts of objects.
struct JoinString: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Join-String", defaultParameterSet: "default", outputs: ["System.String"],
    reportingName: "Microsoft.PowerShell.Commands.Utility.JoinStringCommand", synopsis: "Joins the texts of objects.",
    examples: [
      Example("Writes a list with commas.", code: "1..3 | Join-String -Separator ', '")
    ])

  @Parameter(
    "Property", .position(0), .type("Microsoft.PowerShell.Commands.PSPropertyExpression"),
    help: "The property, or a script block, whose text is used.")
  var property: Value
  @Parameter("Separator", .position(1), .allowEmptyString, help: "The text between two objects.")
  var separator: String?
  @Parameter("OutputPrefix", .alias("op"), help: "The text before everything.")
  var outputPrefix: String?
  @Parameter("OutputSuffix", .alias("os"), help: "The text behind everything.")
  var outputSuffix: String?
  @Parameter("SingleQuote", .in("SingleQuote"), help: "Puts each text in single quotes.")
  var singleQuote: Bool
  @Parameter("DoubleQuote", .in("DoubleQuote"), help: "Puts each text in double quotes.")
  var doubleQuote: Bool
  @Parameter("FormatString", .in("Format"), help: "The format of each text.")
  var formatString: String?
  @Parameter("UseCulture", help: "Separates by the culture's list separator.")
  var useCulture: Bool
  @Parameter("InputObject", .fromPipeline, .type("psobject[]"), help: "The objects, from the pipeline.")
  var inputObject: [Value]

  private var parts: [String] = []
  private var expression: ObjectExpression?

  mutating func begin(_ context: any CmdletContext) throws {
    guard $property.isBound else { return }
    if case .object(let block as ScriptBlock) = property.base {
      expression = .script(block)
    } else {
      expression = ObjectExpression(name: try property.text())
    }
  }

  mutating func process(_ context: any CmdletContext) throws {
    for object in inputObject where !object.isNull {
      guard let expression else {
        parts.append(try text(object))
        continue
      }
      guard let value = try expression.value(for: object, context), !value.isNull else { continue }
      parts.append(try text(value))
    }
  }

  private func text(_ value: Value) throws -> String {
    if singleQuote { return "'\(try value.culturalText())'" }
    if doubleQuote { return "\"\(try value.culturalText())\"" }
    guard let formatString, !formatString.isEmpty else { return try value.culturalText() }
    return try FormatOperator.format(formatString, [value])
  }

  mutating func end(_ context: any CmdletContext) throws {
    var between = separator
    if between == nil { between = try context.session.variable("OFS", scope: nil)?.text() }
    let text = (outputPrefix ?? "") + parts.joined(separator: between ?? "") + (outputSuffix ?? "")
    try context.write(.string(text))
  }
}
