extension TokenKind {
  /// What the grammar knows of every token of this kind.
  var traits: TokenFlags {
    if rawValue >= Self.begin.rawValue { return keywordTraits }
    if rawValue >= Self.format.rawValue { return operatorTraits }
    return punctuationTraits
  }

  private var punctuationTraits: TokenFlags {
    switch self {
    case .newLine, .lineContinuation, .comment, .endOfInput, .stringLiteral, .stringExpandable, .hereStringLiteral,
      .hereStringExpandable, .lParen, .rParen, .lCurly, .rCurly, .rBracket, .atParen, .atCurly, .dollarParen, .semi,
      .andAnd, .orOr:
      .parseModeInvariant
    case .ampersand, .pipe: [.parseModeInvariant, .specialOperator]
    case .comma: [.parseModeInvariant, .unaryOperator]
    case .minusMinus, .plusPlus: [.unaryOperator, .prefixOrPostfixOperator, .disallowedInRestrictedMode]
    case .dotDot: [.binaryPrecedenceRange, .binaryOperator, .disallowedInRestrictedMode]
    case .colonColon, .dot: [.specialOperator, .disallowedInRestrictedMode]
    case .exclaim: [.unaryOperator, .canConstantFold]
    case .multiply, .divide, .rem: [.binaryPrecedenceMultiply, .binaryOperator, .canConstantFold]
    case .plus, .minus: [.binaryPrecedenceAdd, .binaryOperator, .unaryOperator, .canConstantFold]
    case .equals, .plusEquals, .minusEquals, .multiplyEquals, .divideEquals, .remainderEquals: .assignmentOperator
    case .redirection: .disallowedInRestrictedMode
    case .redirectInStd: [.parseModeInvariant, .disallowedInRestrictedMode]
    default: []
    }
  }

  private var operatorTraits: TokenFlags {
    let comparison: TokenFlags = [.binaryPrecedenceComparison, .binaryOperator]
    switch self {
    case .format: return [.binaryPrecedenceFormat, .binaryOperator, .disallowedInRestrictedMode]
    case .not, .bnot: return [.unaryOperator, .canConstantFold]
    case .and, .or, .xor: return [.binaryPrecedenceLogical, .binaryOperator, .canConstantFold]
    case .band, .bor, .bxor: return [.binaryPrecedenceBitwise, .binaryOperator, .canConstantFold]
    case .join, .isplit: return comparison.union([.unaryOperator, .disallowedInRestrictedMode])
    case .csplit: return comparison.union([.unaryOperator, .caseSensitiveOperator, .disallowedInRestrictedMode])
    case .ieq, .ine, .ige, .igt, .ilt, .ile, .ilike, .inotlike, .icontains, .inotcontains, .iin, .inotin, .is, .isNot:
      return comparison
    case .imatch, .inotmatch, .ireplace, .as: return comparison.union(.disallowedInRestrictedMode)
    case .ceq, .cne, .cge, .cgt, .clt, .cle, .clike, .cnotlike, .ccontains, .cnotcontains, .cin, .cnotin:
      return comparison.union(.caseSensitiveOperator)
    case .cmatch, .cnotmatch, .creplace:
      return comparison.union([.caseSensitiveOperator, .disallowedInRestrictedMode])
    case .shl, .shr: return comparison.union(.canConstantFold)
    case .postfixPlusPlus, .postfixMinusMinus:
      return [.unaryOperator, .prefixOrPostfixOperator, .disallowedInRestrictedMode]
    case .colon, .questionDot: return [.specialOperator, .disallowedInRestrictedMode]
    case .questionMark: return [.ternaryOperator, .disallowedInRestrictedMode]
    case .questionQuestionEquals: return .assignmentOperator
    case .questionQuestion: return [.binaryPrecedenceCoalesce, .binaryOperator]
    default: return []
    }
  }

  private var keywordTraits: TokenFlags {
    switch self {
    case .begin, .process, .end, .clean, .dynamicparam: [.keyword, .scriptBlockBlockName]
    case .break, .continue, .data, .define, .do, .exit, .filter, .for, .foreach, .from, .function, .if, .parallel,
      .return, .sequence, .switch, .throw, .trap, .try, .using, .var, .while, .workflow:
      [.keyword, .statementDoesntSupportAttributes]
    default: .keyword
    }
  }
}
