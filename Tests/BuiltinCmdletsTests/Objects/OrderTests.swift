import ShellObjects
import Testing

@testable import BuiltinCmdlets

/// How objects are ordered, paired and measured.
@Suite struct OrderTests {
  @Test(arguments: [1, 2, 3, 7, 16, 17, 100, 1000])
  func sortingPutsEveryLengthInOrder(_ count: Int) {
    var numbers = (0..<count).map { ($0 * 7919) % 1009 }
    let expected = numbers.sorted()
    IntrospectiveSort.sort(&numbers) { $0 - $1 }
    #expect(numbers == expected)
  }

  @Test func threeElementsAreSwappedAsDotNetSwapsThem() {
    var pairs = [(1, "x"), (1, "w"), (0, "z")]
    IntrospectiveSort.sort(&pairs) { $0.0 - $1.0 }
    #expect(pairs.map(\.1) == ["z", "w", "x"])
  }

  @Test func valuesCompareAsPowerShellComparesThem() {
    let rows: [(Value, Value, Int)] = [
      (.int32(1), .int32(2), -1), (.string("a"), .string("A"), 0), (.null, .null, 0), (.null, .int32(1), -1),
      (.int32(1), .string("1"), 0), (.double(1.5), .int32(1), 1),
    ]
    for (a, b, expected) in rows { #expect(ObjectComparer().compare(a, b).signum() == expected) }
  }

  @Test func aMissingPropertyStandsLastInBothDirections() {
    let with = OrderKey(object: .null, values: [.int32(1)])
    let without = OrderKey(object: .null, values: [nil])
    for direction in [false, true] {
      let comparer = OrderKeyComparer(comparer: ObjectComparer(), isDescending: [direction])
      #expect(comparer.compare(with, without) < 0)
    }
  }

  private func pairing(_ reference: [Int], _ difference: [Int], window: Int) -> [String] {
    func key(_ number: Int) -> OrderKey { OrderKey(object: number.value, values: [number.value]) }
    let comparer = OrderKeyComparer(comparer: ObjectComparer(), isDescending: [])
    var pairing = ObjectPairing(reference: reference.map(key), window: window, comparer: comparer)
    for number in difference { pairing.take(key(number)) }
    pairing.finish()
    return pairing.results.map { "\((try? $0.key.object.text()) ?? "")\($0.side.rawValue)" }
  }

  @Test func equalObjectsArePairedAcrossTheWindow() {
    #expect(pairing([1, 2, 3], [3, 2, 1], window: 9).allSatisfy { $0.hasSuffix("==") })
    #expect(pairing([1, 2, 3], [3, 2, 1], window: 0) == ["3=>", "1<=", "2==", "1=>", "3<="])
    #expect(pairing([1], [2], window: 9) == ["2=>", "1<="])
  }

  @Test func aSampleHasTheDeviationOfASample() throws {
    var measure = ObjectMeasure(.init(sum: true, average: true, deviation: true))
    for number in [2, 4, 4, 4, 5, 5, 7, 9] { #expect(measure.add(number.value) == nil) }
    let result = measure.info(nil).payload(MeasureResult.self)
    guard case .double(let deviation)? = result?.deviation else {
      Issue.record("no deviation")
      return
    }
    #expect(deviation == 2.138089935299395)
    #expect(try result?.average.text() == "5")
    #expect(measure.add(.string("x"))?.errorID == "NonNumericInputObject")
  }

  @Test(arguments: [("", 0, 0, 0), ("a b", 1, 2, 3), ("a\nb\n", 2, 2, 4), ("tab\tsep", 1, 2, 7)])
  func textIsCountedInLinesWordsAndCharacters(_ text: String, _ lines: Int, _ words: Int, _ characters: Int) {
    var count = TextCount()
    count.add(text, ignoresWhiteSpace: false)
    #expect([count.lines, count.words, count.characters] == [lines, words, characters])
  }
}
