import CmdletKit
import ShellObjects
import ShellTypes

/// `Select-Xml`: finds nodes of XML by XPath.
struct SelectXml: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Select-Xml", defaultParameterSet: "Xml", outputs: ["Microsoft.PowerShell.Commands.SelectXmlInfo"],
    synopsis: "Finds nodes of XML by XPath.",
    examples: [
      Example("Finds the elements of a text.", code: "Select-Xml -Content '<r><a>1</a></r>' -XPath '//a'")
    ])

  @Parameter(
    "Path", .in("Path", .mandatory, .position(1), .fromPipelineByPropertyName), .validate(.notNullOrEmpty),
    help: "The files; wildcards are allowed.")
  var path: [String]
  @Parameter(
    "LiteralPath", .in("LiteralPath", .mandatory, .fromPipelineByPropertyName), .alias("PSPath", "LP"),
    .validate(.notNullOrEmpty), help: "The files; no character is special.")
  var literalPath: [String]
  @Parameter(
    "Xml", .in("Xml", .mandatory, .position(1), .fromPipeline, .fromPipelineByPropertyName), .alias("Node"),
    .type("System.Xml.XmlNode[]"), .validate(.notNullOrEmpty), help: "Documents or nodes.")
  var xml: [Value]
  @Parameter(
    "Content", .in("Content", .mandatory, .fromPipeline), .validate(.notNullOrEmpty), help: "Texts of XML.")
  var content: [String]
  @Parameter("XPath", .mandatory, .position(0), .validate(.notNullOrEmpty), help: "The expression.")
  var xPath: String
  @Parameter("Namespace", .validate(.notNullOrEmpty), help: "The prefixes of the expression and their names.")
  var namespace: ObjectArgument<PSHashtable>

  mutating func process(_ context: any CmdletContext) throws {
    var sources: [(node: Value, path: String)] = xml.map { ($0, "InputStream") }
    for text in content { try context.attempt { sources.append((try Self.document(text), "InputStream")) } }
    let isLiteral = $literalPath.isBound
    for given in isLiteral ? literalPath : path {
      try context.attempt {
        for file in try FilePaths.existing(given, isLiteral: isLiteral, id: "PathNotFound", context) {
          sources.append((try Self.document(try FileReader.text(file, encoding: .utf8)), file))
        }
      }
    }
    for source in sources { try search(source.node, path: source.path, context) }
  }

  private static func document(_ text: String) throws -> Value {
    try Value.string(text).converted(to: PSType.named("System.Xml.XmlDocument"))
  }

  private func search(_ node: Value, path: String, _ context: any CmdletContext) throws {
    var arguments: [Value] = [.string(xPath)]
    if let table = namespace.object { arguments.append(try names(table, of: node)) }
    do {
      let found = try node.callMethod(Symbol("SelectNodes"), arguments) ?? .void
      for match in try found.enumerated() {
        let result = XMLFinding(node: match, path: path, pattern: xPath)
        try context.write(.object(Box(result, PSType.named(XMLFinding.typeName))))
      }
    } catch let error as ShellError {
      let cause = error.record.exception.inner ?? error.record.exception
      throw ShellError(ErrorRecord(cause, id: cause.type.fullName, .notSpecified))
    }
  }

  /// A namespace manager with the prefixes of a table.
  private func names(_ table: PSHashtable, of node: Value) throws -> Value {
    let document = try node.property("OwnerDocument")
    let nameTable = try (document.isNull ? node : document).property("NameTable")
    let manager = try PSType.named("System.Xml.XmlNamespaceManager").construct([nameTable])
    for (prefix, name) in zip(table.keys, table.values) {
      _ = try manager.callMethod(Symbol("AddNamespace"), [.string(try prefix.text()), .string(try name.text())])
    }
    return manager
  }
}

/// A node that `Select-Xml` found.
struct XMLFinding {
  let node: Value
  let path: String
  let pattern: String

  static let typeName = "Microsoft.PowerShell.Commands.SelectXmlInfo"

  static let declaration = TypeDeclaration(typeName, of: XMLFinding.self) { members in
    members.property("System.Xml.XmlNode Node {get;set;}") { $0.node }
    members.property("string Path {get;set;}") { $0.path }
    members.property("string Pattern {get;}") { $0.pattern }
    members.behavior.text = { try $0.payload(XMLFinding.self)?.node.property("InnerText").text() ?? "" }
  }
}
