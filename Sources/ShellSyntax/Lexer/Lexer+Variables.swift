import SourceText

extension Lexer {
  /// A variable, of which `$` or `@` has been taken.
  func scanVariable(isSplatted: Bool, isInString: Bool) -> Token {
    if peek() == 0x7B, !isSplatted { return scanBracedVariable(isInString: isInString) }
    let start = position
    let first = peek()
    guard CharacterClass.isVariableStart(first) else { return scanGeneric() }
    advance()
    if first == 0x24 || first == 0x3F || first == 0x5E {
      if mode == .command, !CharacterClass.endsWord(peek()) { return rescanAsGeneric() }
    } else if !scanVariableName() {
      return rescanAsGeneric()
    }
    let path = VariablePath(userPath: string(start, position))
    if path.name.isEmpty {
      reportError(
        currentExtent(), path.isDriveQualified ? .invalidVariableReferenceWithDrive : .invalidVariableReference)
    }
    return makeToken(isSplatted ? .splattedVariable : .variable, .variable(path))
  }

  /// The rest of a name; false if what follows makes the whole a word in argument mode: `$a+b`.
  private func scanVariableName() -> Bool {
    while true {
      let scalar = peek()
      switch scalar {
      case 0x3F, 0x5F:
        position += 1
      case 0x3A:
        // `$a::b` is access to a static member.
        if self.scalar(at: position + 1) == 0x3A { return true }
        position += 1
      case 0x2E, 0x5B, 0x3D:
        return true
      default:
        guard CharacterClass.isLetterOrDigit(scalar) else {
          return mode != .command || CharacterClass.endsWord(scalar)
        }
        advance()
      }
    }
  }

  /// A name in braces, which can hold any character.
  private func scanBracedVariable(isInString: Bool) -> Token {
    let opening = position
    position += 1
    var name = ExpandableBuilder()
    var isClosed = false
    while !isClosed, position < limit {
      let start = position
      let scalar = next()
      switch scalar {
      case 0x7D:
        isClosed = true
      case 0x60:
        if position < limit { name.append(unescape(next())) }
      case 0x7B:
        reportError(extent(position, position + 1), .openBraceNeedsToBeBackTickedInVariableName)
        name.append(bytes[start..<position])
      case _ where isInString && CharacterClass.isDoubleQuote(scalar) && position >= limit:
        break
      case _ where isInString && CharacterClass.isDoubleQuote(scalar) && CharacterClass.isDoubleQuote(peek()):
        let second = position
        advance()
        name.append(bytes[second..<position])
      default:
        name.append(bytes[start..<position])
      }
    }
    if !isClosed { reportIncomplete(extent(opening, limit), .incompleteDollarVariableReference) }
    if name.value.isEmpty, isClosed { reportError(extent(position - 1, position), .emptyVariableReference) }
    if mode == .command {
      let following = peek()
      if !CharacterClass.endsWord(following), following != 0x2E, following != 0x5B { return rescanAsGeneric() }
    }
    return makeBracedVariable(name.value.isEmpty ? ":Error:" : name.text)
  }

  private func makeBracedVariable(_ name: String) -> Token {
    let path = VariablePath(userPath: name)
    if path.name.isEmpty { reportError(currentExtent(), .invalidBracedVariableReference) }
    return makeToken(.variable, .variable(path))
  }

  /// A parameter, or in an expression an operator, of which the dash has been taken.
  func scanParameter() -> Token {
    let start = position
    var usedColon = false
    scan: while true {
      let scalar = peek()
      switch scalar {
      case 0x61...0x7A, 0x41...0x5A:
        position += 1
      case 0x7B, 0x7D, 0x28, 0x29, 0x3B, 0x2C, 0x7C, 0x26, 0x2E, 0x5B, 0x0D, 0x0A, 0, CharacterClass.end:
        break scan
      case 0x3A:
        usedColon = true
        break scan
      default:
        if CharacterClass.isWhitespace(scalar) || mode != .command { break scan }
        // Quotes are never part of a parameter: the whole is an argument.
        if CharacterClass.isSingleQuote(scalar) || CharacterClass.isDoubleQuote(scalar) { return scanGeneric() }
        advance()
      }
    }
    let nameEnd = position
    if usedColon, mode == .command { position += 1 }
    if mode == .expression, let kind = WordTable.operators.kind(of: bytes[start..<nameEnd]) {
      return makeToken(kind)
    }
    if start == nameEnd { return makeToken(.minus) }
    return makeToken(.parameter, .parameter(name: string(start, nameEnd), usedColon: usedColon))
  }
}
