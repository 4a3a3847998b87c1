package import ShellObjects

/// A System.Globalization.CultureInfo: a name, and the one of the two known cultures it follows.
package struct CultureValue: Hashable, Sendable {
  package let name: String
  package let culture: Culture

  package static let invariant = CultureValue(name: "", culture: .invariant)
  package static let english = CultureValue(name: "en-US", culture: .english)
  package static var current: CultureValue { Culture.current == .invariant ? .invariant : .english }

  /// The culture of a well-formed name; throws CultureNotFoundException for any other.
  package static func named(_ name: String) throws -> CultureValue {
    if name.isEmpty { return .invariant }
    let isWellFormed =
      name.utf8.allSatisfy { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D }
      && name.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty && $0.utf8.count <= 8 }
      && (name.split(separator: "-").first?.utf8.count ?? 0) <= 3
    guard isWellFormed else {
      throw NetException(
        "System.Globalization.CultureNotFoundException",
        "Culture is not supported. (Parameter 'name')\n\(name) is an invalid culture identifier.")
    }
    return CultureValue(name: canonical(name), culture: .english)
  }

  private static func canonical(_ name: String) -> String {
    name.split(separator: "-").enumerated().map { index, part in
      if index == 0 { return part.lowercased() }
      if part.utf8.count == 2 { return part.uppercased() }
      return part.utf8.count == 4 ? part.prefix(1).uppercased() + part.dropFirst().lowercased() : String(part)
    }.joined(separator: "-")
  }

  var isNeutral: Bool { !name.isEmpty && !name.contains("-") }
  var parent: CultureValue {
    guard let dash = name.lastIndex(of: "-") else { return .invariant }
    return CultureValue(name: String(name[..<dash]), culture: culture)
  }
}

extension CultureValue: ValueRepresentable {
  package var value: Value { .object(Box(self, PSType.named("System.Globalization.CultureInfo"))) }
}

extension Arguments {
  /// The culture of an IFormatProvider argument; the current one for null.
  func culture(_ index: Int) -> Culture {
    payload(index, CultureValue.self)?.culture ?? payload(index, NumberFormatInfo.self).map {
      $0 == .invariant ? .invariant : .english
    }
      ?? .current
  }
}

/// System.Globalization.CultureInfo.
enum CultureType {
  static let declaration = TypeDeclaration(
    "System.Globalization.CultureInfo", accelerators: ["cultureinfo"],
    interfaces: ["System.ICloneable", "System.IFormatProvider"],
    of: CultureValue.self
  ) { t in
    t.constructor("cultureinfo new(string name)") { a in try CultureValue.named(a.string(0)) }
    t.constructor("cultureinfo new(string name, bool useUserOverride)") { a in try CultureValue.named(a.string(0)) }
    t.constructor("cultureinfo new(int culture)") { a in try numbered(a.int(0)) }
    addProperties(&t)
    addMethods(&t)
    addStatics(&t)
    t.behavior.text = { $0.payload(CultureValue.self)?.name ?? "" }
    t.behavior.parse = { try CultureValue.named($0).value }
    t.behavior.equals = { $0.payload(CultureValue.self) == $1.payload(CultureValue.self) }
    t.behavior.hash = { $0.payload(CultureValue.self)?.hashValue ?? 0 }
  }

  private static let known: [(String, Int, String, String, String)] = [
    ("", 127, "Invariant Language (Invariant Country)", "iv", "IVL"),
    ("en-US", 1033, "English (United States)", "en", "ENU"),
    ("en", 9, "English", "en", "ENU"), ("en-GB", 2057, "English (United Kingdom)", "en", "ENG"),
    ("de-DE", 1031, "German (Germany)", "de", "DEU"), ("fr-FR", 1036, "French (France)", "fr", "FRA"),
    ("es-ES", 3082, "Spanish (Spain)", "es", "ESN"), ("ja-JP", 1041, "Japanese (Japan)", "ja", "JPN"),
  ]

  private static func numbered(_ number: Int) throws -> CultureValue {
    guard let row = known.first(where: { $0.1 == number }) else {
      throw NetException(
        "System.Globalization.CultureNotFoundException",
        "Culture is not supported. (Parameter 'culture')\n\(number) (0x\(String(number, radix: 16))) is an invalid culture identifier."
      )
    }
    return try CultureValue.named(row.0)
  }

