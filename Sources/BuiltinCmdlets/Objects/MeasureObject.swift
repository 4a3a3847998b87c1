import CmdletKit
import ShellObjects

/// `Measure-Object`: counts objects and computes statistics of their numbers or texts.
struct MeasureObject: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Measure-Object", defaultParameterSet: "GenericMeasure",
    outputs: [
      "Microsoft.PowerShell.Commands.GenericMeasureInfo", "Microsoft.PowerShell.Commands.TextMeasureInfo",
      "Microsoft.PowerShell.Commands.GenericObjectMeasureInfo",
    ], synopsis: "Counts objects and computes statistics of their numbers or texts.",
    examples: [
      Example("Adds up numbers.", code: "1..4 | Measure-Object -Sum -Average"),
      Example("Counts the words of a text.", code: "'to be or not' | Measure-Object -Word"),
    ])

  @Parameter("InputObject", .fromPipeline, .type("psobject"), help: "The objects, from the pipeline.")
  var inputObject: Value
  @Parameter(
    "Property", .position(0), .type("Microsoft.PowerShell.Commands.PSPropertyExpression[]"), .validate(.notNullOrEmpty),
    help: "The properties to measure.")
  var property: [Value]
  @Parameter("StandardDeviation", .in("GenericMeasure"), help: "Computes the standard deviation of a sample.")
  var standardDeviation: Bool
  @Parameter("Sum", .in("GenericMeasure"), help: "Adds the numbers up.")
  var sum: Bool
  @Parameter("AllStats", .in("GenericMeasure"), help: "Computes everything.")
  var allStats: Bool
  @Parameter("Average", .in("GenericMeasure"), help: "Computes the mean.")
  var average: Bool
  @Parameter("Maximum", .in("GenericMeasure"), help: "Finds the largest value.")
  var maximum: Bool
  @Parameter("Minimum", .in("GenericMeasure"), help: "Finds the smallest value.")
  var minimum: Bool
  @Parameter("Line", .in("TextMeasure"), help: "Counts the lines.")
  var line: Bool
  @Parameter("Word", .in("TextMeasure"), help: "Counts the words.")
  var word: Bool
  @Parameter("Character", .in("TextMeasure"), help: "Counts the characters.")
  var character: Bool
  @Parameter("IgnoreWhiteSpace", .in("TextMeasure"), help: "Leaves white space out of the count of characters.")
  var ignoreWhiteSpace: Bool

  private var measures: [(name: String?, measure: ObjectMeasure)] = []
  private var expressions: [ObjectExpression] = []
  private var sawObject = false

  private var request: ObjectMeasure.Request {
    ObjectMeasure.Request(
      sum: sum || allStats, average: average || allStats, deviation: standardDeviation || allStats,
      maximum: maximum || allStats, minimum: minimum || allStats, lines: line, words: word, characters: character,
      ignoresWhiteSpace: ignoreWhiteSpace)
  }

  mutating func begin(_ context: any CmdletContext) throws {
    expressions = try property.map { value in
      if case .object(let block as ScriptBlock) = value.base { return .script(block) }
      return ObjectExpression(name: try value.text())
    }
    var seen: Set<String> = []
    expressions.removeAll { !seen.insert($0.text.lowercased()).inserted }
  }

  mutating func process(_ context: any CmdletContext) throws {
    guard $inputObject.isBound, !inputObject.isNull else { return }
    sawObject = true
    if expressions.isEmpty { return try measure(nil, inputObject.base, context) }
    for expression in expressions {
      for result in try expression.results(for: inputObject, context) where result.failure == nil {
        try measure(result.name, result.value, context)
      }
    }
  }

  private mutating func measure(_ name: String?, _ value: Value, _ context: any CmdletContext) throws {
    let position = measures.firstIndex { $0.name == name } ?? measures.count
    if position == measures.count { measures.append((name, ObjectMeasure(request))) }
    guard let refusal = measures[position].measure.add(value) else { return }
    try context.writeError(refusal)
  }

  mutating func end(_ context: any CmdletContext) throws {
    if measures.isEmpty, expressions.isEmpty { measures.append((nil, ObjectMeasure(request))) }
    for (name, measure) in measures {
      let isText = context.parameterSetName.equalsName("TextMeasure")
      try context.write(isText ? measure.textInfo(name) : measure.info(name))
    }
  }
}
