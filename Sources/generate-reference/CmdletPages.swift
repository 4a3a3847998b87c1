import BuiltinCmdlets
import CmdletKit
import GPUPartitionCmdlets
import GPUPartitioning
import SimulatedHost

/// A page for each cmdlet, with the headings of Microsoft's pages.
enum CmdletPages {
  static func all() -> [Page] {
    let modules = [
      BuiltinModule.module,
      GPUPartitionModule { () throws(GPUPartitioningError) in try SimulatedDatacenter().makeDirectory() }.module,
    ]
    return modules.flatMap(\.cmdlets).map { registration in
      let topic = HelpTopic(registration)
      return Page(path: "Docs/Cmdlets/\(topic.name).md", text: text(topic))
    }
  }

  private static func text(_ topic: HelpTopic) -> String {
    var lines = ["# \(topic.name)", "", "Module: \(topic.module)", "", "## Synopsis", "", topic.synopsis]
    if !topic.aliases.isEmpty { lines += ["", "Aliases: " + topic.aliases.map { "`\($0)`" }.joined(separator: ", ")] }
    lines += ["", "## Syntax", "", "```"] + topic.syntax + ["```"]
    if !topic.details.isEmpty { lines += ["", "## Description", "", topic.details] }
    if !topic.examples.isEmpty { lines += ["", "## Examples"] }
    for (index, example) in topic.examples.enumerated() {
      lines += ["", "### Example \(index + 1): \(example.title)", "", "```powershell"] + [example.code] + ["```"]
    }
    if !topic.parameters.isEmpty { lines += ["", "## Parameters"] }
    for parameter in topic.parameters where !parameter.isHidden {
      lines += ["", "### -\(parameter.name)", ""] + facts(parameter)
    }
    if !topic.outputs.isEmpty { lines += ["", "## Outputs", ""] + topic.outputs.map { "- `\($0)`" } }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func facts(_ parameter: ParameterDeclaration) -> [String] {
    let sets = parameter.setNames.filter { $0 != ParameterDeclaration.allSets }
    let all = parameter.sets.values
    let position = all.compactMap(\.position).min().map(String.init) ?? "named"
    let pipeline = all.contains(where: \.fromPipeline)
    let byName = all.contains(where: \.fromPipelineByPropertyName)
    var lines = parameter.help.isEmpty ? [] : [parameter.help, ""]
    lines.append("| Type | Sets | Required | Position | Pipeline | Aliases |")
    lines.append("|---|---|---|---|---|---|")
    let pipelineText = pipeline ? (byName ? "value, property" : "value") : byName ? "property" : "no"
    lines.append(
      "| \(CommandSyntax.typeText(parameter.type)) | \(sets.isEmpty ? "all" : sets.joined(separator: ", ")) | \(all.contains(where: \.isMandatory) ? "yes" : "no") | \(position) | \(pipelineText) | \(parameter.aliases.joined(separator: ", ")) |"
    )
    return lines
  }
}
