import CmdletKit
import GPUPartitioning
import ShellObjects

/// A partition count as it is bound: a `UInt16`, so that a negative or too large number is refused by the binder.
struct PartitionCountArgument: ParameterValue {
  let count: UInt16

  static var declaredType: PSType { .uint16 }
  static var unbound: PartitionCountArgument { PartitionCountArgument(count: 0) }

  private init(count: UInt16) { self.count = count }

  init(bound value: Value) throws {
    let text = try value.converted(to: .uint16).text()
    guard let count = UInt16(text) else { throw NetException.notSupported() }
    self.count = count
  }
}

/// An id of a virtual machine, a `Guid`.
struct IdentifierArgument: ParameterValue {
  let identifier: UniqueIdentifier?

  static var declaredType: PSType { PSType.named("System.Guid") }
  static var unbound: IdentifierArgument { IdentifierArgument(nil) }

  private init(_ identifier: UniqueIdentifier?) { self.identifier = identifier }

  init(bound value: Value) throws {
    let text = try value.text()
    guard let identifier = UniqueIdentifier(text) else {
      throw NetException.format("\"\(text)\" is not an id of a virtual machine.")
    }
    self.identifier = identifier
  }
}

/// The name of a GPU as users and scripts give it.
enum GPUName {
  /// The name itself, where a GPU object was turned into text, as Microsoft's own example does.
  static func plain(_ text: String) -> String {
    let (opening, closing) = ("VMHostPartitionableGpu [Name = '", "']")
    guard text.hasPrefix(opening), text.hasSuffix(closing), text.utf8.count > opening.utf8.count else { return text }
    return String(text.dropFirst(opening.count).dropLast(closing.count))
  }
}

extension Sequence<PartitionableGPU> {
  /// Those with this name: the whole path, or the PCI address; case does not matter.
  func named(_ text: String) -> [PartitionableGPU] {
    let plain = GPUName.plain(text)
    return filter { $0.name.isNamed(plain) }
  }
}
