import CmdletKit
import ShellObjects

/// `ConvertTo-Html`: writes objects as an HTML page.
struct ConvertToHtml: Cmdlet {
  static let declaration = CmdletDeclaration(
    "ConvertTo-Html", defaultParameterSet: "Page", outputs: ["System.String"],
    synopsis: "Writes objects as an HTML page.",
    examples: [
      Example("Writes a table only.", code: "Get-Verb -Group Security | ConvertTo-Html Verb, Group -Fragment")
    ])

  @Parameter("InputObject", .fromPipeline, .type("psobject"), help: "The objects, from the pipeline.")
  var inputObject: Value
  @Parameter(
    "Property", .position(0),
    help: "The columns: names, wildcards, script blocks, or hashtables with Label and Expression.")
  var property: [Value]
  @Parameter("Body", .in("Page", .position(3)), help: "What stands at the beginning of the body.")
  var body: [String]
  @Parameter("Head", .in("Page", .position(1)), help: "What stands in the head, instead of the title.")
  var head: [String]
  @Parameter("Title", .in("Page", .position(2)), .validate(.notNullOrEmpty), help: "The title of the page.")
  var title: String = "HTML TABLE"
  @Parameter(
    "As", .validate(.notNullOrEmpty), .validate(.oneOf(["Table", "List"])),
    help: "A table with a row an object, or a list.")
  var `as`: String = "Table"
  @Parameter(
    "CssUri", .in("Page"), .alias("cu", "uri"), .shownAs("System.Uri"), .validate(.notNullOrEmpty),
    help: "The address of a style sheet.")
  var cssUri: Value
  @Parameter(
    "Fragment", .in("Fragment"), .validate(.notNullOrEmpty), help: "Writes the table without a page around it.")
  var fragment: Bool
  @Parameter("PostContent", .validate(.notNullOrEmpty), help: "What stands behind the table.")
  var postContent: [String]
  @Parameter("PreContent", .validate(.notNullOrEmpty), help: "What stands before the table.")
  var preContent: [String]
  @Parameter("Meta", .in("Page"), .validate(.notNullOrEmpty), help: "Names and contents of meta elements.")
  var meta: ObjectArgument<PSHashtable>
  @Parameter("Charset", .in("Page"), .validate(.notNullOrEmpty), help: "The encoding the page says it has.")
  var charset: String?
  @Parameter("Transitional", .in("Page"), .validate(.notNullOrEmpty), help: "Names the transitional document type.")
  var transitional: Bool

  private var properties: [CalculatedProperty] = []
  private var columns: [CalculatedProperty]?
  private var isFirst = true

  mutating func begin(_ context: any CmdletContext) throws {
    properties = try CalculatedProperty.all(property, for: .html)
    if !fragment {
      let cssAddress = cssUri.isNull ? nil : try cssUri.text()
      let page = HTMLPage(
        title: title, head: $head.isBound ? head : nil, style: cssAddress, charset: charset, meta: meta.object,
        isTransitional: transitional)
      for line in try page.opening { try context.write(.string(line)) }
      for line in body { try context.write(.string(line)) }
    }
    for line in preContent { try context.write(.string(line)) }
    try context.write(.string("<table>"))
  }

  mutating func process(_ context: any CmdletContext) throws {
    guard $inputObject.isBound, !inputObject.isNull else { return }
    let rows = HTMLRows(context: context)
    if `as`.equalsName("List") {
      if !isFirst { try context.write(.string("<tr><td><hr></td></tr>")) }
      isFirst = false
      for line in try rows.list(inputObject, try chosen(inputObject)) { try context.write(.string(line)) }
      return
    }
    if columns == nil {
      let first = try chosen(inputObject)
      columns = first
      for line in rows.heading(first) { try context.write(.string(line)) }
    }
    if columns?.isEmpty ?? true { return }
    try context.write(.string(try rows.row(inputObject, columns ?? [])))
  }

  private func chosen(_ object: Value) throws -> [CalculatedProperty] {
    let wanted = properties.isEmpty ? [CalculatedProperty(ObjectExpression(name: "*"))] : properties
    return try CalculatedProperty.expanded(wanted, over: [object]).filter { column in
      guard case .name(let name) = column.expression else { return true }
      return try object.hasProperty(name)
    }
  }

  mutating func end(_ context: any CmdletContext) throws {
    try context.write(.string("</table>"))
    for line in postContent { try context.write(.string(line)) }
    if !fragment { try context.write(.string("</body></html>")) }
  }
}
