/// Why a pattern is refused, in .NET's words.
///
/// Source: System.Text.RegularExpressions of .NET 10, messages as observed.
enum ParseFailure: Error {
  case alternationHasComment
  case alternationHasNamedCapture
  case alternationHasTooManyConditions
  case malformedCondition
  case malformedConditionReference(Int)
  case undefinedConditionReference(Int)
  case captureNumberZero
  case invalidGroupName
  case invalidGroupingConstruct
  case notEnoughClosingParentheses
  case tooManyClosingParentheses
  case nestedQuantifier(String)
  case quantifierAfterNothing(String)
  case reversedQuantifier
  case numberOutOfRange
  case reversedRange
  case shorthandInRange(String)
  case subtractionNotLast
  case unterminatedSet
  case unterminatedComment
  case endingBackslash
  case unrecognizedEscape(String)
  case missingControlCharacter
  case unrecognizedControlCharacter
  case insufficientHexDigits
  case incompleteProperty
  case malformedProperty
  case unknownProperty(String)
  case malformedNamedReference
  case undefinedName(String)
  case undefinedNumber(Int)
  case nestedTooDeeply

  var reason: String {
    switch self {
    case .alternationHasComment: "Alternation conditions cannot be comments."
    case .alternationHasNamedCapture: "Alternation conditions do not capture and cannot be named."
    case .alternationHasTooManyConditions: "Too many | in (?()|)."
    case .malformedCondition: "Illegal conditional (?(...)) expression."
    case .malformedConditionReference(let number):
      "Conditional alternation is missing a closing parenthesis after the group number \(number)."
    case .undefinedConditionReference(let number):
      "Conditional alternation refers to an undefined group number \(number)."
    case .captureNumberZero: "Capture number cannot be zero."
    case .invalidGroupName: "Invalid group name: Group names must begin with a word character."
    case .invalidGroupingConstruct: "Unrecognized grouping construct."
    case .notEnoughClosingParentheses: "Not enough )'s."
    case .tooManyClosingParentheses: "Too many )'s."
    case .nestedQuantifier(let sign): "Nested quantifier '\(sign)'."
    case .quantifierAfterNothing(let sign): "Quantifier '\(sign)' following nothing."
    case .reversedQuantifier: "Illegal {x,y} with x > y."
    case .numberOutOfRange:
      "Quantifier and capture group numbers must be less than or equal to Int32.MaxValue."
    case .reversedRange: "[x-y] range in reverse order."
    case .shorthandInRange(let letter): "Cannot include class \\\(letter) in character range."
    case .subtractionNotLast: "A subtraction must be the last element in a character class."
    case .unterminatedSet: "Unterminated [] set."
    case .unterminatedComment: "Unterminated (?#...) comment."
    case .endingBackslash: "Illegal \\ at end of pattern."
    case .unrecognizedEscape(let letter): "Unrecognized escape sequence \\\(letter)."
    case .missingControlCharacter: "Missing control character."
    case .unrecognizedControlCharacter: "Unrecognized control character."
    case .insufficientHexDigits: "Insufficient or invalid hexadecimal digits."
    case .incompleteProperty: "Incomplete \\p{X} character escape."
    case .malformedProperty: "Malformed \\p{X} character escape."
    case .unknownProperty(let name): "Unknown property '\(name)'."
    case .malformedNamedReference: "Malformed \\k<...> named back reference."
    case .undefinedName(let name): "Reference to undefined group name '\(name)'."
    case .undefinedNumber(let number): "Reference to undefined group number \(number)."
    case .nestedTooDeeply: "Groups are nested more than \(PatternParser.deepestNesting) deep."
    }
  }
}
