package import ShellObjects

/// A switch parameter's value: given or not.
package struct SwitchValue: Hashable, Sendable {
  package let isPresent: Bool

  package init(_ isPresent: Bool) { self.isPresent = isPresent }

  package var value: Value { .object(Box(self, .switchParameter)) }
}

enum SwitchParameterType {
  static let declaration = TypeDeclaration(
    "System.Management.Automation.SwitchParameter", accelerators: ["switch"], kind: .structure, of: SwitchValue.self
  ) { t in
    t.constructor("switch new(bool isPresent)") { SwitchValue($0.bool(0)).value }
    t.property("bool IsPresent {get;}") { $0.isPresent }
    t.method("bool ToBool()") { this, _ in this.isPresent }
    t.staticProperty("static switch Present {get;}") { SwitchValue(true).value }
    t.behavior.text = { $0.payload(SwitchValue.self)?.isPresent == true ? "True" : "False" }
    t.behavior.isTrue = { $0.payload(SwitchValue.self)?.isPresent ?? false }
    t.behavior.hash = { $0.payload(SwitchValue.self)?.isPresent == true ? 1 : 0 }
    t.behavior.equals = { left, right in
      let wanted = left.payload(SwitchValue.self)?.isPresent
      if let other = right.payload(SwitchValue.self) { return other.isPresent == wanted }
      if case .bool(let flag) = right.base { return flag == wanted }
      return false
    }
    t.behavior.convert = { value, wanted in
      if let this = value.payload(SwitchValue.self) {
        if wanted === PSType.switchParameter { return value }
        return wanted.code == .boolean || wanted.code.isNumeric
          ? try Value.bool(this.isPresent).converted(to: wanted) : nil
      }
      switch value.base {
      case .bool(let flag): return SwitchValue(flag).value
      case .int32, .int64, .double: return SwitchValue(value.isTrue).value
      case .unset, .void, .null: return SwitchValue(false).value
      default: return nil
      }
    }
  }
}
