import ShellObjects

/// Counts values and keeps the running statistics of `Measure-Object`.
struct ObjectMeasure {
  /// Which statistics were asked for.
  struct Request {
    var sum = false, average = false, deviation = false, maximum = false, minimum = false
    var lines = false, words = false, characters = false
    var ignoresWhiteSpace = false

    var needsNumbers: Bool { sum || average || deviation }
    var needsText: Bool { lines || words || characters }
  }

  private let request: Request
  private var count = 0
  private var sum = 0.0
  private var previousSum = 0.0
  private var variance = 0.0
  private var minimum: Value = .null
  private var maximum: Value = .null
  private var text = TextCount()
  private var sawText = false

  init(_ request: Request) { self.request = request }

  /// Takes a value; gives an error where it is no number but has to be.
  mutating func add(_ value: Value) -> ErrorRecord? {
    count += 1
    if request.needsText {
      text.add((try? value.text()) ?? "", ignoresWhiteSpace: request.ignoresWhiteSpace)
    }
    if request.needsNumbers {
      guard case .double(let number)? = try? value.converted(to: .double) else {
        sawText = true
        return Self.notNumeric(value)
      }
      add(number)
    }
    if request.minimum { minimum = Self.better(value, minimum) { $0 > 0 } }
    if request.maximum { maximum = Self.better(value, maximum) { $0 < 0 } }
    return nil
  }

  private mutating func add(_ number: Double) {
    sum += number
    if request.deviation, count > 1 {
      // The online algorithm of Welford, in the form PowerShell uses.
      let mean = previousSum / Double(count - 1)
      variance *= Double(count - 2) / Double(count - 1)
      variance += (mean - number) * (mean - number) / Double(count)
    }
    previousSum = sum
  }

  private static func better(_ value: Value, _ known: Value, _ isWorse: (Int) -> Bool) -> Value {
    if known.isNull { return value }
    var a = known
    var b = value
    if case .double(let x)? = try? known.converted(to: .double), !known.isNull { a = .double(x) }
    if case .double(let x)? = try? value.converted(to: .double), !value.isNull { b = .double(x) }
    if a.type !== b.type, !a.isNull, !b.isNull {
      a = .string((try? a.text()) ?? "")
      b = .string((try? b.text()) ?? "")
    }
    let order = (try? Comparison.compare(a, b, ignoreCase: false)) ?? 0
    return isWorse(order) ? value : known
  }

  private static func notNumeric(_ value: Value) -> ErrorRecord {
    let shown = value.isEnumerable ? value.type.fullName : (try? value.culturalText()) ?? ""
    return ShellError(
      "System.Management.Automation.PSInvalidOperationException", "Input object \"\(shown)\" is not numeric.",
      id: "NonNumericInputObject", .invalidType, target: value
    ).record
  }

  // MARK: Results

  /// The statistics as the object PowerShell gives.
  func info(_ property: String?) -> Value {
    let numbers = request.needsNumbers && !sawText
    let result = MeasureResult(
      count: count, average: numbers && request.average && count > 0 ? .double(sum / Double(count)) : .null,
      sum: numbers && request.sum ? .double(sum) : .null, maximum: Self.number(maximum), minimum: Self.number(minimum),
      deviation: numbers && request.deviation ? .double(variance.squareRoot()) : .null, property: property.value)
    let isGeneric = Self.isNumeric(maximum) && Self.isNumeric(minimum)
    return .object(Box(result, PSType.named(isGeneric ? MeasureResult.numericName : MeasureResult.objectName)))
  }

  private static func isNumeric(_ value: Value) -> Bool { value.isNull || value.isConvertible(to: .double) }

  private static func number(_ value: Value) -> Value {
    guard !value.isNull else { return .null }
    return (try? value.converted(to: .double)) ?? value
  }

  func textInfo(_ property: String?) -> Value {
    let result = TextMeasureResult(
      lines: request.lines ? text.lines : nil, words: request.words ? text.words : nil,
      characters: request.characters ? text.characters : nil, property: property)
    return .object(Box(result, PSType.named(TextMeasureResult.typeName)))
  }
}

/// What `Measure-Object` says about numbers or comparable objects.
struct MeasureResult {
  let count: Int
  let average: Value
  let sum: Value
  let maximum: Value
  let minimum: Value
  let deviation: Value
  let property: Value

  static let numericName = "Microsoft.PowerShell.Commands.GenericMeasureInfo"
  static let objectName = "Microsoft.PowerShell.Commands.GenericObjectMeasureInfo"

  static let declarations: [TypeDeclaration] = [
    (numericName, "System.Nullable[double]"), (objectName, "System.Object"),
  ].map { name, type in
    TypeDeclaration(name, base: "Microsoft.PowerShell.Commands.MeasureInfo", of: MeasureResult.self) { members in
      members.property("int Count {get;}") { $0.count }
      members.property("System.Nullable[double] Average {get;set;}") { $0.average }
      members.property("System.Nullable[double] Sum {get;set;}") { $0.sum }
      members.property("\(type) Maximum {get;set;}") { $0.maximum }
      members.property("\(type) Minimum {get;set;}") { $0.minimum }
      members.property("System.Nullable[double] StandardDeviation {get;set;}") { $0.deviation }
      members.property("string Property {get;set;}") { $0.property }
      members.behavior.text = { _ in name }
    }
  }
}

/// What `Measure-Object` says about text.
struct TextMeasureResult {
  let lines: Int?
  let words: Int?
  let characters: Int?
  let property: String?

  static let typeName = "Microsoft.PowerShell.Commands.TextMeasureInfo"

  static let declarations: [TypeDeclaration] = [
    TypeDeclaration("Microsoft.PowerShell.Commands.MeasureInfo"),
    TypeDeclaration(typeName, base: "Microsoft.PowerShell.Commands.MeasureInfo", of: TextMeasureResult.self) {
      members in
      members.property("System.Nullable[int] Lines {get;set;}") { $0.lines }
      members.property("System.Nullable[int] Words {get;set;}") { $0.words }
      members.property("System.Nullable[int] Characters {get;set;}") { $0.characters }
      members.property("string Property {get;set;}") { $0.property }
      members.behavior.text = { _ in typeName }
    },
  ]
}

/// Lines, words and characters of texts, in UTF-16 units.
struct TextCount {
  private(set) var lines = 0
  private(set) var words = 0
  private(set) var characters = 0

  mutating func add(_ text: String, ignoresWhiteSpace: Bool) {
    var isInWord = false
    var last: UInt16 = 0
    for unit in text.utf16 {
      let isSpace = UTF16Text.isWhiteSpace(unit)
      if !isSpace, !isInWord { words += 1 }
      isInWord = !isSpace
      if !isSpace || !ignoresWhiteSpace { characters += 1 }
      if unit == 0x0A { lines += 1 }
      last = unit
    }
    if !text.isEmpty, last != 0x0A { lines += 1 }
  }
}
