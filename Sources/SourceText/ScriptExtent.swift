/// A half-open range of a source text, in UTF-8 offsets.
///
/// An extent does not hold its source: whoever shows it has the `SourceFile` at hand. The end can lie one or two units
/// past the end of the text, because PowerShell's own extents do so where a text ends too early.
package struct ScriptExtent: Sendable, Hashable {
  private let startOffset32: Int32
  private let endOffset32: Int32

  /// Offset of the first byte.
  package var startOffset: Int { Int(startOffset32) }

  /// Offset after the last byte.
  package var endOffset: Int { Int(endOffset32) }

  package init(_ startOffset: Int, _ endOffset: Int) {
    self.startOffset32 = Int32(truncatingIfNeeded: startOffset)
    self.endOffset32 = Int32(truncatingIfNeeded: endOffset)
  }

  /// The empty extent at the start of a text; it stands for "no place".
  package static let empty = Self(0, 0)

  package var isEmpty: Bool { startOffset32 >= endOffset32 }

  /// The extent from the start of this one to the end of the other.
  package func through(_ last: ScriptExtent) -> ScriptExtent {
    ScriptExtent(startOffset, last.endOffset)
  }

  /// The empty extent right after this one.
  package var after: ScriptExtent { ScriptExtent(endOffset, endOffset) }

  /// The empty extent at the start of this one.
  package var before: ScriptExtent { ScriptExtent(startOffset, startOffset) }

  package func contains(_ other: ScriptExtent) -> Bool {
    startOffset32 <= other.startOffset32 && other.endOffset32 <= endOffset32
  }
}

extension ScriptExtent: CustomStringConvertible {
  package var description: String { "\(startOffset)-\(endOffset)" }
}
