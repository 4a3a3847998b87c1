/// Options of a variable or alias, combined as flags.
package struct ScopedItemOptions: OptionSet, Sendable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }
  package static let readOnly = ScopedItemOptions(rawValue: 1)
  package static let constant = ScopedItemOptions(rawValue: 2)
  package static let `private` = ScopedItemOptions(rawValue: 4)
  package static let allScope = ScopedItemOptions(rawValue: 8)
}

/// A variable that is more than a value: constrained, validated, read-only, or held by `[ref]` or `Get-Variable`.
package final class VariableCell: PSObject {
  package let name: String
  package private(set) var current: Value
  package var constraint: PSType?
  /// Runs before a value is stored; may replace it or throw.
  package var check: ((Value) throws -> Value)?
  package var options: ScopedItemOptions = []
  package var descriptionText = ""
  package var attributes: [Value] = []

  package init(_ name: String, _ value: Value) {
    self.name = name
    current = value
    super.init()
  }

  package override var type: PSType { .psVariable }

  /// Stores a value after conversion and validation; throws where the variable refuses it.
  package func assign(_ value: Value) throws {
    if options.contains(.constant) || options.contains(.readOnly) { throw ShellError.variableNotWritable(name) }
    var stored = value
    if let constraint { stored = try convertForStorage(stored, constraint) }
    if let check { stored = try check(stored) }
    current = stored
  }

  private func convertForStorage(_ value: Value, _ constraint: PSType) throws -> Value {
    do { return try value.converted(to: constraint) } catch let error as ShellError {
      throw error.asMetadataError(name: name, constraint: constraint)
    }
  }

  /// Stores a value without asking.
  package func force(_ value: Value) { current = value }
}

/// A `[ref]`: a value that a callee can replace.
package final class ReferenceObject: PSObject {
  package let cell: VariableCell

  package init(_ cell: VariableCell) {
    self.cell = cell
    super.init()
  }

  package override var type: PSType { .reference }
}
