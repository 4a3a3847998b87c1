package import ShellObjects

extension NumberFormatInfo: ValueRepresentable {
  package var value: Value { .object(Box(self, PSType.named("System.Globalization.NumberFormatInfo"))) }
}

/// System.Globalization.NumberFormatInfo: read-only, as the two cultures' own are.
enum NumberFormatInfoType {
  static let declaration = TypeDeclaration(
    "System.Globalization.NumberFormatInfo", interfaces: ["System.ICloneable", "System.IFormatProvider"],
    of: NumberFormatInfo.self
  ) { t in
    t.constructor("System.Globalization.NumberFormatInfo new()") { _ in NumberFormatInfo.invariant }
    t.method("System.Object Clone()") { this, _ in this }
    t.staticProperty("static System.Globalization.NumberFormatInfo CurrentInfo {get;}") { Culture.current.numberFormat }
    t.staticProperty("static System.Globalization.NumberFormatInfo InvariantInfo {get;}") { NumberFormatInfo.invariant }
    t.staticMethod("static System.Globalization.NumberFormatInfo GetInstance(System.IFormatProvider formatProvider)") {
      a in
      a.culture(0).numberFormat
    }
    addDigits(&t)
    addSymbols(&t)
    addPatterns(&t)
    t.property("bool IsReadOnly {get;}") { _ in true }
  }

  private typealias Getter<R> = @Sendable (NumberFormatInfo) -> R

  private static func add<R: ValueRepresentable>(
    _ t: inout MemberList<NumberFormatInfo>, _ type: String, _ name: String, _ get: @escaping Getter<R>
  ) {
    t.property("\(type) \(name) {get;set;}", get) { _, _ in throw CultureType.readOnly }
  }

  private static func addDigits(_ t: inout MemberList<NumberFormatInfo>) {
    add(&t, "int", "CurrencyDecimalDigits") { $0.currencyDecimalDigits }
    add(&t, "int", "NumberDecimalDigits") { $0.numberDecimalDigits }
    add(&t, "int", "PercentDecimalDigits") { $0.percentDecimalDigits }
    for name in ["CurrencyGroupSizes", "NumberGroupSizes", "PercentGroupSizes"] {
      add(&t, "int[]", name) { _ in Value.object(PSArray([.int32(3)], elementType: .int32)) }
    }
    add(&t, "string[]", "NativeDigits") { _ in Value(strings: (0...9).map { String($0) }) }
  }

  private static func addSymbols(_ t: inout MemberList<NumberFormatInfo>) {
    for stem in ["Currency", "Number", "Percent"] {
      add(&t, "string", "\(stem)DecimalSeparator") { _ in "." }
      add(&t, "string", "\(stem)GroupSeparator") { _ in "," }
    }
    add(&t, "string", "CurrencySymbol") { $0.currencySymbol }
    add(&t, "string", "NaNSymbol") { $0.notANumberSymbol }
    add(&t, "string", "NegativeInfinitySymbol") { $0.negativeInfinitySymbol }
    add(&t, "string", "NegativeSign") { $0.negativeSign }
    add(&t, "string", "PerMilleSymbol") { $0.perMilleSymbol }
    add(&t, "string", "PercentSymbol") { $0.percentSymbol }
    add(&t, "string", "PositiveInfinitySymbol") { $0.positiveInfinitySymbol }
    add(&t, "string", "PositiveSign") { $0.positiveSign }
  }

  private static func addPatterns(_ t: inout MemberList<NumberFormatInfo>) {
    add(&t, "int", "CurrencyNegativePattern") { $0.currencyNegativeUsesParentheses ? 0 : 1 }
    add(&t, "int", "CurrencyPositivePattern") { _ in 0 }
    add(&t, "int", "NumberNegativePattern") { _ in 1 }
    add(&t, "int", "PercentNegativePattern") { $0.percentGap.isEmpty ? 1 : 0 }
    add(&t, "int", "PercentPositivePattern") { $0.percentGap.isEmpty ? 1 : 0 }
  }
}
