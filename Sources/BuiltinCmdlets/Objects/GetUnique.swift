import CmdletKit
import ShellObjects

/// `Get-Unique`: leaves out objects that equal the one before them.
struct GetUnique: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Get-Unique", defaultParameterSet: "AsString", synopsis: "Leaves out objects that equal the one before them.",
    examples: [
      Example("Reduces a sorted list.", code: "'a', 'a', 'b' | Get-Unique")
    ])

  @Parameter("InputObject", .fromPipeline, .type("psobject"), help: "The objects, from the pipeline, sorted.")
  var inputObject: Value
  @Parameter("AsString", .in("AsString"), help: "Compares the texts of the objects.")
  var asString: Bool
  @Parameter("OnType", .in("UniqueByType"), help: "Passes one object of each type.")
  var onType: Bool
  @Parameter("CaseInsensitive", help: "Takes upper and lower case as equal.")
  var caseInsensitive: Bool

  private var last: Value?

  mutating func process(_ context: any CmdletContext) throws {
    guard $inputObject.isBound else { return }
    // Why: a null before is as good as nothing before.
    let isRepeated = try last.map { try !$0.isNull && repeats($0) } ?? false
    if isRepeated { return }
    last = inputObject
    try context.write(inputObject)
  }

  private func repeats(_ previous: Value) throws -> Bool {
    if onType { return previous.typeNameChain == inputObject.typeNameChain }
    if asString {
      let (a, b) = (try previous.text(), try inputObject.text())
      return caseInsensitive ? a.equalsName(b) : a.isIdentical(to: b)
    }
    return ObjectComparer(isCaseSensitive: !caseInsensitive).equal(previous, inputObject)
  }
}