  private static func row(_ culture: CultureValue) -> (String, Int, String, String, String) {
    known.first { $0.0 == culture.name }
      ?? (
        culture.name, 4096, culture.name, String(culture.name.prefix { $0 != "-" }),
        String(culture.name.prefix(3)).uppercased()
      )
  }

  private static func addProperties(_ t: inout MemberList<CultureValue>) {
    t.property("cultureinfo Parent {get;}") { $0.parent }
    t.property("int LCID {get;}") { row($0).1 }
    t.property("int KeyboardLayoutId {get;}") { row($0).1 }
    t.property("string Name {get;}") { $0.name }
    t.property("string IetfLanguageTag {get;}") { $0.name }
    t.property("string DisplayName {get;}") { row($0).2 }
    t.property("string NativeName {get;}") { row($0).2 }
    t.property("string EnglishName {get;}") { row($0).2 }
    t.property("string TwoLetterISOLanguageName {get;}") { row($0).3 }
    t.property("string ThreeLetterISOLanguageName {get;}") {
      $0.name.isEmpty ? "ivl" : row($0).3 == "en" ? "eng" : row($0).3
    }
    t.property("string ThreeLetterWindowsLanguageName {get;}") { row($0).4 }
    t.property("System.Globalization.CompareInfo CompareInfo {get;}") { CompareInfo(culture: $0) }
    t.property("System.Globalization.TextInfo TextInfo {get;}") { TextInfo(culture: $0) }
    t.property("bool IsNeutralCulture {get;}") { $0.isNeutral }
    t.property("System.Globalization.CultureTypes CultureTypes {get;}") {
      EnumObject($0.isNeutral ? 1 : 2, PSType.named("System.Globalization.CultureTypes"))
    }
    t.property("System.Globalization.NumberFormatInfo NumberFormat {get;set;}") {
      $0.culture.numberFormat
    } set: { _, _ in
    }
    t.property("System.Globalization.DateTimeFormatInfo DateTimeFormat {get;set;}") {
      DateTimeFormatNames(culture: $0.culture)
    } set: { _, _ in
    }
    t.property("bool UseUserOverride {get;}") { _ in false }
    t.property("bool IsReadOnly {get;}") { _ in true }
  }

  private static func addMethods(_ t: inout MemberList<CultureValue>) {
    t.method("System.Object Clone()") { this, _ in this }
    t.method("string ToString()") { this, _ in this.name }
    t.method("System.Object GetFormat(type formatType)") { this, a in
      switch a.object(0, TypeObject.self)?.represented.name {
      case "NumberFormatInfo": this.culture.numberFormat.value
      case "DateTimeFormatInfo": DateTimeFormatNames(culture: this.culture).value
      default: Value.null
      }
    }
  }

  private static func addStatics(_ t: inout MemberList<CultureValue>) {
    t.staticProperty("static cultureinfo CurrentCulture {get;set;}") {
      CultureValue.current
    } set: { _ in
    }
    t.staticProperty("static cultureinfo CurrentUICulture {get;set;}") {
      CultureValue.current
    } set: { _ in
    }
    t.staticProperty("static cultureinfo DefaultThreadCurrentCulture {get;set;}") {
      Value.null
    } set: { _ in
    }
    t.staticProperty("static cultureinfo DefaultThreadCurrentUICulture {get;set;}") {
      Value.null
    } set: { _ in
    }
    t.staticProperty("static cultureinfo InstalledUICulture {get;}") { CultureValue.current }
    t.staticProperty("static cultureinfo InvariantCulture {get;}") { CultureValue.invariant }
    t.staticMethod("static cultureinfo GetCultureInfo(int culture)") { a in try numbered(a.int(0)) }
    t.staticMethod("static cultureinfo GetCultureInfo(string name)") { a in try CultureValue.named(a.string(0)) }
    t.staticMethod("static cultureinfo CreateSpecificCulture(string name)") { a in
      let made = try CultureValue.named(a.string(0))
      return made.name == "en" ? .english : made
    }
    t.staticMethod("static cultureinfo ReadOnly(cultureinfo ci)") { a in a[0] }
    t.staticMethod("static cultureinfo[] GetCultures(System.Globalization.CultureTypes types)") { _ in
      Value.object(
        PSArray(
          [CultureValue.invariant.value, CultureValue.english.value],
          elementType: PSType.named("System.Globalization.CultureInfo")))
    }
  }
}
