package import SourceText

/// Writes trees, tokens and errors as text, one line each; the form is that of `Tests/Conformance/parse/README.md`.
///
/// Offsets are UTF-16 units, as .NET counts them.
package struct SyntaxDump {
  let source: SourceFile

  package init(_ source: SourceFile) { self.source = source }

  /// `(Kind[start-end] part*)`.
  package func tree(_ script: ScriptBlockAst) -> String {
    var writer = DumpWriter(source)
    writer.write(script)
    return writer.text
  }

  /// `kind start end flags`, and the nested tokens in brackets.
  package func token(_ token: Token) -> String {
    let nested = token.nestedTokens.map(self.token)
    let head = "\(token.kind.name) \(offsets(token.extent)) \(token.flags.names)"
    return nested.isEmpty ? head : head + " [" + nested.joined(separator: "; ") + "]"
  }

  /// `id start end`, and `incomplete` where more text would help.
  package func error(_ error: ParseError) -> String {
    "\(error.id) \(offsets(error.extent))" + (error.isIncompleteInput ? " incomplete" : "")
  }

  private func offsets(_ extent: ScriptExtent) -> String {
    "\(source.utf16Offset(of: extent.startOffset)) \(source.utf16Offset(of: extent.endOffset))"
  }
}

extension TokenFlags {
  /// .NET's names of the flags, joined by commas.
  package var names: String {
    var names: [String] = []
    switch binaryPrecedence {
    case 1: names.append("BinaryPrecedenceLogical")
    case 2: names.append("BinaryPrecedenceBitwise")
    case 5: names.append("BinaryPrecedenceComparison")
    case 7: names.append("BinaryPrecedenceCoalesce")
    case 9: names.append("BinaryPrecedenceAdd")
    case 10: names.append("BinaryPrecedenceMultiply")
    case 12: names.append("BinaryPrecedenceFormat")
    case 13: names.append("BinaryPrecedenceRange")
    default: break
    }
    let named: [(Self, String)] = [
      (.keyword, "Keyword"), (.scriptBlockBlockName, "ScriptBlockBlockName"), (.binaryOperator, "BinaryOperator"),
      (.unaryOperator, "UnaryOperator"), (.caseSensitiveOperator, "CaseSensitiveOperator"),
      (.ternaryOperator, "TernaryOperator"), (.specialOperator, "SpecialOperator"),
      (.assignmentOperator, "AssignmentOperator"), (.parseModeInvariant, "ParseModeInvariant"),
      (.tokenInError, "TokenInError"), (.disallowedInRestrictedMode, "DisallowedInRestrictedMode"),
      (.prefixOrPostfixOperator, "PrefixOrPostfixOperator"), (.commandName, "CommandName"),
      (.memberName, "MemberName"), (.typeName, "TypeName"), (.attributeName, "AttributeName"),
      (.canConstantFold, "CanConstantFold"), (.statementDoesntSupportAttributes, "StatementDoesntSupportAttributes"),
    ]
    for (flag, name) in named where contains(flag) { names.append(name) }
    return names.joined(separator: ",")
  }
}
