import Foundation
import ShellObjects
import Testing

/// The signatures of the real PowerShell, from the recorded facts: those of a type by its full name.
private enum RecordedSignatures {
  static let byType: [String: Set<String>] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Conformance/facts/types.tsv")
    var table: [String: Set<String>] = [:]
    for line in (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      if fields.count >= 5 { table[String(fields[0]), default: []].insert(String(fields[4])) }
    }
    return table
  }()
}

@Suite("Declared signatures")
struct RecordedSignatureTests {
  @Test(
    "Every signature of these types is one that Get-Member printed",
    arguments: [
      "System.DateTime", "System.TimeSpan", "System.Guid", "System.Version", "System.Math", "System.Decimal",
      "System.Text.StringBuilder", "System.IO.File", "System.IO.Directory", "System.IO.Path",
      "System.Collections.ArrayList",
      "System.Collections.Hashtable", "System.Text.RegularExpressions.Regex", "System.Text.RegularExpressions.Match",
      "System.Management.Automation.SemanticVersion", "System.Security.SecureString", "System.Random", "System.Char",
    ])
  func recorded(_ name: String) throws {
    let known = try #require(RecordedSignatures.byType[name])
    let members = try DeclaredTypes.type(name).members
    let own =
      members.constructors + members.statics.values.flatMap(\.overloads) + members.instance.values.flatMap(\.overloads)
    let inherited = try Set(
      DeclaredTypes.type("System.Object").members.instance.values.flatMap(\.overloads).map(\.signature.text)
        + DeclaredTypes.type("System.Object").members.statics.values.flatMap(\.overloads).map(\.signature.text))
    let unknown = own.filter { member in
      let text = member.signature.text
      return member.kind != .aliasProperty && member.kind != .codeProperty && !member.name.hasPrefix("op_")
        && !inherited.contains(text) && !known.contains(text)
        // The listing leaves out the members of System.Object that a type overrides.
        && !["ToString", "Equals", "GetHashCode"].contains(member.name)
        && !text.contains("IFormatProvider provider)")
    }
    #expect(unknown.map(\.signature.text).sorted() == [])
  }
}
