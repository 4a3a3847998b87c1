import Foundation
import Testing

@testable import LineEditor

struct EditSessionTests {
  /// How many rows of each topic must be as PSReadLine has them.
  ///
  /// The rest are differences of choice (graphemes instead of UTF-16 units, keys that Windows has), functions that do
  /// not exist yet, and rows that need the real parser or completer.
  private static let floor: [String: Int] = [
    "accept": 39, "case": 11, "completion": 14, "delete": 10, "digit-argument": 22, "history": 40, "history-search": 24,
    "kill": 37, "mark": 6, "menu-completion": 11, "misc": 3, "movement": 89, "multi-line": 53, "options": 3,
    "paste": 12, "prediction": 22, "prediction-list": 30, "selection": 62, "smart-insert": 2, "transpose": 3,
    "undo": 22, "yank-arg": 23,
  ]

  @Test func keysMakeTheTextThatPSReadLineMakes() throws {
    var passed: [String: Int] = [:]
    var failures: [String: [String]] = [:]
    for row in try EditingRow.all() where row.mode != "Vi" {
      if row.needsMissingFunction {
        failures[row.topic, default: []].append("\(row.function): no such function")
      } else if let difference = row.difference() {
        failures[row.topic, default: []].append(
          "\(row.mode) \(row.function) \(row.start.debugDescription) \(row.keys.joined(separator: " ")) -> "
            + "\(row.buffer.debugDescription) \(row.cursor): \(difference)")
      } else {
        passed[row.topic, default: 0] += 1
      }
    }
    if ProcessInfo.processInfo.environment["LINE_EDITOR_ROWS"] != nil {
      for (topic, rows) in failures.sorted(by: { $0.key < $1.key }) {
        print("\(topic): \(passed[topic] ?? 0) of \((passed[topic] ?? 0) + rows.count)")
        for row in rows { print("    \(row)") }
      }
      print("total \(passed.values.reduce(0, +))", passed.sorted { $0.key < $1.key })
    }
    for (topic, count) in EditSessionTests.floor {
      #expect(passed[topic] ?? 0 >= count, "\(topic): \(failures[topic]?.joined(separator: "\n") ?? "")")
    }
  }
}
