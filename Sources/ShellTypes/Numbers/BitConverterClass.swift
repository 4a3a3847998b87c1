import ShellObjects

/// System.BitConverter.
enum BitConverterClass {
  static let declaration = TypeDeclaration(staticClass: "System.BitConverter") { t in
    t.staticProperty("static bool IsLittleEndian {get;}") { true }
    addGetBytes(&t)
    addReading(&t)
    addBits(&t)
    addText(&t)
  }

  private static func littleEndian<N: FixedWidthInteger>(_ number: N) -> Value {
    Value(bytes: (0..<N.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> N(truncatingIfNeeded: $0 * 8)) })
  }

  private static func addGetBytes(_ t: inout MemberList<Value>) {
    t.staticMethod("static byte[] GetBytes(bool value)") { a in Value(bytes: [a.bool(0) ? 1 : 0]) }
    t.staticMethod("static byte[] GetBytes(char value)") { a in littleEndian(a.char(0)) }
    t.staticMethod("static byte[] GetBytes(short value)") { a in littleEndian(a.integer(0, Int16.self)) }
    t.staticMethod("static byte[] GetBytes(int value)") { a in littleEndian(a.integer(0, Int32.self)) }
    t.staticMethod("static byte[] GetBytes(long value)") { a in littleEndian(a.int64(0)) }
    t.staticMethod("static byte[] GetBytes(ushort value)") { a in littleEndian(a.integer(0, UInt16.self)) }
    t.staticMethod("static byte[] GetBytes(uint value)") { a in littleEndian(a.integer(0, UInt32.self)) }
    t.staticMethod("static byte[] GetBytes(ulong value)") { a in littleEndian(a.integer(0, UInt64.self)) }
    t.staticMethod("static byte[] GetBytes(float value)") { a in littleEndian(Float(a.double(0)).bitPattern) }
    t.staticMethod("static byte[] GetBytes(double value)") { a in littleEndian(a.double(0).bitPattern) }
  }

  private static func read<N: FixedWidthInteger>(_ a: Arguments, _ type: N.Type) throws -> N {
    try Ranges.notNull(a[0], "value")
    let bytes = a.bytes(0)
    let start = a.int(1)
    guard start >= 0, start < bytes.count else { throw Ranges.index("startIndex") }
    guard bytes.count - start >= N.bitWidth / 8 else {
      throw NetException.argument(
        "The array starting from the specified index is not long enough to read a value of the specified type.", "value"
      )
    }
    var number: N = 0
    for offset in 0..<N.bitWidth / 8 {
      number |= N(truncatingIfNeeded: bytes[start + offset]) << N(truncatingIfNeeded: offset * 8)
    }
    return number
  }

  private static func addReading(_ t: inout MemberList<Value>) {
    t.staticMethod("static bool ToBoolean(byte[] value, int startIndex)") { a in try read(a, UInt8.self) != 0 }
    t.staticMethod("static char ToChar(byte[] value, int startIndex)") { a in Value.char(try read(a, UInt16.self)) }
    t.staticMethod("static short ToInt16(byte[] value, int startIndex)") { a in try read(a, Int16.self) }
    t.staticMethod("static int ToInt32(byte[] value, int startIndex)") { a in try read(a, Int32.self) }
    t.staticMethod("static long ToInt64(byte[] value, int startIndex)") { a in try read(a, Int64.self) }
    t.staticMethod("static ushort ToUInt16(byte[] value, int startIndex)") { a in try read(a, UInt16.self) }
    t.staticMethod("static uint ToUInt32(byte[] value, int startIndex)") { a in try read(a, UInt32.self) }
    t.staticMethod("static ulong ToUInt64(byte[] value, int startIndex)") { a in try read(a, UInt64.self) }
    t.staticMethod("static float ToSingle(byte[] value, int startIndex)") { a in
      Float(bitPattern: try read(a, UInt32.self))
    }
    t.staticMethod("static double ToDouble(byte[] value, int startIndex)") { a in
      Double(bitPattern: try read(a, UInt64.self))
    }
  }

  private static func addBits(_ t: inout MemberList<Value>) {
    t.staticMethod("static long DoubleToInt64Bits(double value)") { a in Int64(bitPattern: a.double(0).bitPattern) }
    t.staticMethod("static ulong DoubleToUInt64Bits(double value)") { a in a.double(0).bitPattern }
    t.staticMethod("static double Int64BitsToDouble(long value)") { a in
      Double(bitPattern: UInt64(bitPattern: a.int64(0)))
    }
    t.staticMethod("static double UInt64BitsToDouble(ulong value)") { a in Double(bitPattern: a.integer(0, UInt64.self))
    }
    t.staticMethod("static int SingleToInt32Bits(float value)") { a in Int32(bitPattern: Float(a.double(0)).bitPattern)
    }
    t.staticMethod("static uint SingleToUInt32Bits(float value)") { a in Float(a.double(0)).bitPattern }
    t.staticMethod("static float Int32BitsToSingle(int value)") { a in Float(bitPattern: a.integer(0, UInt32.self)) }
    t.staticMethod("static float UInt32BitsToSingle(uint value)") { a in Float(bitPattern: a.integer(0, UInt32.self)) }
  }

  private static func addText(_ t: inout MemberList<Value>) {
    t.staticMethod("static string ToString(byte[] value)") { a in try text(a, 0, nil) }
    t.staticMethod("static string ToString(byte[] value, int startIndex)") { a in try text(a, a.int(1), nil) }
    t.staticMethod("static string ToString(byte[] value, int startIndex, int length)") { a in
      try text(a, a.int(1), a.int(2))
    }
  }

  private static func text(_ a: Arguments, _ start: Int, _ length: Int?) throws -> String {
    try Ranges.notNull(a[0], "value")
    let bytes = a.bytes(0)
    guard start >= 0, start < bytes.count || start == 0 else {
      throw Ranges.index("startIndex")
    }
    let count = length ?? bytes.count - start
    try Ranges.nonNegative(count, "length")
    guard start <= bytes.count - count else {
      throw NetException.argument(
        "The array starting from the specified index is not long enough to read a value of the specified type.", "value"
      )
    }
    return bytes[start..<start + count].map { Hexadecimal.text(CollectionOfOne($0)) }.joined(separator: "-")
  }
}
