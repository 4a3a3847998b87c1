package import ShellObjects

/// The untyped side of a parameter of a running cmdlet: what the binder sees.
package class ParameterCell {
  /// Everything about the parameter as data; made at first use, which an invocation does not need.
  package private(set) lazy var declaration = makeDeclaration()
  package fileprivate(set) var isBound = false
  private let name: String
  private let traits: [ParameterTrait]
  private let help: String

  fileprivate init(_ name: String, _ traits: [ParameterTrait], _ help: String) {
    self.name = name
    self.traits = traits
    self.help = help
  }

  fileprivate var declaredType: PSType { .object }

  private func makeDeclaration() -> ParameterDeclaration {
    var draft = ParameterDeclaration(name, type: declaredType)
    // Why twice: membership of named sets decides whether bare traits speak of all sets or of those.
    for trait in traits { trait.apply(&draft, []) }
    let sets = draft.setNames.isEmpty ? [ParameterDeclaration.allSets] : draft.setNames
    var complete = ParameterDeclaration(name, type: declaredType)
    if draft.setNames.isEmpty {
      complete.sets[ParameterDeclaration.allSets] = ParameterSetFacts()
      complete.setNames = [ParameterDeclaration.allSets]
    }
    for trait in traits { trait.apply(&complete, sets) }
    complete.help = help
    return complete
  }

  /// Stores a value already converted to the declared type.
  package func bind(_ value: Value) throws { isBound = true }

  /// Forgets the value, so that the next pipeline object can bring its own.
  package func unbind() { isBound = false }
}

private final class TypedCell<T: ParameterValue>: ParameterCell {
  var value: T
  let initial: T

  init(_ initial: T, _ name: String, _ traits: [ParameterTrait], _ help: String) {
    value = initial
    self.initial = initial
    super.init(name, traits, help)
  }

  override var declaredType: PSType { T.declaredType }

  override func bind(_ value: Value) throws {
    self.value = try T(bound: value)
    isBound = true
  }

  override func unbind() {
    value = initial
    isBound = false
  }
}

/// A parameter of a cmdlet: declared once, read as a property.
///
/// The Swift type says most: `Bool` is a switch, `T?` and `[T]` may stay unbound, an initial value is the default.
@propertyWrapper
package struct Parameter<T: ParameterValue> {
  private let cell: TypedCell<T>

  package init(wrappedValue: T, _ name: String, _ traits: ParameterTrait..., help: String) {
    cell = TypedCell(wrappedValue, name, traits, help)
  }

  package init(_ name: String, _ traits: ParameterTrait..., help: String) {
    cell = TypedCell(T.unbound, name, traits, help)
  }

  package var wrappedValue: T { cell.value }

  /// `$name.isBound` tells whether the user gave the parameter.
  package var projectedValue: ParameterCell { cell }
}

/// Parameters that several cmdlets share.
package protocol ParameterGroup {}

/// Finds the parameters among the stored properties of a cmdlet and of its groups.
package protocol ParameterHolder {
  var parameterCell: ParameterCell { get }
}

extension Parameter: ParameterHolder {
  package var parameterCell: ParameterCell { cell }
}

extension Cmdlet {
  /// The cells of this cmdlet's parameters in declared order.
  package var parameterCells: [ParameterCell] { Self.cells(in: self) }

  private static func cells(in subject: Any) -> [ParameterCell] {
    Mirror(reflecting: subject).children.flatMap { child -> [ParameterCell] in
      switch child.value {
      case let holder as any ParameterHolder: [holder.parameterCell]
      case let group as any ParameterGroup: cells(in: group)
      default: []
      }
    }
  }
}
