package import ShellObjects

extension Value {
  /// `ToString(format, culture)` of .NET: the value itself where the type knows no formats.
  ///
  /// An empty format means `ToString()`. Throws FormatException for a format the type refuses.
  package func formatted(_ format: String, _ culture: Culture) throws -> String {
    do {
      switch base {
      case .int32(let number): return try NumberFormatter.format(number, format, culture: culture)
      case .int64(let number): return try NumberFormatter.format(number, format, culture: culture)
      case .double(let number): return try NumberFormatter.format(number, format, culture: culture)
      case .object(let object as NumberObject): return try object.payload.formatted(format, culture)
      case .object(let object as TypeObject): return object.represented.fullName
      case .object(let object as EnumObject): return try EnumFormat.text(object, format)
      case .object(let object):
        if let render = object.type.members.behavior.format, !(object is PSCustomObject) {
          return try render(base, format, culture == .invariant)
        }
        return try object.text()
      case let other: return try other.text()
      }
    } catch let failure as FormatFailure {
      throw NetException.format(failure.message)
    }
  }
}

extension NumberPayload {
  /// `ToString(format, culture)`.
  package func formatted(_ format: String, _ culture: Culture) throws -> String {
    switch self {
    case .int8(let number): try NumberFormatter.format(number, format, culture: culture)
    case .uint8(let number): try NumberFormatter.format(number, format, culture: culture)
    case .int16(let number): try NumberFormatter.format(number, format, culture: culture)
    case .uint16(let number): try NumberFormatter.format(number, format, culture: culture)
    case .uint32(let number): try NumberFormatter.format(number, format, culture: culture)
    case .uint64(let number): try NumberFormatter.format(number, format, culture: culture)
    case .single(let number): try NumberFormatter.format(number, format, culture: culture)
    case .decimal(let number): try NumberFormatter.format(number, format, culture: culture)
    }
  }
}
