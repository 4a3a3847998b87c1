import Foundation

@testable import LinuxHost

/// Reads the text form of a machine; see `Fixtures/README.md`.
struct FixtureParser {
  private(set) var files: [FixtureFile] = []
  private(set) var reactions: [SysfsFixture.Reaction] = []
  private(set) var functions: [FunctionModel] = []
  private(set) var mediated: [MediatedModel] = []
  private var directory = ""
  private var isInReaction = false

  struct Problem: Error { let line: String }

  init(_ text: String) throws {
    for line in text.split(separator: "\n").map(String.init) {
      let content = line.trimmingPrefix { $0 == " " }
      if content.isEmpty || content.hasPrefix("#") { continue }
      if line.hasPrefix(" ") {
        try addIndented(String(content))
      } else {
        isInReaction = false
        directory = ""
        try addHeading(String(content))
      }
    }
  }

  private mutating func addHeading(_ line: String) throws {
    let words = line.split(separator: " ").map(String.init)
    switch words[0] {
    case "pci" where words.count == 4 && words[2] == "under": begin(words[1], words[3])
    case "on" where words.count >= 5 && words[1] == "write" && words[3] == "to": try addReaction(words)
    default: files.append(try entry(line, in: ""))
    }
  }

  /// `pci ADDRESS under BUS`: a device directory and the link to it.
  private mutating func begin(_ address: String, _ bus: String) {
    directory = "sys/devices/\(bus)/\(address)/"
    let up = String(repeating: "../", count: 3)
    files.append(FixtureFile(path: String(directory.dropLast()), kind: .directory))
    files.append(
      FixtureFile(path: "sys/bus/pci/devices/\(address)", kind: .link("\(up)devices/\(bus)/\(address)")))
  }

  private mutating func addReaction(_ words: [String]) throws {
    var reaction = SysfsFixture.Reaction(text: words[2], path: words[4])
    if words.count == 6, words[5] == "hang" { reaction.fault = .hang }
    if words.count == 7, words[5] == "fail" {
      guard let number = ErrorNumber(named: words[6]) else { throw Problem(line: words.joined(separator: " ")) }
      reaction.fault = .fail(number)
    }
    reactions.append(reaction)
    isInReaction = true
  }

  private mutating func addIndented(_ line: String) throws {
    if isInReaction {
      reactions[reactions.count - 1].effects.append(try entry(line, in: ""))
      return
    }
    let words = line.split(separator: " ").map(String.init)
    if words[0] == "functions" {
      functions.append(FunctionModel(directory: String(directory.dropLast()), Array(words.dropFirst())))
    } else if words[0] == "mediated" {
      mediated.append(MediatedModel(directory: String(directory.dropLast())))
    } else {
      files.append(try entry(line, in: directory))
    }
  }

  /// `PATH = TEXT`, `PATH -> TARGET`, `PATH/`, or `- PATH`; `\n` and `\t` in a text are line feed and tab.
  private func entry(_ line: String, in directory: String) throws -> FixtureFile {
    if line.hasPrefix("- ") { return FixtureFile(path: directory + String(line.dropFirst(2)), kind: .absent) }
    if let place = line.range(of: " -> ") {
      return FixtureFile(
        path: directory + String(line[..<place.lowerBound]), kind: .link(String(line[place.upperBound...])))
    }
    if let place = line.range(of: " = ") {
      let text = line[place.upperBound...].replacing("\\n", with: "\n").replacing("\\t", with: "\t")
      return FixtureFile(path: directory + String(line[..<place.lowerBound]), kind: .file(String(text)))
    }
    if line.hasSuffix("/") { return FixtureFile(path: directory + String(line.dropLast()), kind: .directory) }
    throw Problem(line: line)
  }
}
