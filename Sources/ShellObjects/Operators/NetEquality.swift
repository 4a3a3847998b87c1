extension Value {
  /// .NET's `Equals`: same type and same value.
  package func netEquals(_ other: Value) throws -> Bool {
    switch (base, other.base) {
    case (.int32(let x), .int32(let y)): return x == y
    case (.int64(let x), .int64(let y)): return x == y
    case (.double(let x), .double(let y)): return x == y || (x.isNaN && y.isNaN)
    case (.bool(let x), .bool(let y)): return x == y
    case (.char(let x), .char(let y)): return x == y
    case (.string(let x), .string(let y)): return x.isIdentical(to: y)
    case (.object(let x), let y): return try x.equals(y)
    case (let x, let y): return x.isNull && y.isNull
    }
  }

  /// .NET's `CompareTo`; nil where the two cannot be compared.
  package func netCompare(_ other: Value) throws -> Int? {
    switch (base, other.base) {
    case (.int32(let x), .int32(let y)): return x < y ? -1 : x > y ? 1 : 0
    case (.int64(let x), .int64(let y)): return x < y ? -1 : x > y ? 1 : 0
    case (.double(let x), .double(let y)): return x < y ? -1 : x > y ? 1 : 0
    case (.bool(let x), .bool(let y)): return x == y ? 0 : x ? 1 : -1
    case (.char(let x), .char(let y)): return Int(x) - Int(y)
    case (.string(let x), .string(let y)): return Collation.compare(x, y, ignoringCase: false)
    case (.object(let x), let y): return try x.compare(y)
    default: return nil
    }
  }

  package func netHash() throws -> Int {
    switch base {
    case .int32(let number): return Int(number)
    case .int64(let number): return number.hashValue
    case .double(let number): return number.hashValue
    case .bool(let flag): return flag ? 1 : 0
    case .char(let unit): return Int(unit)
    case .string(let text):
      var hash: UInt = 5381
      for byte in text.utf8 { hash = (hash &* 33) ^ UInt(byte) }
      return Int(bitPattern: hash)
    case .object(let object): return try object.hashCode()
    default: return 0
    }
  }
}
