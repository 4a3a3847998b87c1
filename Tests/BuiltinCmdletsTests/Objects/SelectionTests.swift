import ShellObjects
import Testing

@testable import BuiltinCmdlets

/// Which objects `Select-Object` passes, by position.
@Suite struct SelectionTests {
  struct Row: Sendable {
    var first: Int?
    var last: Int?
    var skip = 0
    var skipLast = 0
    var index: [Int]?
    var skipIndex: [Int]?
    let expected: [Int]
  }

  @Test(arguments: [
    Row(first: 2, expected: [1, 2]), Row(first: 9, expected: [1, 2, 3, 4, 5]), Row(first: 0, expected: []),
    Row(last: 2, expected: [4, 5]), Row(last: 9, expected: [1, 2, 3, 4, 5]), Row(skip: 2, expected: [3, 4, 5]),
    Row(skipLast: 2, expected: [1, 2, 3]), Row(skipLast: 9, expected: []), Row(first: 2, skip: 1, expected: [2, 3]),
    Row(last: 2, skip: 1, expected: [3, 4]), Row(first: 1, last: 1, expected: [1, 5]),
    Row(skip: 1, skipLast: 1, expected: [2, 3, 4]), Row(index: [3, 1, 1], expected: [2, 4]),
    Row(skipIndex: [0, 4], expected: [2, 3, 4]),
  ])
  func theWindowPassesWhatWasAskedFor(_ row: Row) {
    var window = SelectionWindow(
      first: row.first, last: row.last, skip: row.skip, skipLast: row.skipLast, index: row.index,
      skipIndex: row.skipIndex)
    var passed: [Int] = []
    for number in 1...5 {
      if case .int32(let found)? = window.push(number.value) { passed.append(Int(found)) }
    }
    for case .int32(let found) in window.drain() { passed.append(Int(found)) }
    #expect(passed == row.expected)
  }

  @Test func aFullWindowIsCompleteBeforeTheInputEnds() {
    var window = SelectionWindow(first: 1, last: nil, skip: 0, skipLast: 0, index: nil, skipIndex: nil)
    #expect(!window.isComplete)
    _ = window.push(.int32(1))
    #expect(window.isComplete)
  }

  @Test func objectsThatCompareEqualAreOneOfTheDistinct() {
    var unique = UniqueObjects(comparer: ObjectComparer(isCaseSensitive: true))
    for value in [Value.string("b"), .string("a"), .string("B"), .null, .string("b"), .int32(1), .string("1")] {
      unique.add(value)
    }
    #expect(unique.objects.compactMap { try? $0.text() } == ["b", "a", "B", "1"])
  }
}
