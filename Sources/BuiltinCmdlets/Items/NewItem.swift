import CmdletKit
import ShellObjects

/// Makes an item: a file, a folder, a link, a variable, a function, an alias.
struct NewItem: Cmdlet {
  static let declaration = CmdletDeclaration(
    "New-Item", aliases: ["ni"], defaultParameterSet: "pathSet", confirmImpact: .medium,
    outputs: ["System.String", "System.IO.FileInfo", "System.IO.DirectoryInfo"],
    module: "Microsoft.PowerShell.Management", synopsis: "Makes a file, folder, link or other item.",
    details: "-Force makes missing folders, replaces a file and accepts a folder that is there.",
    examples: [Example("A variable", code: "New-Item -Path Variable:answer -Value 42")])

  @Parameter(
    "Path", .in("pathSet", .mandatory, .position(0), .fromPipelineByPropertyName),
    .in("nameSet", .position(0), .fromPipelineByPropertyName), .completer(.path), help: "Where the item is made.")
  var path: [String]
  @Parameter(
    "Name", .in("nameSet", .mandatory, .fromPipelineByPropertyName), .allowNull, .allowEmptyString,
    help: "The name of the item below the path.")
  var name: String
  @Parameter(
    "ItemType", .fromPipelineByPropertyName, .alias("Type"),
    help: "File, Directory, SymbolicLink or HardLink; a beginning of the word is enough.")
  var itemType: String
  @Parameter(
    "Value", .fromPipeline, .fromPipelineByPropertyName, .alias("Target"),
    help: "The content of the item, or what a link leads to.")
  var value: Value
  @Parameter("Force", help: "Makes missing folders and replaces what can be replaced.")
  var force: Bool
  var credential = CredentialArgument()

  mutating func process(_ context: any CmdletContext) throws {
    let targets = try ItemTargets(context, force: force)
    let given = path.isEmpty ? ["."] : path
    for one in given {
      try targets.attempt {
        var place = try targets.drives.resolve(one)
        if !name.isEmpty {
          place = try targets.drives.resolve(PathJoining.join(one, name))
        }
        let made = try place.provider.newItem(
          place.path, type: itemType.isEmpty ? nil : itemType, value: $value.isBound ? value : nil,
          targets.request(for: place))
        try targets.pass(made, true)
      }
    }
  }
}
