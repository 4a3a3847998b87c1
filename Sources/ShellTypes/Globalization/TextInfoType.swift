import ShellObjects

/// A System.Globalization.TextInfo.
struct TextInfo: ValueRepresentable {
  let culture: CultureValue
  var value: Value { .object(Box(self, PSType.named("System.Globalization.TextInfo"))) }

  static let declaration = TypeDeclaration(
    "System.Globalization.TextInfo", interfaces: ["System.ICloneable"], of: TextInfo.self
  ) {
    t in
    t.method("System.Object Clone()") { this, _ in this }
    t.method("char ToLower(char c)") { _, a in Value.char(SimpleCase.lower(a.char(0))) }
    t.method("string ToLower(string str)") { _, a in SimpleCase.lower(a.string(0)) }
    t.method("char ToUpper(char c)") { _, a in Value.char(SimpleCase.upper(a.char(0))) }
    t.method("string ToUpper(string str)") { _, a in SimpleCase.upper(a.string(0)) }
    t.method("string ToTitleCase(string str)") { _, a in titleCase(a.string(0)) }
    t.method("string ToString()") { this, _ in "TextInfo - \(this.culture.name)" }
    t.property("int ANSICodePage {get;}") { _ in 1252 }
    t.property("string CultureName {get;}") { $0.culture.name }
    t.property("int EBCDICCodePage {get;}") { _ in 37 }
    t.property("bool IsReadOnly {get;}") { _ in true }
    t.property("bool IsRightToLeft {get;}") { _ in false }
    t.property("int LCID {get;}") { $0.culture.name.isEmpty ? 127 : 1033 }
    t.property("string ListSeparator {get;set;}") { _ in
      ","
    } set: { _, _ in
      throw CultureType.readOnly
    }
    t.property("int MacCodePage {get;}") { _ in 10000 }
    t.property("int OEMCodePage {get;}") { _ in 437 }
    t.behavior.text = { "TextInfo - \($0.payload(TextInfo.self)?.culture.name ?? "")" }
  }

  /// Each word with a capital first letter; words all in capitals stay as they are.
  private static func titleCase(_ text: String) -> String {
    var result = ""
    var word = ""
    func flush() {
      let isAcronym =
        word.unicodeScalars.count > 1 && word.unicodeScalars.allSatisfy { !$0.properties.isLowercase }
        && word.unicodeScalars.contains { $0.properties.isUppercase }
      if isAcronym {
        result += word
      } else if let first = word.unicodeScalars.first {
        result += SimpleCase.upper(String(first)) + SimpleCase.lower(String(word.unicodeScalars.dropFirst()))
      }
      word = ""
    }
    for scalar in text.unicodeScalars {
      let category = CharacterClass.category(of: scalar.value)
      // Why: an apostrophe belongs to its word, so that "can't" does not become "Can'T".
      if category <= 10 || (scalar == "'" && !word.isEmpty) {
        word.unicodeScalars.append(scalar)
      } else {
        flush()
        result.unicodeScalars.append(scalar)
      }
    }
    flush()
    return result
  }
}

extension CultureType {
  static let readOnly = NetException.invalidOperation("Instance is read-only.")
}
