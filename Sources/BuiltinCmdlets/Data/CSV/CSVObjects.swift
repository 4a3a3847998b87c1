import CmdletKit
import ShellObjects

/// Reads objects out of delimited text: the first row names the properties.
struct CSVObjects {
  private var reader: CSVReader
  private var names: [String]
  private var typeName: String?
  private var shape: Shape?
  private var isBegun = false

  init(_ text: String, delimiter: UInt8, header: [String]) {
    reader = CSVReader(text, delimiter: delimiter)
    names = header
  }

  /// Writes every object, after a warning where columns had no names.
  mutating func writeAll(_ context: any CmdletContext) throws {
    var warned = false
    while let object = try next() {
      if inventedNames, !warned {
        warned = true
        try context.writeWarning(
          "One or more headers were not specified. Default names starting with \"H\" have been used in place of any missing headers."
        )
      }
      try context.write(object)
    }
  }

  /// The object of the next row; nil at the end.
  ///
  /// Throws where two columns have one name.
  mutating func next() throws -> Value? {
    if !isBegun { begin() }
    while let fields = reader.nextRow() {
      guard Self.hasContent(fields) else { continue }
      return .object(try object(fields))
    }
    return nil
  }

  /// Whether a row is data: not blank, and no comment.
  private static func hasContent(_ fields: [CSVReader.Field]) -> Bool {
    if fields.allSatisfy({ $0.text.isEmpty && !$0.isQuoted }) { return false }
    return fields.first.map { $0.isQuoted || !$0.text.hasPrefix("#") } ?? false
  }

  private mutating func begin() {
    isBegun = true
    if !names.isEmpty { return }
    while let fields = reader.nextRow() {
      guard let first = fields.first else { continue }
      if !first.isQuoted, first.text.hasPrefix("#") {
        if first.text.hasPrefix("#TYPE ") { typeName = String(first.text.dropFirst(6)) }
        guard first.text.hasPrefix("#Fields: ") else { continue }
        names = [String(first.text.dropFirst(9))] + fields.dropFirst().map(\.text)
        return
      }
      if fields.count == 1, first.text.isEmpty { continue }
      names = fields.map(\.text)
      if names.count > 1, names.last?.isEmpty == true { names.removeLast() }
      nameTheNameless()
      return
    }
  }

  /// Whether columns got names of their own, which the user is warned of.
  private(set) var inventedNames = false

  /// Gives columns without a name one of their own: H1, H2 and so on.
  private mutating func nameTheNameless() {
    var number = 1
    for index in names.indices where names[index].isEmpty {
      while names.contains(where: { $0.equalsName("H\(number)") }) { number += 1 }
      names[index] = "H\(number)"
      inventedNames = true
    }
  }

  private mutating func object(_ fields: [CSVReader.Field]) throws -> PSCustomObject {
    let shape = try self.shape ?? makeShape()
    self.shape = shape
    let values = names.indices.map { index -> Value in
      index < fields.count ? .string(fields[index].text) : .null
    }
    let object = PSCustomObject(shape, values)
    if let typeName { object.extending().typeNames = [typeName, "CSV:\(typeName)"] + object.type.ancestorNames }
    return object
  }

  private func makeShape() throws -> Shape {
    var seen: Set<Symbol> = []
    for name in names where !seen.insert(Symbol(name)).inserted {
      throw ShellError(
        "System.Management.Automation.ExtendedTypeSystemException", "The member \"\(name)\" is already present.",
        id: "AlreadyPresentPSMemberInfoInternalCollectionAdd", .notSpecified)
    }
    return Shape(names: names)
  }
}
