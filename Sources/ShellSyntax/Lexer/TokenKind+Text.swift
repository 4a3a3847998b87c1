extension TokenKind {
  /// How the token is written: `-ieq`, `??`, `foreach`; empty for kinds that have no one spelling.
  package var text: String {
    if rawValue >= Self.begin.rawValue { return name.lowercased() }
    return punctuationText ?? operatorText ?? ""
  }

  private var punctuationText: String? {
    switch self {
    case .lParen: "("
    case .rParen: ")"
    case .lCurly: "{"
    case .rCurly: "}"
    case .lBracket: "["
    case .rBracket: "]"
    case .atParen: "@("
    case .atCurly: "@{"
    case .dollarParen: "$("
    case .semi: ";"
    case .andAnd: "&&"
    case .orOr: "||"
    case .ampersand: "&"
    case .pipe: "|"
    case .comma: ","
    case .minusMinus, .postfixMinusMinus: "--"
    case .plusPlus, .postfixPlusPlus: "++"
    case .dotDot: ".."
    case .colonColon: "::"
    case .dot: "."
    case .exclaim: "!"
    case .multiply: "*"
    case .divide: "/"
    case .rem: "%"
    case .plus: "+"
    case .minus: "-"
    case .equals: "="
    case .plusEquals: "+="
    case .minusEquals: "-="
    case .multiplyEquals: "*="
    case .divideEquals: "/="
    case .remainderEquals: "%="
    case .colon: ":"
    case .questionMark: "?"
    case .questionQuestionEquals: "??="
    case .questionQuestion: "??"
    case .questionDot: "?."
    case .questionLBracket: "?["
    case .redirectInStd: "<"
    default: nil
    }
  }

  private var operatorText: String? {
    guard rawValue >= Self.format.rawValue, rawValue <= Self.shr.rawValue else { return nil }
    return self == .format ? "-f" : "-" + name.lowercased()
  }
}
