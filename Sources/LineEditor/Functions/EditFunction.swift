/// Something a key can do.
///
/// Names, groups and effects are PSReadLine's.
///
/// **Source:** PSReadLine 2.4.5 as recorded in Tests/Conformance/psreadline.
struct EditFunction: Sendable {
  /// The headings of `Get-PSReadLineKeyHandler`.
  enum Group: String, Sendable {
    case basic = "Basic"
    case cursorMovement = "CursorMovement"
    case history = "History"
    case completion = "Completion"
    case prediction = "Prediction"
    case miscellaneous = "Miscellaneous"
    case selection = "Selection"
    case search = "Search"
  }

  let name: String
  let group: Group
  let body: @Sendable (EditSession) -> Void

  init(_ name: String, _ group: Group, _ body: @escaping @Sendable (EditSession) -> Void) {
    self.name = name
    self.group = group
    self.body = body
  }

  /// Every function there is.
  static let all: [EditFunction] =
    accepting + movement + tokens + deletion + killing + caseChanges + selecting + recalling + completing + searching
    + other

  private static let numbers: [String: Int] = Dictionary(
    all.enumerated().map { ($1.name.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })

  /// The function's place in `all`, by which libedit knows it.
  var number: Int? { EditFunction.numbers[name.lowercased()] }

  /// The function of a name in any case; nil when there is none.
  static func named(_ name: String) -> EditFunction? {
    numbers[name.lowercased()].map { all[$0] }
  }
}
