import Testing

@testable import ShellObjects

struct StringMethodTests {
  @Test(arguments: ["string-methods", "string-compare"])
  func searchesAnswerAsRecorded(_ table: String) throws {
    let pattern =
      /'([^']*)'\.(Contains|StartsWith|EndsWith|IndexOf|LastIndexOf)\('([^']*)'(?:,\[StringComparison\](?:::|')([A-Za-z]+)'?)?\)/
    let result = try RecordedTable("dotnet/\(table).tsv").replay(pattern) { match in
      let text = String(match.1)
      let part = String(match.3)
      let comparison = match.4.map { String($0) } ?? (match.2 == "Contains" ? "Ordinal" : "CurrentCulture")
      let ignoringCase = comparison.hasSuffix("IgnoreCase")
      if comparison.hasPrefix("Ordinal") {
        switch match.2 {
        case "Contains":
          return OrdinalText.index(of: part, in: text, ignoringCase: ignoringCase) == nil ? "False" : "True"
        case "StartsWith": return OrdinalText.hasPrefix(text, part, ignoringCase: ignoringCase) ? "True" : "False"
        case "EndsWith": return OrdinalText.hasSuffix(text, part, ignoringCase: ignoringCase) ? "True" : "False"
        case "IndexOf": return String(OrdinalText.index(of: part, in: text, ignoringCase: ignoringCase) ?? -1)
        default: return String(OrdinalText.lastIndex(of: part, in: text, ignoringCase: ignoringCase) ?? -1)
        }
      }
      switch match.2 {
      case "Contains": return Collation.range(of: part, in: text, ignoringCase: ignoringCase) == nil ? "False" : "True"
      case "StartsWith": return Collation.hasPrefix(text, part, ignoringCase: ignoringCase) ? "True" : "False"
      case "EndsWith": return Collation.hasSuffix(text, part, ignoringCase: ignoringCase) ? "True" : "False"
      case "IndexOf": return String(Collation.range(of: part, in: text, ignoringCase: ignoringCase)?.lowerBound ?? -1)
      default:
        return String(
          Collation.range(of: part, in: text, ignoringCase: ignoringCase, backwards: true)?.lowerBound ?? -1)
      }
    }
    #expect(result.count >= (table == "string-methods" ? 60 : 0))
    #expect(result.differences.isEmpty, "\(result.summary)")
  }

  @Test func caseAndTrimmingAnswerAsRecorded() throws {
    let result = try RecordedTable("dotnet/string-methods.tsv").replay(
      /'([^']*)'\.(ToUpper|ToLower|ToUpperInvariant|ToLowerInvariant|Trim|TrimStart|TrimEnd)\((?:'([^']*)')?\)/
    ) { match in
      let text = String(match.1)
      let units = Array((match.3 ?? "").utf16)
      // A single argument of several characters is a set only where .NET's overload choice makes it one.
      if match.2.hasPrefix("Trim"), units.count > 1 || (match.3 != nil && units.isEmpty) { return nil }
      switch match.2 {
      // The current culture maps the dotless i, the invariant one does not.
      case "ToUpper" where text.contains("ı"), "ToLower" where text.contains("İ"): return nil
      case "ToUpper", "ToUpperInvariant": return RecordedTable.literal(SimpleCase.upper(text))
      case "ToLower", "ToLowerInvariant": return RecordedTable.literal(SimpleCase.lower(text))
      case "Trim": return RecordedTable.literal(TextTrimming.trimmed(text, units))
      case "TrimStart": return RecordedTable.literal(TextTrimming.trimmed(text, units, .start))
      default: return RecordedTable.literal(TextTrimming.trimmed(text, units, .end))
      }
    }
    #expect(result.count > 30)
    #expect(result.differences.isEmpty, "\(result.summary)")
  }

  @Test(arguments: ["string-methods", "string-static", "string-compare"])
  func comparisonsAnswerAsRecorded(_ table: String) throws {
    let pattern =
      /\[string\]::(Compare|CompareOrdinal)\('([^']*)','([^']*)'(?:,(\$true|\$false|\[StringComparison\](?:::|')([A-Za-z]+)'?))?\)|'([^']*)'\.CompareTo\('([^']*)'\)/
    let result = try RecordedTable("dotnet/\(table).tsv").replay(pattern) { match in
      if let text = match.6, let other = match.7 { return String(Collation.compare(String(text), String(other))) }
      guard let left = match.2, let right = match.3 else { return nil }
      let option = match.4.map { String($0) } ?? ""
      let ignoringCase = option == "$true" || option.contains("IgnoreCase")
      if match.1 == "CompareOrdinal" || option.contains("Ordinal") {
        return String(
          ignoringCase
            ? OrdinalText.compareIgnoringCase(String(left), String(right))
            : OrdinalText.compare(String(left), String(right)))
      }
      return String(Collation.compare(String(left), String(right), ignoringCase: ignoringCase))
    }
    #expect(result.differences.isEmpty, "\(result.summary)")
    #expect(table != "string-static" || result.count > 20)
  }
}
