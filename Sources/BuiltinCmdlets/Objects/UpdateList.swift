import CmdletKit
import ShellObjects

/// `Update-List`: adds values to a list, and takes others out.
struct UpdateList: Cmdlet {
  static let declaration = CmdletDeclaration(
    "Update-List", defaultParameterSet: "AddRemoveSet", synopsis: "Adds values to a list, and takes others out.",
    examples: [
      Example(
        "Changes a list that a property holds.",
        code: "[pscustomobject]@{ Tags = [System.Collections.ArrayList]@('a') } | Update-List Tags -Add b")
    ])

  @Parameter("Add", .in("AddRemoveSet"), .validate(.notNullOrEmpty), help: "The values to add.")
  var add: [Value]
  @Parameter("Remove", .in("AddRemoveSet"), .validate(.notNullOrEmpty), help: "The values to take out.")
  var remove: [Value]
  @Parameter(
    "Replace", .in("ReplaceSet", .mandatory), .validate(.notNullOrEmpty), help: "The values that take the place of all."
  )
  var replace: [Value]
  @Parameter(
    "InputObject", .fromPipeline, .type("psobject"), .validate(.notNullOrEmpty), help: "The object with the list.")
  var inputObject: Value
  @Parameter("Property", .position(0), .validate(.notNullOrEmpty), help: "The property that holds the list.")
  var property: String?

  mutating func process(_ context: any CmdletContext) throws {
    guard let property, $inputObject.isBound else { return }
    guard let list = try inputObject.findProperty(Symbol(property)) else {
      return try context.writeError(
        ErrorRecord(
          ExceptionObject(PSType.named("System.Management.Automation.PSArgumentException"), ""),
          id: "MemberDoesntExist", .invalidOperation, target: inputObject))
    }
    if let target = list.object(as: ListObject.self) {
      target.elements = try changed(target.elements)
    } else {
      _ = try inputObject.setProperty(property, Value(try changed(list.isNull ? [] : list.enumerated())))
    }
    try context.write(inputObject)
  }

  private func changed(_ elements: [Value]) throws -> [Value] {
    if $replace.isBound { return replace }
    return try elements.filter { element in try !remove.contains { try $0.netEquals(element) } } + add
  }

  mutating func end(_ context: any CmdletContext) throws {
    guard property == nil else { return }
    let table = PSHashtable()
    if $add.isBound { table.set("Add", Value(add)) }
    if $remove.isBound { table.set("Remove", Value(remove)) }
    if $replace.isBound { table.set("Replace", Value(replace)) }
    try context.write(.object(table))
  }
}
