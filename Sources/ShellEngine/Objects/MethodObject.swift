import ShellObjects

/// A method without its parentheses: shows its overloads, and can be invoked later.
final class MethodReference {
  let target: Value
  let type: PSType?
  let name: String
  let overloads: [MemberDeclaration]

  init(target: Value, type: PSType?, _ name: String, _ overloads: [MemberDeclaration]) {
    self.target = target
    self.type = type
    self.name = name
    self.overloads = overloads
  }
}

enum MethodObject {
  static func value(_ reference: MethodReference) -> Value {
    .object(Box(reference, PSType.named("System.Management.Automation.PSMethod")))
  }

  static let declaration = TypeDeclaration("System.Management.Automation.PSMethod", of: MethodReference.self) { t in
    t.behavior.text = { value in
      value.payload(MethodReference.self)?.overloads.map(\.signature.text).joined(separator: ", ") ?? ""
    }
    t.property("System.Collections.ObjectModel.Collection[string] OverloadDefinitions {get;}") {
      Value(strings: $0.overloads.map(\.signature.text))
    }
    t.property("string Name {get;}") { $0.name }
    t.method("System.Object Invoke(Params System.Object[] arguments)") { method, arguments in
      try OverloadChoice.call(method.overloads, name: method.name, on: method.target, arguments.elements(0))
    }
  }
}

extension Session {
  func methodObject(of object: Value, _ name: Symbol) -> Value? {
    guard let entry = object.type.members.instance[name], entry.isMethod else { return nil }
    return MethodObject.value(MethodReference(target: object, type: nil, entry.name, entry.overloads))
  }

  func staticMethodObject(of type: PSType, _ name: Symbol) -> Value? {
    if name == .new, !type.members.constructors.isEmpty {
      return MethodObject.value(MethodReference(target: .null, type: type, "new", type.members.constructors))
    }
    guard let entry = type.members.statics[name], entry.isMethod else { return nil }
    return MethodObject.value(MethodReference(target: .null, type: type, entry.name, entry.overloads))
  }
}
