import ShellObjects

/// Interfaces and small types that signatures and `-is` name.
enum Interfaces {
  private static let names = [
    "System.IDisposable", "System.ICloneable", "System.IComparable", "System.IComparable`1", "System.IConvertible",
    "System.IEquatable`1", "System.IFormatProvider", "System.IFormattable", "System.IAsyncResult",
    "System.IAsyncDisposable", "System.ISpanFormattable", "System.Collections.ICollection",
    "System.Collections.IComparer",
    "System.Collections.IDictionary", "System.Collections.IDictionaryEnumerator", "System.Collections.IEnumerable",
    "System.Collections.IEnumerator", "System.Collections.IEqualityComparer", "System.Collections.IList",
    "System.Collections.IStructuralEquatable", "System.Collections.IStructuralComparable",
    "System.Collections.Generic.ICollection`1", "System.Collections.Generic.IComparer`1",
    "System.Collections.Generic.IDictionary`2", "System.Collections.Generic.IEnumerable`1",
    "System.Collections.Generic.IEnumerator`1", "System.Collections.Generic.IEqualityComparer`1",
    "System.Collections.Generic.IList`1", "System.Collections.Generic.IReadOnlyCollection`1",
    "System.Collections.Generic.IReadOnlyDictionary`2", "System.Collections.Generic.IReadOnlyList`1",
    "System.Collections.Generic.ISet`1", "System.Collections.Specialized.IOrderedDictionary",
    "System.Runtime.CompilerServices.ITuple", "System.Xml.XPath.IXPathNavigable",
    "System.Management.Automation.Language.IScriptExtent", "System.Management.Automation.IDynamicParameters",
    "System.Management.Automation.IValidateSetValuesGenerator", "System.Management.Automation.IArgumentCompleter",
  ]

  static let all: [TypeDeclaration] =
    names.map { TypeDeclaration($0, kind: .interface) } + [
      TypeDeclaration("System.Reflection.MemberInfo"), TypeDeclaration("System.Attribute"),
      TypeDeclaration("System.MarshalByRefObject"), TypeDeclaration("System.Delegate"),
      TypeDeclaration("System.MulticastDelegate", base: "System.Delegate"),
      TypeDeclaration("System.UIntPtr", kind: .structure),
      TypeDeclaration("System.ReadOnlySpan`1", kind: .structure), TypeDeclaration("System.Void", kind: .structure),
    ]
}
