/// What the first pass over a picture learns about a section.
struct PictureLayout {
  var digitCount = 0
  /// How many digits stand before the point.
  var pointPosition = -1
  var firstZero = Int.max
  var lastZero = 0
  var isScientific = false
  var isGrouped = false
  /// How many powers of ten the signs for percent and the separators before the point add.
  var scaleAdjustment = 0
  private var separatorPosition = -1
  private var separatorCount = 0

  /// A separator between digits groups; separators just before the point divide by a thousand each.
  mutating func noteSeparator() {
    guard digitCount > 0, pointPosition < 0 else { return }
    if separatorPosition == digitCount {
      separatorCount += 1
      return
    }
    if separatorPosition >= 0 { isGrouped = true }
    separatorPosition = digitCount
    separatorCount = 1
  }

  mutating func finish() {
    if pointPosition < 0 { pointPosition = digitCount }
    guard separatorPosition >= 0 else { return }
    if separatorPosition == pointPosition { scaleAdjustment -= separatorCount * 3 } else { isGrouped = true }
  }
}
