import CmdletKit
import ShellObjects

/// Lays the help of a command out as text, in the sections PowerShell uses.
struct HelpText {
  enum Page { case short, detailed, full, examples }

  private let topic: HelpTopic
  private let width: Int

  /// `width` is the number of columns.
  init(_ topic: HelpTopic, width: Int) {
    self.topic = topic
    self.width = max(40, width)
  }

  func page(_ page: Page) -> String {
    var sections = [section("NAME", topic.name), section("SYNOPSIS", topic.synopsis)]
    if page == .examples { return (sections + exampleSections).joined(separator: "\n") }
    sections.append(section("SYNTAX", topic.syntax.joined(separator: "\n\n")))
    sections.append(section("DESCRIPTION", topic.details.isEmpty ? topic.synopsis : topic.details))
    if page != .short {
      let list = topic.parameters.filter { !$0.isHidden }.map { parameter($0, isBrief: page == .detailed) }
      sections.append("PARAMETERS\n" + list.joined(separator: "\n"))
    }
    if page == .full, !topic.outputs.isEmpty {
      sections.append(section("OUTPUTS", topic.outputs.joined(separator: "\n")))
    }
    if page != .short { sections += exampleSections }
    if !topic.aliases.isEmpty { sections.append(section("ALIASES", topic.aliases.joined(separator: ", "))) }
    if page == .short {
      sections.append(
        section(
          "REMARKS",
          """
          To see the examples, type: "Get-Help \(topic.name) -Examples"
          For more information, type: "Get-Help \(topic.name) -Detailed"
          For technical information, type: "Get-Help \(topic.name) -Full"
          """))
    }
    return "\n" + sections.joined(separator: "\n")
  }

  private func section(_ heading: String, _ text: String) -> String { "\(heading)\n\(wrapped(text, indent: 4))\n" }

  private var exampleSections: [String] {
    topic.examples.enumerated().map { index, example in
      "    -------------------------- EXAMPLE \(index + 1) --------------------------\n\n"
        + wrapped("PS > " + example.code, indent: 4) + "\n\n" + wrapped(example.title, indent: 4) + "\n"
    }
  }

  /// One parameter with its facts.
  func parameter(_ parameter: ParameterDeclaration, isBrief: Bool = false) -> String {
    let type = parameter.isSwitch ? "" : " <\(CommandSyntax.typeText(parameter.shownType ?? parameter.type))>"
    var text = "    -\(parameter.name)\(type)\n\(wrapped(parameter.help, indent: 8))\n"
    if isBrief { return text }
    let facts = Array(parameter.sets.values)
    let position = facts.compactMap(\.position).min().map(String.init) ?? "Named"
    let rows = [
      ("Required?", facts.contains(where: \.isMandatory) ? "true" : "false"), ("Position?", position),
      ("Accept pipeline input?", Self.pipeline(facts)),
      ("Aliases", parameter.aliases.isEmpty ? "none" : parameter.aliases.joined(separator: ", ")),
      ("Accept wildcard characters?", parameter.supportsWildcards ? "true" : "false"),
    ]
    text += "\n"
    for (label, value) in rows {
      text += "        \(label)\(String(repeating: " ", count: max(1, 30 - label.count)))\(value)\n"
    }
    return text
  }

  private static func pipeline(_ facts: [ParameterSetFacts]) -> String {
    var ways: [String] = []
    if facts.contains(where: \.fromPipeline) { ways.append("ByValue") }
    if facts.contains(where: \.fromPipelineByPropertyName) { ways.append("ByPropertyName") }
    return ways.isEmpty ? "false" : "true (\(ways.joined(separator: ", ")))"
  }

  /// The text with lines no longer than the page, each indented.
  private func wrapped(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      var lines: [String] = []
      var current = ""
      for word in line.split(separator: " ", omittingEmptySubsequences: false) {
        if !current.isEmpty, current.count + 1 + word.count > width - indent {
          lines.append(current)
          current = ""
        }
        current += current.isEmpty ? String(word) : " \(word)"
      }
      return lines + [current]
    }.map { $0.isEmpty ? "" : margin + $0 }.joined(separator: "\n")
  }
}
