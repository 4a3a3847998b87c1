/// All members of a type and its ancestors, by name.
package final class MemberTable: Sendable {
  /// A property or the overloads of a method.
  package struct Entry: Sendable {
    package let name: String
    package fileprivate(set) var overloads: [MemberDeclaration]
    package var isMethod: Bool { overloads.first?.call != nil }
  }

  package let instance: [Symbol: Entry]
  package let statics: [Symbol: Entry]
  package let constructors: [MemberDeclaration]
  /// Declared properties in the order `Get-Member`'s own listing starts from: own ones first, then the ancestors'.
  package let propertyOrder: [MemberDeclaration]
  package let behavior: TypeBehavior

  private init(
    instance: [Symbol: Entry], statics: [Symbol: Entry], constructors: [MemberDeclaration],
    propertyOrder: [MemberDeclaration], behavior: TypeBehavior
  ) {
    self.propertyOrder = propertyOrder
    self.instance = instance
    self.statics = statics
    self.constructors = constructors
    self.behavior = behavior
  }

  static func build(for type: PSType) -> MemberTable {
    let inherited = type.base?.members
    var instance = inherited?.instance ?? [:]
    var statics = inherited?.statics ?? [:]
    var constructors: [MemberDeclaration] = []
    var properties: [MemberDeclaration] = []
    var behavior = inherited?.behavior ?? TypeBehavior()
    if type.isArray || type.isEnum { behavior = TypeBehavior() }
    if let declaration = type.ownDeclaration ?? TypeRegistry.declaration(of: type) {
      let built = declaration.build(type)
      var seen: Set<Symbol> = []
      for member in built.members {
        let symbol = Symbol(member.name)
        if member.get != nil, member.kind != .staticProperty { properties.append(member) }
        switch member.kind {
        case .constructor: constructors.append(member)
        case .staticProperty, .staticMethod: add(member, symbol, to: &statics, isFirst: true)
        default: add(member, symbol, to: &instance, isFirst: seen.insert(symbol).inserted)
        }
      }
      behavior = behavior.overridden(by: built.behavior)
    }
    let own = Set(properties.map { Symbol($0.name) })
    properties += (inherited?.propertyOrder ?? []).filter { !own.contains(Symbol($0.name)) }
    return MemberTable(
      instance: instance, statics: statics, constructors: constructors, propertyOrder: properties, behavior: behavior)
  }

  /// Own members hide inherited properties; overloads of one method are kept together.
  private static func add(_ member: MemberDeclaration, _ symbol: Symbol, to table: inout [Symbol: Entry], isFirst: Bool)
  {
    if var entry = table[symbol], entry.isMethod, member.call != nil {
      entry.overloads.removeAll { $0.signature.text == member.signature.text }
      entry.overloads.append(member)
      table[symbol] = entry
    } else {
      table[symbol] = Entry(name: member.name, overloads: [member])
    }
  }
}

extension TypeBehavior {
  fileprivate func overridden(by own: TypeBehavior) -> TypeBehavior {
    var result = self
    if let text = own.text { result.text = text }
    if let equals = own.equals { result.equals = equals }
    if let order = own.order { result.order = order }
    if let hash = own.hash { result.hash = hash }
    if let isTrue = own.isTrue { result.isTrue = isTrue }
    // Parsing and conversion make values of one type and are not inherited.
    result.parse = own.parse
    result.convert = own.convert
    if let format = own.format { result.format = format }
    if let elements = own.elements { result.elements = elements }
    result.isKeptWhole = isKeptWhole || own.isKeptWhole
    if let count = own.count { result.count = count }
    if let getElement = own.getElement { result.getElement = getElement }
    if let setElement = own.setElement { result.setElement = setElement }
    if let ownProperty = own.ownProperty { result.ownProperty = ownProperty }
    if let setOwnProperty = own.setOwnProperty { result.setOwnProperty = setOwnProperty }
    if let ownPropertyNames = own.ownPropertyNames { result.ownPropertyNames = ownPropertyNames }
    return result
  }
}
