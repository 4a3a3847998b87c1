import CmdletKit
import ShellObjects

/// The parameters of a command as the binder needs them: by name, by set, by position.
final class CommandMetadata {
  /// The command's own parameters.
  let parameters: [ParameterDeclaration]
  /// Own parameters, then the common ones.
  let all: [ParameterDeclaration]
  let ownCount: Int
  let setNames: [String]
  let defaultSet: String?
  /// For each parameter, the bits of the sets it belongs to; all bits for one that is in every set.
  let masks: [UInt32]
  let allSetsMask: UInt32
  private let names: [Symbol: Int]
  /// Parameters that take pipeline input in some set.
  let pipelineParameters: [Int]
  /// Parameters that take what is left, one a set at most.
  let remainingArguments: [Int]
  let supportsShouldProcess: Bool
  let hasCommonParameters: Bool

  init(
    _ parameters: [ParameterDeclaration], defaultSet: String?, hasCommonParameters: Bool, supportsShouldProcess: Bool
  ) {
    self.parameters = parameters
    self.defaultSet = defaultSet
    self.supportsShouldProcess = supportsShouldProcess
    self.hasCommonParameters = hasCommonParameters
    let common = hasCommonParameters ? CommonParameters.declarations(shouldProcess: supportsShouldProcess) : []
    all = parameters + common
    ownCount = parameters.count
    var setNames: [String] = []
    for parameter in parameters {
      for set in parameter.setNames
      where set != ParameterDeclaration.allSets && !setNames.contains(where: { $0.equalsName(set) }) {
        setNames.append(set)
      }
    }
    if let defaultSet, !setNames.isEmpty, !setNames.contains(where: { $0.equalsName(defaultSet) }) {
      setNames.append(defaultSet)
    }
    self.setNames = Array(setNames.prefix(32))
    let full: UInt32 = setNames.isEmpty ? 1 : (setNames.count >= 32 ? .max : (1 << UInt32(setNames.count)) - 1)
    allSetsMask = full
    masks = all.map { parameter in
      if parameter.sets[ParameterDeclaration.allSets] != nil || parameter.setNames.isEmpty { return full }
      var mask: UInt32 = 0
      for (bit, set) in setNames.prefix(32).enumerated()
      where parameter.setNames.contains(where: { $0.equalsName(set) }) {
        mask |= 1 << UInt32(bit)
      }
      return mask
    }
    var names: [Symbol: Int] = [:]
    for (index, parameter) in all.enumerated() {
      for alias in parameter.aliases where names[Symbol(alias)] == nil { names[Symbol(alias)] = index }
    }
    for (index, parameter) in all.enumerated() where index < parameters.count || names[parameter.symbol] == nil {
      names[parameter.symbol] = index
    }
    self.names = names
    pipelineParameters = parameters.indices.filter { index in
      parameters[index].sets.values.contains { $0.fromPipeline || $0.fromPipelineByPropertyName }
    }
    remainingArguments = parameters.indices.filter { index in
      parameters[index].sets.values.contains(where: \.fromRemainingArguments)
    }
  }

  var defaultMask: UInt32 {
    guard let defaultSet, let bit = setNames.firstIndex(where: { $0.equalsName(defaultSet) }) else {
      return allSetsMask
    }
    return 1 << UInt32(bit)
  }

  /// The name of the first set in a mask; `__AllParameterSets` where the command declares none.
  func setName(_ mask: UInt32) -> String {
    guard !setNames.isEmpty else { return ParameterDeclaration.allSets }
    if mask & defaultMask != 0, mask.nonzeroBitCount > 1, let defaultSet { return defaultSet }
    let bit = mask.trailingZeroBitCount
    return bit < setNames.count ? setNames[bit] : ParameterDeclaration.allSets
  }

  func mask(ofSet name: String) -> UInt32 {
    setNames.firstIndex { $0.equalsName(name) }.map { 1 << UInt32($0) } ?? allSetsMask
  }

  enum Match { case one(Int), none, ambiguous([Int]) }

  /// The parameter a name or an unambiguous beginning of one means.
  func find(_ name: String) -> Match {
    if let exact = names[Symbol(name)] { return .one(exact) }
    let folded = name.lowercased()
    var matches: [Int] = []
    for (index, parameter) in all.enumerated() {
      let spellings = [parameter.name] + parameter.aliases
      if spellings.contains(where: { $0.lowercased().hasPrefix(folded) }) { matches.append(index) }
    }
    let own = matches.filter { $0 < ownCount }
    if own.count == 1 { return .one(own[0]) }
    if matches.count == 1 { return .one(matches[0]) }
    return matches.isEmpty ? .none : .ambiguous(own.isEmpty ? matches : own)
  }

  /// Facts of a parameter in the sets of a mask: those of the first set that has any.
  func facts(_ index: Int, _ mask: UInt32) -> ParameterSetFacts? {
    let parameter = all[index]
    for (bit, set) in setNames.enumerated() where bit < 32 && mask & (1 << UInt32(bit)) != 0 {
      if let facts = parameter.facts(in: set) { return facts }
    }
    return parameter.sets[ParameterDeclaration.allSets]
  }
}
