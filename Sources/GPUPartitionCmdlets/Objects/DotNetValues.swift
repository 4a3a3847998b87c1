import GPUPartitioning
import ShellObjects

// Values of .NET types that another room declares, made by their names: this room knows no GUID or TimeSpan of its own.

extension UniqueIdentifier {
  /// A `System.Guid`; its text where that type is not there.
  var guid: Value {
    guard let type = TypeRegistry.find("System.Guid"), let made = try? type.construct([.string(description)]) else {
      return .string(description)
    }
    return made
  }

  /// The id of nothing, which Hyper-V gives where there is no checkpoint.
  static let zero = UniqueIdentifier(high: 0, low: 0)
}

extension Duration {
  /// A `System.TimeSpan`; seconds where that type is not there.
  var timeSpan: Value {
    let (seconds, attoseconds) = components
    let (whole, overflow) = seconds.multipliedReportingOverflow(by: 10_000_000)
    let ticks = overflow ? Int64.max : whole &+ attoseconds / 100_000_000_000
    guard let type = TypeRegistry.find("System.TimeSpan"), let made = try? type.construct([.int64(ticks)]) else {
      return .int64(seconds)
    }
    return made
  }
}

/// A value of an enumeration of Hyper-V.
func enumeration(_ name: String, _ number: Int) -> Value {
  .object(EnumObject(Int64(number), PSType.named("Microsoft.HyperV.PowerShell.\(name)")))
}
