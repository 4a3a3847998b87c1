extension PartitionPreview: CustomStringConvertible {
  /// `4 partitions of 3.56 GB each`; `at most` where the driver reports no size.
  package var description: String {
    let partitions = "\(count) partition\(count == 1 ? "" : "s")"
    return switch memory {
    case .reported(let bytes): "\(partitions) of \(PartitionPreview.size(bytes)) each"
    case .atMost(let bytes):
      "\(partitions) of at most \(PartitionPreview.size(bytes)) each (the driver reports no size)"
    case .unknown: "\(partitions) (the driver reports no size)"
    }
  }

  /// Gigabytes as PowerShell counts them (2^30), two decimals at most, or megabytes below one.
  package static func size(_ bytes: UInt64) -> String {
    if bytes == .max { return "unlimited memory" }
    let (unit, name): (UInt64, String) = bytes >= 1 << 30 ? (1 << 30, "GB") : (1 << 20, "MB")
    let whole = bytes / unit
    // Rounded to hundredths; the remainder is below 2^30, so the product fits.
    let hundredths = ((bytes % unit) * 100 + unit / 2) / unit
    if hundredths == 100 { return "\(whole + 1) \(name)" }
    if hundredths == 0 { return "\(whole) \(name)" }
    let digits = hundredths < 10 ? "0\(hundredths)" : "\(hundredths)"
    return "\(whole).\(digits.hasSuffix("0") ? String(digits.dropLast()) : digits) \(name)"
  }
}
