import CmdletKit
import ShellObjects
import ShellTypes
import Testing

@testable import BuiltinCmdlets

/// What every cmdlet has to declare.
@Suite struct DeclarationTests {
  private static var registrations: [CmdletRegistration] { BuiltinModule.module.cmdlets }

  @Test func everyNameIsRegisteredOnce() {
    let names = Self.registrations.map { $0.declaration.name.lowercased() }
    #expect(Set(names).count == names.count)
    #expect(names.count > 90)
  }

  @Test func everyCmdletIsExplainedInASentenceAndAnExample() {
    for registration in Self.registrations {
      let declaration = registration.declaration
      #expect(declaration.synopsis.hasSuffix("."), "\(declaration.name)")
      #expect(!declaration.examples.isEmpty, "\(declaration.name)")
      #expect(registration.parameters.allSatisfy { !$0.help.isEmpty }, "\(declaration.name)")
    }
  }

  @Test func noNameOrAliasOfAParameterComesTwice() {
    for registration in Self.registrations {
      let spellings = registration.parameters.flatMap { [$0.name] + $0.aliases }.map { $0.lowercased() }
      #expect(Set(spellings).count == spellings.count, "\(registration.declaration.name)")
    }
  }

  @Test func everyAliasIsOfOneWord() {
    #expect(BuiltinAliases.all.allSatisfy { !$0.name.contains(" ") && !$0.definition.isEmpty })
    #expect(BuiltinAliases.all.contains { $0.name == "%" && $0.options == [.readOnly, .allScope] })
  }
}
