extension EditFunction {
  /// Functions that complete, from the shell's knowledge or from the history.
  static let completing: [EditFunction] = [
    EditFunction("TabCompleteNext", .completion) { $0.cycleCompletions(1) },
    EditFunction("TabCompletePrevious", .completion) { $0.cycleCompletions(-1) },
    EditFunction("Complete", .completion) { $0.completeCommonPart() },
    EditFunction("PossibleCompletions", .completion) { session in
      session.listing = session.findCompletions()?.items ?? []
    },
    EditFunction("MenuComplete", .completion) { $0.openMenu() },
    EditFunction("AcceptSuggestion", .prediction) { _ = $0.acceptPrediction() },
    EditFunction("NextSuggestion", .prediction) { _ = $0.moveInList($0.argument.value ?? 1) },
    EditFunction("PreviousSuggestion", .prediction) { _ = $0.moveInList(-($0.argument.value ?? 1)) },
    EditFunction("SwitchPredictionView", .prediction) { $0.switchPredictionView() },
    EditFunction("AcceptNextSuggestionWord", .prediction) { _ = $0.acceptPredictedWords($0.argument.value ?? 1) },
  ]
}

extension EditSession {
  /// Completions together with the part of the text they replace.
  struct Completions {
    let items: [CompletionItem]
    let range: Range<Int>
  }

  /// Asks the shell; nil when it knows nothing or answers with a part that lies outside the text.
  fileprivate func findCompletions() -> Completions? {
    let text = buffer.text
    guard let result = delegate?.complete(text, cursor: buffer.utf8Offset(of: buffer.cursor)), !result.items.isEmpty
    else { return nil }
    let (end, overflow) = result.replacementStart.addingReportingOverflow(result.replacementLength)
    guard result.replacementStart >= 0, result.replacementLength >= 0, !overflow, end <= text.utf8.count else {
      return nil
    }
    let start = buffer.position(ofUTF8: result.replacementStart)
    return Completions(items: result.items, range: start..<max(start, buffer.position(ofUTF8: end)))
  }

  fileprivate func cycleCompletions(_ step: Int) {
    run = .complete
    if var current = cycle {
      current.index = (current.index + step + current.items.count) % current.items.count
      return put(current)
    }
    guard let found = findCompletions() else { return }
    let index = step > 0 ? 0 : found.items.count - 1
    put(
      CompletionCycle(items: found.items, start: found.range.lowerBound, shownCount: found.range.count, index: index))
  }

  private func put(_ cycle: CompletionCycle) {
    var cycle = cycle
    let text = cycle.items[cycle.index].text.unicodeScalars.map(\.value)
    buffer.replace(cycle.start..<(cycle.start + cycle.shownCount), with: text)
    cycle.shownCount = text.count
    self.cycle = cycle
  }

  /// Inserts what all completions begin with; asked again, lists them.
  fileprivate func completeCommonPart() {
    let isRepeated = previousRun == .complete
    guard let found = findCompletions() else { return }
    run = .complete
    if found.items.count == 1 {
      if isRepeated { return ring() }
      return buffer.replace(found.range, with: found.items[0].text.unicodeScalars.map(\.value))
    }
    if isRepeated {
      listing = found.items
      return
    }
    let common = EditSession.commonPrefix(found.items)
    if common.count >= found.range.count { buffer.replace(found.range, with: common) }
    ring()
  }

  fileprivate func openMenu() {
    guard let found = findCompletions() else { return }
    if found.items.count == 1 {
      return buffer.replace(found.range, with: found.items[0].text.unicodeScalars.map(\.value))
    }
    let original = Array(buffer.scalars[found.range])
    let common = EditSession.commonPrefix(found.items)
    showSelected(
      CompletionMenu(
        items: found.items, start: found.range.lowerBound, original: original,
        commonPrefix: common.count >= original.count ? common : original, visible: Array(found.items.indices),
        shownCount: found.range.count))
  }

  /// What all items begin with, in the case of the first.
  static func commonPrefix(_ items: [CompletionItem]) -> [UInt32] {
    var common = items.first?.text.unicodeScalars.map(\.value) ?? []
    for item in items.dropFirst() {
      let text = item.text.unicodeScalars.map(\.value)
      while !TextMatch.hasPrefix(text, common, caseSensitive: false) { common.removeLast() }
    }
    return common
  }
}

extension EditSession {
  /// The rest of the newest line that begins as the text does; nil when none does or predictions are off.
  var prediction: [UInt32]? {
    guard options.showsPredictions, options.predictionView == .inline, !buffer.isEmpty, case .none = modal, cycle == nil
    else { return nil }
    let text = buffer.scalars
    let caseSensitive = options.historySearchCaseSensitive
    let entry = history.entries.last {
      $0.count > text.count && TextMatch.hasPrefix($0, text, caseSensitive: caseSensitive)
    }
    return entry.map { Array($0[text.count...]) }
  }

  /// Takes the whole prediction; false when there is none.
  func acceptPrediction() -> Bool {
    guard let prediction else { return false }
    buffer.move(to: buffer.count)
    buffer.insert(prediction)
    return true
  }

  /// Takes as many words of the prediction; false when there is none.
  func acceptPredictedWords(_ count: Int) -> Bool {
    guard let prediction, count > 0 else { return false }
    let whole = LineBuffer(buffer.scalars + prediction)
    var end = buffer.count
    for _ in 0..<min(count, prediction.count) {
      end = whole.nextNonBlank(after: whole.wordEnd(after: end, delimiters))
    }
    buffer = LineBuffer(Array(whole.scalars[..<end]))
    return true
  }
}
