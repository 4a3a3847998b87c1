import Foundation
import ShellSyntax
import SourceText

/// One recorded text with what PowerShell made of it.
struct RecordedParse {
  let id: String
  let text: String
  private let errors: [String]
  private let messages: [String]
  private let tokens: [String]?
  private let tree: String

  /// The errors that come when the types are made; nil where that was not tried.
  private let definitionErrors: [String]?

  /// What we make otherwise: `tree`, `tokens`, `errors`, `messages`, `define`.
  var differences: [String] {
    let source = SourceFile(text: text)
    let result = Parser.parse(source)
    let dump = SyntaxDump(source)
    var differences: [String] = []
    if dump.tree(result.ast) != tree { differences.append("tree") }
    if let tokens, result.tokens.map(dump.token) != tokens { differences.append("tokens") }
    if result.errors.map(dump.error) != errors { differences.append("errors") }
    if result.errors.map(\.message) != messages { differences.append("messages") }
    if let definitionErrors, DefinitionChecks.errors(in: result.ast).map(dump.error) != definitionErrors {
      differences.append("define")
    }
    return differences
  }

  // MARK: Reading

  private static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Conformance/parse")
  }

  static func knownFailures() throws -> Set<String> {
    let text = try String(contentsOf: folder.appendingPathComponent("known-failures.txt"), encoding: .utf8)
    return Set(text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init))
  }

  static func all() throws -> [RecordedParse] {
    let inputs = try lines("inputs.jsonl").map { try JSONDecoder().decode(Input.self, from: $0) }
    let results = try lines("results.jsonl").map { try JSONDecoder().decode(Result.self, from: $0) }
    return zip(inputs, results).map(RecordedParse.init)
  }

  private static func lines(_ name: String) throws -> [Data] {
    try Data(contentsOf: folder.appendingPathComponent(name)).split(separator: UInt8(ascii: "\n")).map { Data($0) }
  }

  private init(_ input: Input, _ result: Result) {
    id = input.id
    text = input.text
    errors = result.errors.map { "\($0.id) \($0.start) \($0.end)" + ($0.incomplete ? " incomplete" : "") }
    messages = result.errors.map(\.message)
    tokens = result.tokens?.map(\.text)
    definitionErrors = result.define?.map { error in
      guard let start = error.start, let end = error.end else { return error.id }
      return "\(error.id) \(start) \(end)"
    }
    // The recorder escapes line ends, except one that ends a text.
    tree = result.tree.replacingOccurrences(of: "\n", with: "\\n")
  }

  private struct Input: Decodable {
    let id: String
    let text: String
  }

  private struct Result: Decodable {
    struct ParseError: Decodable {
      let id: String
      let start: Int
      let end: Int
      let message: String
      let incomplete: Bool
    }

    let errors: [ParseError]
    let tokens: [RecordedToken]?
    let tree: String
    let define: [DefinitionError]?

    struct DefinitionError: Decodable {
      let id: String
      let start: Int?
      let end: Int?
    }
  }

  /// `[kind, start, end, flags, nested]`.
  private struct RecordedToken: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      let kind = try row.decode(String.self)
      let start = try row.decode(Int.self)
      let end = try row.decode(Int.self)
      let flags = try row.decode(String.self)
      let nested = row.isAtEnd ? [] : try row.decode([RecordedToken].self)
      let head = "\(kind) \(start) \(end) \(flags)"
      text = nested.isEmpty ? head : head + " [" + nested.map(\.text).joined(separator: "; ") + "]"
    }
  }
}
