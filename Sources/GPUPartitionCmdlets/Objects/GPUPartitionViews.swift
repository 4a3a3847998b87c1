package import ShellFormatting
import ShellObjects

/// How this room's objects are shown where a script asks for nothing special.
package enum GPUPartitionViews {
  /// For `FormatViews.register`; called when something is first shown.
  package static func all() -> [FormatView] {
    hostPartitionableGPU + gpuPartitionAdapter + virtualMachine + driverStatus + countPreview
  }
}

extension Value {
  /// A property that counts bytes, as whole megabytes; null where it is null.
  func megabytes(_ name: String) throws -> Value {
    let value = try property(name)
    guard !value.isNull, let bytes = UInt64(try value.text()) else { return .null }
    return Int64(clamping: bytes >> 20).value
  }
}
