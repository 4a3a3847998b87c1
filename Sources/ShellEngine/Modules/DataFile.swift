import CmdletKit
package import ShellObjects
import ShellSyntax
import SourceText

/// Reads `.psd1` files as data: constants, arrays and hashtables, never commands.
enum DataFile {
  static func read(_ path: String, _ session: Session) throws -> PSHashtable {
    let value = try value(of: SourceFile(name: path, text: try ScriptFile.read(path)), path, session)
    guard let table = value.object(as: PSHashtable.self) else { throw refusal(path, "It must hold one hashtable.") }
    return table
  }

  static func value(of source: SourceFile, _ path: String, _ session: Session) throws -> Value {
    let parsed = Parser.parse(source)
    guard parsed.errors.isEmpty else { throw ShellError(ParseFailure.record(parsed)) }
    let statements = parsed.ast.endBlock?.statements ?? []
    let compiler = Compiler(source, Layout(), session)
    guard statements.count == 1, let expression = compiler.plainExpression(statements[0]),
      case .hashtable = expression
    else { throw refusal(path, "It must hold one hashtable.") }
    if let culprit = firstForbidden(in: expression.node) {
      throw refusal(path, "'\(source.text(of: culprit.extent))' is not allowed in a data file.")
    }
    return try session.constant(compiler.expression(expression))
  }

  private static func refusal(_ path: String, _ reason: String) -> ShellError {
    ShellError(
      "System.InvalidOperationException", "The data file '\(path)' could not be read. \(reason)",
      id: "CouldNotParseAsPowerShellDataFile", .invalidData, target: .string(path))
  }

  private static let allowedVariables: Set<String> = ["true", "false", "null", "psscriptroot"]

  /// The first node that would run something; nil where there is none.
  private static func firstForbidden(in node: any Ast) -> (any Ast)? {
    switch node {
    case is CommandAst, is InvokeMemberExpressionAst, is MemberExpressionAst, is ScriptBlockExpressionAst,
      is AssignmentStatementAst, is SubExpressionAst, is IndexExpressionAst:
      return node
    case let variable as VariableExpressionAst:
      if !allowedVariables.contains(variable.variablePath.userPath.lowercased()) { return node }
    default: break
    }
    var found: (any Ast)?
    node.forEachChild { child in if found == nil { found = firstForbidden(in: child) } }
    return found
  }
}

extension Session: DataLanguage {
  package func value(ofDataText text: String, path: String) throws -> Value {
    try DataFile.value(of: SourceFile(name: path, text: text), path, self)
  }
}

extension Session {
  /// The table a data file holds. Throws where it is missing or holds anything but data.
  package func readDataFile(_ path: String) throws -> PSHashtable { try DataFile.read(path, self) }
}
