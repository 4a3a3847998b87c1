import ShellObjects

/// PSVariable and PSReference: variables as objects.
enum VariableTypes {
  private static let optionsType = PSType.named("System.Management.Automation.ScopedItemOptions")

  private static let collectionType = PSType.parse("System.Collections.ObjectModel.Collection[psobject]") ?? .object

  static let declarations: [TypeDeclaration] = [
    TypeDeclaration("System.Management.Automation.PSReference", accelerators: ["ref"], of: ReferenceObject.self) { t in
      t.property("System.Object Value {get;set;}") {
        $0.cell.current
      } set: {
        try $0.cell.assign($1)
      }
    },
    TypeDeclaration("System.Management.Automation.PSVariable", accelerators: ["psvariable"], of: VariableCell.self) {
      t in
      t.constructor("psvariable new(string name, System.Object value)") { VariableCell($0.string(0), $0[1]) }
      t.property("string Name {get;}") { $0.name }
      t.property("System.Object Value {get;set;}") {
        $0.current
      } set: {
        try $0.assign($1)
      }
      t.property("string Description {get;set;}") {
        $0.descriptionText
      } set: {
        $0.descriptionText = try $1.text()
      }
      t.property("System.Management.Automation.ScopedItemOptions Options {get;set;}") { cell in
        EnumObject(Int64(cell.options.rawValue), optionsType)
      } set: { cell, value in
        if let number = value.object(as: EnumObject.self)?.number {
          cell.options = ScopedItemOptions(rawValue: Int(number))
        }
      }
      t.property("System.Management.Automation.SessionStateEntryVisibility Visibility {get;set;}") { _ in "Public" }
      t.property("string ModuleName {get;}") { _ in "" }
      t.property("psmoduleinfo Module {get;}") { _ in Value.null }
      t.property("System.Collections.ObjectModel.Collection[System.Attribute] Attributes {get;}") {
        Value($0.attributes)
      }
      t.behavior.text = { _ in "System.Management.Automation.PSVariable" }
    },
    TypeDeclaration("System.Management.Automation.ScriptBlock", accelerators: ["scriptblock"], of: ScriptBlock.self) {
      t in
      t.method("System.Collections.ObjectModel.Collection[psobject] Invoke(Params System.Object[] args)") {
        block, arguments in
        ListObject(try block.invoke(arguments.elements(0)), collectionType)
      }
      t.method("System.Object InvokeReturnAsIs(Params System.Object[] args)") { block, arguments in
        Value.collected(try block.invoke(arguments.elements(0)))
      }
    },
  ]
}
