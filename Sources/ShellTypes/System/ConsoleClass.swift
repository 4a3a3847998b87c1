import Glibc
import ShellObjects

/// What `[Console]` needs of whoever owns the terminal; the session sets it.
package protocol ConsoleBridge: AnyObject {
  func write(_ text: String) throws
  func writeError(_ text: String) throws
  /// A line of input without its end; nil at the end.
  func readLine() throws -> String?
  /// Columns and rows; nil where there is no terminal.
  var size: (width: Int, height: Int)? { get }
  var title: String { get set }
  /// Numbers of System.ConsoleColor; -1 where none was set.
  var foreground: Int { get set }
  var background: Int { get set }
}

/// System.Console.
package enum ConsoleClass {
  // Why unsafe: set once at start, before the first script runs, and used on the session's thread only.
  nonisolated(unsafe) package static weak var bridge: (any ConsoleBridge)?

  static let declaration = TypeDeclaration(staticClass: "System.Console") { t in
    addWrites(&t)
    addReads(&t)
    addProperties(&t)
    addScreen(&t)
  }

  private static func put(_ text: String) throws {
    if let bridge { return try bridge.write(text) }
    try FileContent.write(Array(text.utf8), STDOUT_FILENO, "standard output")
  }

  private static func putError(_ text: String) throws {
    if let bridge { return try bridge.writeError(text) }
    try FileContent.write(Array(text.utf8), STDERR_FILENO, "standard error")
  }

  private static let types = [
    "System.Object", "bool", "char", "char[]", "decimal", "double", "float", "int", "long", "string", "uint", "ulong",
  ]

  private static func addWrites(_ t: inout MemberList<Value>) {
    for (name, end) in [("Write", ""), ("WriteLine", "\n")] {
      @Sendable func shown(_ text: String) throws -> Value {
        try put(text + end)
        return .void
      }
      if !end.isEmpty { t.staticMethod("static void WriteLine()") { _ in try shown("") } }
      for type in types {
        t.staticMethod("static void \(name)(\(type) \(type == "char[]" ? "buffer" : "value"))") { a in
          try shown(try ConsoleText.text(a[0]))
        }
      }
      for count in 1...3 {
        let parameters = (0..<count).map { "System.Object arg\($0)" }.joined(separator: ", ")
        t.staticMethod("static void \(name)(string format, \(parameters))") { a in
          try shown(try CompositeFormat.text(a.string(0), Array(a.values.dropFirst()), .current))
        }
      }
      t.staticMethod("static void \(name)(string format, Params System.Object[] arg)") { a in
        try shown(try CompositeFormat.text(a.string(0), a.elements(1), .current))
      }
    }
    t.staticProperty("static System.IO.TextWriter Out {get;}") { TextWriter(console: put) }
    t.staticProperty("static System.IO.TextWriter Error {get;}") { TextWriter(console: putError) }
    for name in ["SetOut", "SetError"] {
      t.staticMethod("static void \(name)(System.IO.TextWriter new\(name.dropFirst(3)))") { _ in Value.void }
    }
  }

  private static func addReads(_ t: inout MemberList<Value>) {
    t.staticMethod("static string ReadLine()") { _ in try bridge?.readLine() }
    t.staticMethod("static int Read()") { _ in -1 }
    for parameters in ["", "bool intercept"] {
      t.staticMethod("static System.ConsoleKeyInfo ReadKey(\(parameters))") { _ -> Value in
        throw NetException.invalidOperation(
          "Cannot read keys when either application does not have a console or when console input has been redirected. Try Console.Read."
        )
      }
    }
    t.staticProperty("static System.IO.TextReader In {get;}") { TextReader(text: "") }
  }

  private static func addProperties(_ t: inout MemberList<Value>) {
    let color = PSType.named("System.ConsoleColor")
    t.staticProperty("static System.ConsoleColor ForegroundColor {get;set;}") {
      EnumObject(Int64(bridge?.foreground ?? -1), color)
    } set: {
      bridge?.foreground = Int(try $0.converted(to: color).object(as: EnumObject.self)?.number ?? -1)
    }
    t.staticProperty("static System.ConsoleColor BackgroundColor {get;set;}") {
      EnumObject(Int64(bridge?.background ?? -1), color)
    } set: {
      bridge?.background = Int(try $0.converted(to: color).object(as: EnumObject.self)?.number ?? -1)
    }
    for name in ["OutputEncoding", "InputEncoding"] {
      t.staticProperty("static System.Text.Encoding \(name) {get;set;}") {
        TextEncoding.utf8
      } set: { _ in
      }
    }
    t.staticProperty("static bool IsErrorRedirected {get;}") { isatty(STDERR_FILENO) == 0 }
    t.staticProperty("static bool IsInputRedirected {get;}") { isatty(STDIN_FILENO) == 0 }
    t.staticProperty("static bool IsOutputRedirected {get;}") { isatty(STDOUT_FILENO) == 0 }
    t.staticProperty("static string Title {get;set;}") {
      bridge?.title ?? ""
    } set: {
      bridge?.title = $0.string ?? ""
    }
    t.staticProperty("static bool TreatControlCAsInput {get;set;}") {
      false
    } set: { _ in
    }
    t.staticProperty("static bool KeyAvailable {get;}") { false }
    t.staticProperty("static bool CapsLock {get;}") { false }
    t.staticProperty("static bool NumberLock {get;}") { false }
  }

  private static func addScreen(_ t: inout MemberList<Value>) {
    for name in ["WindowWidth", "BufferWidth", "LargestWindowWidth"] {
      t.staticProperty("static int \(name) {get;set;}") {
        bridge?.size?.width ?? 80
      } set: { _ in
      }
    }
    for name in ["WindowHeight", "BufferHeight", "LargestWindowHeight"] {
      t.staticProperty("static int \(name) {get;set;}") {
        bridge?.size?.height ?? 24
      } set: { _ in
      }
    }
    for name in ["CursorLeft", "CursorTop", "WindowLeft", "WindowTop"] {
      t.staticProperty("static int \(name) {get;set;}") {
        0
      } set: { _ in
      }
    }
    t.staticProperty("static bool CursorVisible {get;set;}") {
      true
    } set: {
      try put($0.isTrue ? "\u{1B}[?25h" : "\u{1B}[?25l")
    }
    t.staticMethod("static void Beep()") { _ in
      try put("\u{7}")
      return Value.void
    }
    t.staticMethod("static void Clear()") { _ in
      if isatty(STDOUT_FILENO) != 0 { try put("\u{1B}[H\u{1B}[2J\u{1B}[3J") }
      return Value.void
    }
    t.staticMethod("static void ResetColor()") { _ in
      bridge?.foreground = -1
      bridge?.background = -1
      return Value.void
    }
    t.staticMethod("static void SetCursorPosition(int left, int top)") { a in
      try Ranges.nonNegative(a.int(0), "left")
      try Ranges.nonNegative(a.int(1), "top")
      if isatty(STDOUT_FILENO) != 0 { try put("\u{1B}[\(a.int(1) + 1);\(a.int(0) + 1)H") }
      return Value.void
    }
  }
}
