/// One place on the screen: what is there, how wide it is, and its style.
///
/// Glyph and style are numbers of a `GlyphTable`, so that two screens compare fast.
struct Cell: Equatable {
  var glyph: UInt32
  var style: UInt16
  var width: UInt8
}

/// A row of cells.
struct Row: Equatable {
  var cells: [Cell] = []
  /// True when the row goes on from the one above since that is full.
  var isWrapped = false

  var width: Int { cells.reduce(0) { $0 + Int($1.width) } }
}

/// What the terminal shall show, from the prompt down.
struct Frame: Equatable {
  var rows = [Row()]
  var cursorRow = 0
  var cursorColumn = 0
}

/// The styles and the composed glyphs that cells name by number.
struct GlyphTable {
  /// A glyph number from here on is a cluster of several scalars.
  private static let firstCluster: UInt32 = 0x11_0000

  private var styles = [""]
  private var styleNumbers: [String: UInt16] = ["": 0]
  private var clusters: [[UInt32]] = []
  private var clusterNumbers: [[UInt32]: UInt32] = [:]

  /// The number of the style that an escape sequence sets; 0 is no style.
  mutating func style(_ sequence: String) -> UInt16 {
    if let number = styleNumbers[sequence] { return number }
    guard let number = UInt16(exactly: styles.count) else { return 0 }
    styles.append(sequence)
    styleNumbers[sequence] = number
    return number
  }

  /// The glyph made of another and a scalar that joins it.
  mutating func joining(_ glyph: UInt32, _ scalar: UInt32) -> UInt32 {
    let cluster = scalars(of: glyph) + [scalar]
    // A pile of marks that nobody can read ends here; the rest of it is not shown.
    if cluster.count > 16 { return glyph }
    if let number = clusterNumbers[cluster] { return number }
    let number = GlyphTable.firstCluster + UInt32(clusters.count)
    clusters.append(cluster)
    clusterNumbers[cluster] = number
    return number
  }

  func sequence(of style: UInt16) -> String {
    styles.indices.contains(Int(style)) ? styles[Int(style)] : ""
  }

  func scalars(of glyph: UInt32) -> [UInt32] {
    guard glyph >= GlyphTable.firstCluster else { return [glyph] }
    let index = Int(glyph - GlyphTable.firstCluster)
    return clusters.indices.contains(index) ? clusters[index] : []
  }
}
