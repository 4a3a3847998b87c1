import SourceText

extension Lexer {
  /// The rest of a line comment, of which `#` has been taken.
  func scanLineComment() {
    let start = position
    while position < limit, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
    let token = makeToken(.comment)
    if looksLikeSignature(start..<position) {
      signatureExtent = token.extent
    } else if !isInNestedScan, beginsWithRequires(start) {
      requiresComments.append(token.extent)
    }
  }

  /// The rest of a block comment, of which `<#` has been taken.
  func scanBlockComment() {
    while position < limit {
      if bytes[position] == 0x23, scalar(at: position + 1) == 0x3E {
        position += 2
        _ = makeToken(.comment)
        return
      }
      position += 1
    }
    reportIncomplete(currentExtent(), .missingTerminatorMultiLineComment)
    _ = makeToken(.comment)
  }

  private func beginsWithRequires(_ start: Int) -> Bool {
    let word: StaticString = "requires"
    guard start + word.utf8CodeUnitCount <= position else { return false }
    for offset in 0..<word.utf8CodeUnitCount where bytes[start + offset] | 0x20 != word.utf8Start[offset] {
      return false
    }
    return true
  }

  /// True for a comment that is, or could be taken for, the first line of a signature block.
  ///
  /// **Source:** PowerShell takes a comment for one if, blanks left out, fewer than ten edits make it
  /// `SIG # Begin signature block`.
  private func looksLikeSignature(_ range: Range<Int>) -> Bool {
    guard range.count >= 12 else { return false }
    var letters: [UInt8] = []
    for index in range {
      let byte = bytes[index]
      if byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C { continue }
      letters.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      if letters.count > 34 { return false }
    }
    letters.append(position < limit ? bytes[position] : 0)
    guard letters.count >= 14, letters.count <= 34 else { return false }
    return Self.editDistance(letters, Array("sig#beginsignatureblock\n".utf8)) < 10
  }

  private static func editDistance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var previous = Array(0...second.count)
    for (row, letter) in first.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(second.count + 1)
      for (column, other) in second.enumerated() {
        let edit = min(previous[column + 1], current[column], previous[column]) + 1
        current.append(letter == other ? previous[column] : edit)
      }
      previous = current
    }
    return previous[second.count]
  }
}
