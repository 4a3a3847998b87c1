import ShellObjects

/// All views and display properties of a session, by type name.
///
/// Built on first use; rooms register theirs with a closure that is called then.
package final class FormatViews {
  private var providers: [() -> [FormatView]]
  private var byType: [String: [FormatView]] = [:]
  private var isBuilt = false
  private var displayProperties: [String: [String]] = [:]
  private var singleProperties: [String: String] = [:]

  /// PowerShell's own views.
  package init() {
    providers = [BuiltinViews.all]
    displayProperties = BuiltinViews.displayProperties
    singleProperties = BuiltinViews.singleProperties
  }

  /// Adds views behind those that are known; for one type and shape the first one wins.
  package func register(_ views: @escaping () -> [FormatView]) {
    if isBuilt { add(views()) } else { providers.append(views) }
  }

  /// Adds views before those that are known, as `Update-FormatData -PrependPath` does.
  package func prepend(_ views: [FormatView]) {
    build()
    for view in views.reversed() {
      for name in view.typeNames { byType[name.lowercased(), default: []].insert(view, at: 0) }
    }
  }

  /// Sets the properties that show an object of a type where no view does; nil removes them.
  package func setDisplayProperties(_ names: [String]?, for typeName: String) {
    displayProperties[typeName.lowercased()] = names
  }

  /// Sets the property that stands for an object of a type in wide listings; nil removes it.
  package func setDisplayProperty(_ name: String?, for typeName: String) {
    singleProperties[typeName.lowercased()] = name
  }

  private func build() {
    guard !isBuilt else { return }
    isBuilt = true
    for provider in providers { add(provider()) }
    providers = []
  }

  private func add(_ views: [FormatView]) {
    for view in views {
      for name in view.typeNames { byType[name.lowercased(), default: []].append(view) }
    }
  }

  // MARK: Lookup

  /// The view for an object: of a shape, or of any for nil; by name where one is given.
  func view(for typeNames: [String], shape: FormatShape?, name: String? = nil) -> FormatView? {
    first(typeNames) { view in
      !view.isOutOfBand && (shape == nil || view.shape == shape) && (name.map { view.name.equalsName($0) } ?? true)
    }
  }

  /// The view that shows an object in place; nil where it has none, or another view for a more special type.
  func outOfBandView(for typeNames: [String]) -> FormatView? {
    guard let match = first(typeNames, { _ in true }), match.isOutOfBand else { return nil }
    return match
  }

  private func first(_ typeNames: [String], _ fits: (FormatView) -> Bool) -> FormatView? {
    build()
    for name in typeNames {
      if let match = byType[Self.lookupName(name)]?.first(where: fits) { return match }
    }
    return nil
  }

  /// Deserialised objects are shown like live ones; a generic type is found by its definition.
  private static func lookupName(_ name: String) -> String {
    let lowered = name.lowercased()
    return lowered.hasPrefix("deserialized.") ? String(lowered.dropFirst(13)) : lowered
  }

  // MARK: Display properties

  /// The default display property set of an object, from its own members or its type; nil where it has none.
  func displayProperties(of value: Value) -> [String]? {
    if let standard = Self.standardMembers(of: value),
      case .propertySet(let names)? = standard[Symbol("DefaultDisplayPropertySet")]
    {
      return names
    }
    guard !displayProperties.isEmpty else { return nil }
    for name in TypeNames.of(value) {
      if let names = displayProperties[name.lowercased()] { return names }
    }
    return nil
  }

  /// The property that stands for an object in a wide listing; nil where none does.
  func displayProperty(of value: Value) -> String? {
    if let standard = Self.standardMembers(of: value),
      case .note(let name)? = standard[Symbol("DefaultDisplayProperty")], let text = name.string
    {
      return text
    }
    for name in TypeNames.of(value) {
      if let property = singleProperties[name.lowercased()] { return property }
    }
    let names = value.propertyNames()
    for pattern in ["name", "id", "key", "*key", "*name", "*id"] {
      guard let wildcard = WildcardPattern(pattern) else { continue }
      if let match = names.first(where: { wildcard.matches($0) }) { return match }
    }
    return nil
  }

  private static func standardMembers(of value: Value) -> ExtendedMembers? {
    guard let extended = value.object?.extended, case .memberSet(let members)? = extended[Symbol("PSStandardMembers")]
    else { return nil }
    return members
  }
}

/// The names by which formatting knows a value.
enum TypeNames {
  /// Most specific first: those a script gave the object, else its type's.
  static func of(_ value: Value) -> [String] {
    guard case .object(let object) = value else { return value.type.ancestorNames }
    return object.extended?.typeNames ?? object.typeNames
  }
}
