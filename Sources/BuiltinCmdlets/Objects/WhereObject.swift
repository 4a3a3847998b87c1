import CmdletKit
import RegularExpressions
import ShellObjects

/// `Where-Object`: passes on the objects for which a condition holds.
struct WhereObject: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Where-Object", defaultParameterSet: "EqualSet", module: "Microsoft.PowerShell.Core",
    synopsis: "Passes on the objects for which a condition holds.",
    examples: [
      Example("Keeps the even numbers.", code: "1..6 | Where-Object { $_ % 2 -eq 0 }"),
      Example("Compares a property without a script block.", code: "Get-Verb | Where-Object Group -eq Security"),
    ])

  @Parameter("InputObject", .fromPipeline, .type("psobject"), help: "The objects, from the pipeline.")
  var inputObject: Value
  @Parameter(
    "FilterScript", .in("ScriptBlockSet", .mandatory, .position(0)), help: "The condition; the object is `$_`.")
  var filterScript: ObjectArgument<ScriptBlock>
  @Parameter(
    "Property",
    .in(
      [
        "CaseSensitiveContainsSet", "CaseSensitiveEqualSet", "CaseSensitiveGreaterOrEqualSet",
        "CaseSensitiveGreaterThanSet", "CaseSensitiveInSet", "CaseSensitiveLessOrEqualSet", "CaseSensitiveLessThanSet",
        "CaseSensitiveLikeSet", "CaseSensitiveMatchSet", "CaseSensitiveNotContainsSet", "CaseSensitiveNotEqualSet",
        "CaseSensitiveNotInSet", "CaseSensitiveNotLikeSet", "CaseSensitiveNotMatchSet", "ContainsSet", "EqualSet",
        "GreaterOrEqualSet", "GreaterThanSet", "InSet", "IsNotSet", "IsSet", "LessOrEqualSet", "LessThanSet", "LikeSet",
        "MatchSet", "Not", "NotContainsSet", "NotEqualSet", "NotInSet", "NotLikeSet", "NotMatchSet",
      ], .mandatory, .position(0)), .validate(.notNullOrEmpty), help: "The property to compare.")
  var property: String?
  @Parameter(
    "Value",
    .in(
      [
        "CaseSensitiveContainsSet", "CaseSensitiveEqualSet", "CaseSensitiveGreaterOrEqualSet",
        "CaseSensitiveGreaterThanSet", "CaseSensitiveInSet", "CaseSensitiveLessOrEqualSet", "CaseSensitiveLessThanSet",
        "CaseSensitiveLikeSet", "CaseSensitiveMatchSet", "CaseSensitiveNotContainsSet", "CaseSensitiveNotEqualSet",
        "CaseSensitiveNotInSet", "CaseSensitiveNotLikeSet", "CaseSensitiveNotMatchSet", "ContainsSet", "EqualSet",
        "GreaterOrEqualSet", "GreaterThanSet", "InSet", "IsNotSet", "IsSet", "LessOrEqualSet", "LessThanSet", "LikeSet",
        "MatchSet", "NotContainsSet", "NotEqualSet", "NotInSet", "NotLikeSet", "NotMatchSet",
      ], .position(1)), help: "What the property is compared with.")
  var value: Value
  @Parameter("EQ", .in("EqualSet"), .alias("IEQ"), help: "Keeps objects whose property equals the value.")
  var isEqual: Bool
  @Parameter(
    "CEQ", .in("CaseSensitiveEqualSet", .mandatory),
    help: "Keeps objects whose property equals the value, case told apart.")
  var isEqualCased: Bool
  @Parameter(
    "NE", .in("NotEqualSet", .mandatory), .alias("INE"), help: "Keeps objects whose property differs from the value.")
  var isUnequal: Bool
  @Parameter(
    "CNE", .in("CaseSensitiveNotEqualSet", .mandatory),
    help: "Keeps objects whose property differs from the value, case told apart.")
  var isUnequalCased: Bool
  @Parameter(
    "GT", .in("GreaterThanSet", .mandatory), .alias("IGT"),
    help: "Keeps objects whose property is greater than the value.")
  var isGreater: Bool
  @Parameter(
    "CGT", .in("CaseSensitiveGreaterThanSet", .mandatory),
    help: "Keeps objects whose property is greater than the value, case told apart.")
  var isGreaterCased: Bool
  @Parameter(
    "LT", .in("LessThanSet", .mandatory), .alias("ILT"), help: "Keeps objects whose property is less than the value.")
  var isLess: Bool
  @Parameter(
    "CLT", .in("CaseSensitiveLessThanSet", .mandatory),
    help: "Keeps objects whose property is less than the value, case told apart.")
  var isLessCased: Bool
  @Parameter(
    "GE", .in("GreaterOrEqualSet", .mandatory), .alias("IGE"),
    help: "Keeps objects whose property is at least the value.")
  var isAtLeast: Bool
  @Parameter(
    "CGE", .in("CaseSensitiveGreaterOrEqualSet", .mandatory),
    help: "Keeps objects whose property is at least the value, case told apart.")
  var isAtLeastCased: Bool
  @Parameter(
    "LE", .in("LessOrEqualSet", .mandatory), .alias("ILE"), help: "Keeps objects whose property is at most the value.")
  var isAtMost: Bool
  @Parameter(
    "CLE", .in("CaseSensitiveLessOrEqualSet", .mandatory),
    help: "Keeps objects whose property is at most the value, case told apart.")
  var isAtMostCased: Bool
  @Parameter(
    "Like", .in("LikeSet", .mandatory), .alias("ILike"), help: "Keeps objects whose property matches the wildcard.")
  var isLike: Bool
  @Parameter(
    "CLike", .in("CaseSensitiveLikeSet", .mandatory),
    help: "Keeps objects whose property matches the wildcard, case told apart.")
  var isLikeCased: Bool
  @Parameter(
    "NotLike", .in("NotLikeSet", .mandatory), .alias("INotLike"),
    help: "Keeps objects whose property does not match the wildcard.")
  var isUnlike: Bool
  @Parameter(
    "CNotLike", .in("CaseSensitiveNotLikeSet", .mandatory),
    help: "Keeps objects whose property does not match the wildcard, case told apart.")
  var isUnlikeCased: Bool
  @Parameter(
    "Match", .in("MatchSet", .mandatory), .alias("IMatch"),
    help: "Keeps objects whose property matches the regular expression.")
  var isMatch: Bool
  @Parameter(
    "CMatch", .in("CaseSensitiveMatchSet", .mandatory),
    help: "Keeps objects whose property matches the regular expression, case told apart.")
  var isMatchCased: Bool
  @Parameter(
    "NotMatch", .in("NotMatchSet", .mandatory), .alias("INotMatch"),
    help: "Keeps objects whose property does not match the regular expression.")
  var isNoMatch: Bool
  @Parameter(
    "CNotMatch", .in("CaseSensitiveNotMatchSet", .mandatory),
    help: "Keeps objects whose property does not match the regular expression, case told apart.")
  var isNoMatchCased: Bool
  @Parameter(
    "Contains", .in("ContainsSet", .mandatory), .alias("IContains"),
    help: "Keeps objects whose property contains the value.")
  var hasValue: Bool
  @Parameter(
    "CContains", .in("CaseSensitiveContainsSet", .mandatory),
    help: "Keeps objects whose property contains the value, case told apart.")
  var hasValueCased: Bool
  @Parameter(
    "NotContains", .in("NotContainsSet", .mandatory), .alias("INotContains"),
    help: "Keeps objects whose property does not contain the value.")
  var lacksValue: Bool
  @Parameter(
    "CNotContains", .in("CaseSensitiveNotContainsSet", .mandatory),
    help: "Keeps objects whose property does not contain the value, case told apart.")
  var lacksValueCased: Bool
  @Parameter(
    "In", .in("InSet", .mandatory), .alias("IIn"), help: "Keeps objects whose property is one of the values.")
  var isAmong: Bool
  @Parameter(
    "CIn", .in("CaseSensitiveInSet", .mandatory),
    help: "Keeps objects whose property is one of the values, case told apart.")
  var isAmongCased: Bool
  @Parameter(
    "NotIn", .in("NotInSet", .mandatory), .alias("INotIn"), help: "Keeps objects whose property is none of the values.")
  var isNotAmong: Bool
  @Parameter(
    "CNotIn", .in("CaseSensitiveNotInSet", .mandatory),
    help: "Keeps objects whose property is none of the values, case told apart.")
  var isNotAmongCased: Bool
  @Parameter("Is", .in("IsSet", .mandatory), help: "Keeps objects whose property is of the type.")
  var isOfType: Bool
  @Parameter("IsNot", .in("IsNotSet", .mandatory), help: "Keeps objects whose property is not of the type.")
  var isNotOfType: Bool
  @Parameter("Not", .in("Not", .mandatory), help: "Keeps objects whose property is false, null or missing.")
  var negates: Bool

  private var runner: (any BlockRunner)?
  private var test = PropertyTest(property: "", value: .null, set: "")

  mutating func begin(_ context: any CmdletContext) throws {
    if let block = filterScript.object {
      runner = context.session.makeRunner(block, context)
      return
    }
    let set = context.parameterSetName
    let comparesNothing = set.equalsName("EqualSet") && !$isEqual.isBound
    if comparesNothing, $value.isBound {
      throw ShellError(
        "System.Management.Automation.PSArgumentException",
        "An operator is required to compare the two specified values. Include a valid operator in the command, and then try the command again. For example, Get-Process | Where-Object -Property Name -eq Idle",
        id: "OperatorNotSpecified", .invalidArgument)
    }
    test = PropertyTest(
      property: property ?? "", value: value, set: comparesNothing ? "Truth" : set)
    if test.needsValue, !$value.isBound {
      throw ShellError(
        "System.Management.Automation.PSArgumentException",
        "The specified operator requires both the -Property and -Value parameters. Provide values for both parameters, and then try the command again.",
        id: "ValueNotSpecifiedForWhereObject", .invalidArgument)
    }
  }

  mutating func process(_ context: any CmdletContext) throws {
    guard context.expectsInput || $inputObject.isBound else { return }
    if let runner {
      if try runner.test(inputObject) { try context.write(inputObject) }
      return
    }
    if try test.holds(for: inputObject, context) { try context.write(inputObject) }
  }
}
