import CmdletKit
import ShellFormatting
import ShellObjects

/// `Remove-TypeData`: takes out members that were added to a type.
struct RemoveTypeData: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Remove-TypeData", defaultParameterSet: "RemoveTypeDataSet", confirmImpact: .medium,
    synopsis: "Takes out members that were added to a type.",
    examples: [
      Example("Takes everything out that was added to texts.", code: "Remove-TypeData System.String")
    ])

  @Parameter(
    "TypeName", .in("RemoveTypeSet", .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName),
    .validate(.notNullOrEmpty), help: "The type.")
  var typeName: String?
  @Parameter(
    "Path", .in("RemoveFileSet", .mandatory), .validate(.notNullOrEmpty),
    help: "Files of type data, which are not supported.")
  var path: [String]
  @Parameter(
    "TypeData", .in("RemoveTypeDataSet", .mandatory, .fromPipeline),
    .type("System.Management.Automation.Runspaces.TypeData"), help: "Data about types.")
  var typeData: Value

  mutating func process(_ context: any CmdletContext) throws {
    let name = try typeName ?? typeData.property("TypeName").text()
    guard !name.isEmpty, try context.shouldProcess(name) else { return }
    context.session.service(FormatViews.self)?.setDisplayProperties(nil, for: name)
    guard let store = context.session.service((any TypeDataStore).self) else { throw TypeDataErrors.notSupported() }
    try context.attempt { try store.removeAll(of: name) }
  }
}
