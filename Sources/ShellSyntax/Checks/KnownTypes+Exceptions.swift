extension KnownTypes {
  static func isVoid(_ type: TypeName) -> Bool { fullName(of: type) == "System.Void" }

  /// True for a generic type that lacks its arguments: ``List`1``.
  static func isOpenGeneric(_ type: TypeName) -> Bool {
    guard case .simple = type else { return false }
    return fullName(of: type)?.contains("`") ?? false
  }

  static func isReference(_ type: TypeName) -> Bool {
    fullName(of: type) == "System.Management.Automation.PSReference"
  }

  /// True for an exception that derives from another one.
  static func isException(_ name: String, under base: String) -> Bool {
    var current = name
    while let parent = parentException(of: current) {
      if parent == base { return true }
      current = parent
    }
    return false
  }

  private static func parentException(of name: String) -> String? {
    guard name.hasSuffix("Exception"), name != "System.Exception" else { return nil }
    if let parent = parents[name] { return parent }
    return name == "System.SystemException" || name == "System.ApplicationException"
      ? "System.Exception" : "System.SystemException"
  }

  /// The exceptions of which the base is another than `SystemException`.
  ///
  /// **Source:** the reference of .NET and of PowerShell.
  private static let parents: [String: String] = {
    let groups: [(String, [String])] = [
      ("System.ArgumentException", ["System.ArgumentNullException", "System.ArgumentOutOfRangeException"]),
      (
        "System.ArithmeticException",
        ["System.DivideByZeroException", "System.OverflowException", "System.NotFiniteNumberException"]
      ),
      ("System.InvalidOperationException", ["System.ObjectDisposedException"]),
      ("System.NotSupportedException", ["System.PlatformNotSupportedException"]),
      ("System.FormatException", ["System.UriFormatException"]),
      (
        "System.IO.IOException",
        [
          "System.IO.FileNotFoundException", "System.IO.DirectoryNotFoundException",
          "System.IO.PathTooLongException", "System.IO.EndOfStreamException", "System.IO.DriveNotFoundException",
        ]
      ),
      (
        "System.Management.Automation.RuntimeException",
        [
          "System.Management.Automation.CommandNotFoundException",
          "System.Management.Automation.ParameterBindingException",
          "System.Management.Automation.MethodException", "System.Management.Automation.PSInvalidCastException",
          "System.Management.Automation.SessionStateException",
          "System.Management.Automation.ActionPreferenceStopException",
        ]
      ),
      ("System.Management.Automation.MethodException", ["System.Management.Automation.MethodInvocationException"]),
      (
        "System.Management.Automation.SessionStateException",
        [
          "System.Management.Automation.ItemNotFoundException",
          "System.Management.Automation.DriveNotFoundException",
          "System.Management.Automation.ProviderNotFoundException",
        ]
      ),
      ("System.Exception", ["System.AggregateException"]),
    ]
    var parents: [String: String] = [:]
    for (parent, children) in groups { for child in children { parents[child] = parent } }
    return parents
  }()
}
