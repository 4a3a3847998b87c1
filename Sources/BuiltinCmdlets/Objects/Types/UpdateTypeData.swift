import CmdletKit
import ShellFormatting
import ShellObjects

/// `Update-TypeData`: adds members to every object of a type.
struct UpdateTypeData: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Update-TypeData", defaultParameterSet: "FileSet", confirmImpact: .low,
    synopsis: "Adds members to every object of a type.",
    examples: [
      Example(
        "Gives texts a property.",
        code:
          "Update-TypeData -TypeName System.String -MemberName Shout -MemberType ScriptProperty -Value { $this.ToUpper() } -Force"
      )
    ])

  @Parameter(
    "MemberType", .in("DynamicTypeSet"), .type("System.Management.Automation.PSMemberTypes"),
    .validate(.notNullOrEmpty),
    .validate(
      .oneOf(["NoteProperty", "AliasProperty", "ScriptProperty", "CodeProperty", "ScriptMethod", "CodeMethod"])),
    help: "The kind of the member.")
  var memberType: String?
  @Parameter("MemberName", .in("DynamicTypeSet"), .validate(.notNullOrEmpty), help: "The name of the member.")
  var memberName: String?
  @Parameter("Value", .in("DynamicTypeSet"), help: "The value, the script block, or the name an alias stands for.")
  var value: Value
  @Parameter(
    "SecondValue", .in("DynamicTypeSet"), .validate(.notNull),
    help: "The script block that sets a property, or the type of an alias.")
  var secondValue: Value
  @Parameter(
    "TypeConverter", .in("DynamicTypeSet"), .type("System.Type"), .validate(.notNull),
    help: "A converter of the type, which is not supported.")
  var typeConverter: Value
  @Parameter(
    "TypeAdapter", .in("DynamicTypeSet"), .type("System.Type"), .validate(.notNull),
    help: "An adapter of the type, which is not supported.")
  var typeAdapter: Value
  @Parameter(
    "SerializationMethod", .in("DynamicTypeSet"), .validate(.notNullOrEmpty), help: "How the type is written to files.")
  var serializationMethod: String?
  @Parameter(
    "TargetTypeForDeserialization", .in("DynamicTypeSet"), .type("System.Type"), .validate(.notNull),
    help: "What is made when the type is read.")
  var targetTypeForDeserialization: Value
  @Parameter(
    "SerializationDepth", .in("DynamicTypeSet"), .validate(.notNull), .validate(.range(0...2_147_483_647)),
    help: "How deep the type is written.")
  var serializationDepth: Int?
  @Parameter(
    "DefaultDisplayProperty", .in("DynamicTypeSet"), .validate(.notNullOrEmpty),
    help: "The property that wide listings show.")
  var defaultDisplayProperty: String?
  @Parameter(
    "InheritPropertySerializationSet", .in("DynamicTypeSet"), .type("System.Nullable`1[System.Boolean]"),
    .validate(.notNull), help: "Whether the written properties are the ancestor's.")
  var inheritPropertySerializationSet: Value
  @Parameter(
    "StringSerializationSource", .in("DynamicTypeSet"), .validate(.notNullOrEmpty),
    help: "The property whose text is written.")
  var stringSerializationSource: String?
  @Parameter(
    "DefaultDisplayPropertySet", .in("DynamicTypeSet"), .validate(.notNullOrEmpty),
    help: "The properties that listings show.")
  var defaultDisplayPropertySet: [String]
  @Parameter(
    "DefaultKeyPropertySet", .in("DynamicTypeSet"), .validate(.notNullOrEmpty),
    help: "The properties that objects are sorted by.")
  var defaultKeyPropertySet: [String]
  @Parameter(
    "PropertySerializationSet", .in("DynamicTypeSet"), .validate(.notNullOrEmpty),
    help: "The properties that are written to files.")
  var propertySerializationSet: [String]
  @Parameter(
    "TypeName", .in("DynamicTypeSet", .mandatory, .fromPipeline), .validate(.notNullOrEmpty), help: "The type.")
  var typeName: String?
  @Parameter("Force", .in(["DynamicTypeSet", "TypeDataSet"]), help: "Replaces members of the same name.")
  var force: Bool
  @Parameter(
    "TypeData", .in("TypeDataSet", .mandatory, .position(0), .fromPipeline, .fromPipelineByPropertyName),
    .type("System.Management.Automation.Runspaces.TypeData[]"), help: "Data about types.")
  var typeData: [Value]
  @Parameter(
    "AppendPath", .in("FileSet", .position(0), .fromPipeline, .fromPipelineByPropertyName), .alias("PSPath", "Path"),
    .validate(.notNull), help: "Files of type data, which are not supported.")
  var appendPath: [String]
  @Parameter(
    "PrependPath", .in("FileSet"), .validate(.notNull), help: "Files of type data, which are not supported.")
  var prependPath: [String]

  mutating func process(_ context: any CmdletContext) throws {
    guard let typeName else { return }
    guard try context.shouldProcess("Update type data for type name: \(typeName)", "Update TypeData") else { return }
    if let memberName {
      guard let store = context.session.service((any TypeDataStore).self) else {
        throw TypeDataErrors.notSupported()
      }
      let member = try AddedMember(kind: memberType ?? "NoteProperty", value: value, second: secondValue).member()
      try context.attempt { try store.addMember(memberName, member, to: typeName, force: force) }
    }
    let views = context.session.service(FormatViews.self)
    if !defaultDisplayPropertySet.isEmpty { views?.setDisplayProperties(defaultDisplayPropertySet, for: typeName) }
    if let defaultDisplayProperty { views?.setDisplayProperty(defaultDisplayProperty, for: typeName) }
    if !defaultKeyPropertySet.isEmpty, let store = context.session.service((any TypeDataStore).self) {
      store.setKeyProperties(defaultKeyPropertySet, for: typeName)
    }
  }
}
