import CmdletKit
import ShellObjects

/// `ConvertTo-Xml`: writes objects as XML.
struct ConvertToXml: Cmdlet {
  static let declaration = CmdletDeclaration(
    "ConvertTo-Xml", outputs: ["System.Xml.XmlDocument", "System.String"], synopsis: "Writes objects as XML.",
    examples: [
      Example("Writes an object as text.", code: "[pscustomobject]@{ a = 1 } | ConvertTo-Xml -As String")
    ])

  @Parameter("Depth", .validate(.range(1...2_147_483_647)), help: "How many levels are written.")
  var depth: Int = 1
  @Parameter(
    "InputObject", .mandatory, .position(0), .fromPipeline, .type("psobject"), .allowNull,
    help: "The objects, from the pipeline.")
  var inputObject: Value
  @Parameter("NoTypeInformation", help: "Leaves out the types.")
  var noTypeInformation: Bool
  @Parameter(
    "As", .validate(.notNullOrEmpty), .validate(.oneOf(["Stream", "String", "Document"])),
    help: "A document, a text, or a stream of texts.")
  var `as`: String = "Document"

  private var objects: [Value] = []

  mutating func process(_ context: any CmdletContext) throws { if $inputObject.isBound { objects.append(inputObject) } }

  mutating func end(_ context: any CmdletContext) throws {
    let writer = ObjectXMLWriter(maximumDepth: depth, includesTypes: !noTypeInformation)
    let heading = "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
    if `as`.equalsName("Stream") {
      try context.write(.string(heading))
      try context.write(.string("<Objects>"))
      for object in objects { try context.write(.string(try writer.text(of: object, indent: 0, isIndented: true))) }
      return try context.write(.string("</Objects>"))
    }
    let isText = `as`.equalsName("String")
    let lines = try objects.map { try writer.text(of: $0, indent: 1, isIndented: isText) }
    if isText {
      let body = lines.isEmpty ? "<Objects />" : "<Objects>\n\(lines.joined(separator: "\n"))\n</Objects>"
      return try context.write(.string("\(heading)\n\(body)"))
    }
    let document = "\(heading)<Objects>\(lines.joined())</Objects>"
    try context.write(try Value.string(document).converted(to: PSType.named("System.Xml.XmlDocument")))
  }
}
