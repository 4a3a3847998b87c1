import GPUPartitioning

/// Reads a state from text; nothing in the text is trusted.
struct StateReader {
  private var rooms: [SimulatedMachineRoom] = []
  private var addresses: Set<PCIAddress> = []
  private var machineIdentifiers: Set<UniqueIdentifier> = []

  /// Throws `InvalidData` with the line and what is wrong there.
  static func state(from text: String, path: String) throws(GPUPartitioningError) -> SimulatedState {
    do throws(StateDocument.Fault) {
      var reader = StateReader()
      for section in try StateDocument(text).sections { try reader.read(section) }
      guard !reader.rooms.isEmpty else { throw StateDocument.Fault(line: 1, message: "it has no [host]") }
      return SimulatedState(rooms: reader.rooms)
    } catch {
      throw GPUPartitioningError(
        .invalidData, path,
        "The simulation file \"\(path)\" cannot be used: line \(error.line): \(error.message). "
          + "Mend it, or delete it to begin anew.")
    }
  }

  private mutating func read(_ section: StateDocument.Section) throws(StateDocument.Fault) {
    var reader = SectionReader(section)
    if section.kind == "host" {
      rooms.append(try room(&reader))
      addresses = []
      machineIdentifiers = []
      return try reader.finish()
    }
    guard let last = rooms.indices.last else {
      throw reader.fault("the section [\(section.kind)] comes before any [host]")
    }
    switch section.kind {
    case "gpu": rooms[last].gpus.append(try gpu(&reader))
    case "machine": rooms[last].machines.append(try machine(&reader, on: rooms[last].name))
    case "adapter":
      guard let owner = rooms[last].machines.indices.last else {
        throw reader.fault("the section [adapter] comes before any [machine] of its host")
      }
      let reference = rooms[last].machines[owner].machine.reference
      rooms[last].machines[owner].machine.adapters.append(try StateReader.adapter(&reader, of: reference))
    default: throw reader.fault("there is no section [\(section.kind)]")
    }
    try reader.finish()
  }

  private func room(_ reader: inout SectionReader) throws(StateDocument.Fault) -> SimulatedMachineRoom {
    let name = try reader.required("name")
    guard !rooms.contains(where: { $0.name.lowercased() == name.lowercased() }) else {
      throw reader.fault("there are two hosts \"\(name)\"")
    }
    var room = SimulatedMachineRoom(name: name)
    room.hasVirtualization = try reader.finding("virtualization") ?? .yes
    room.hasIOMMU = try reader.finding("iommu") ?? .yes
    room.hasDirtyTracking = try reader.finding("dirty-tracking") ?? .yes
    return room
  }

  private mutating func gpu(_ reader: inout SectionReader) throws(StateDocument.Fault) -> SimulatedGPU {
    let address = try reader.required("address", "PCI address") { PCIAddress($0) }
    guard addresses.insert(address).inserted else {
      throw reader.fault("there are two GPUs \"\(address)\" in one host")
    }
    let model = try reader.required("model", "model of the catalogue") { GPUCatalogue.model(named: $0) }
    var gpu = SimulatedGPU(model, at: address, numaNode: try reader.number("numa-node", in: 0...1023))
    gpu.flaws = try reader.value("flaws", "list of flaws", StateReader.flaws) ?? []
    let count = try reader.number("count", in: 0...UInt16.max) ?? 0
    let profile = reader.text("profile")
    gpu.generation = try reader.number("generation", in: 0...Int.max / 2) ?? 0
    guard gpu.restore(PartitionLayout(count: count, profile: profile)) else {
      throw reader.fault("\(model.name) cannot be split into \(count)\(profile.map { " of \"\($0)\"" } ?? "")")
    }
    return gpu
  }

  private static func flaws(_ text: String) -> Set<SimulatedGPU.Flaw>? {
    var flaws: Set<SimulatedGPU.Flaw> = []
    for word in text.split(whereSeparator: { $0 == "," || $0 == " " }) {
      guard let flaw = SimulatedGPU.Flaw(rawValue: String(word)) else { return nil }
      flaws.insert(flaw)
    }
    return flaws
  }

  private mutating func machine(
    _ reader: inout SectionReader, on host: String
  ) throws(StateDocument.Fault) -> SimulatedMachine {
    let name = try reader.required("name")
    let identifier = try reader.required("id", "UUID") { UniqueIdentifier($0) }
    guard machineIdentifiers.insert(identifier).inserted else {
      throw reader.fault("there are two machines with the id \"\(identifier)\" on one host")
    }
    let state = try reader.required("state", "state") { VirtualMachineState(name: $0) }
    let reference = VirtualMachineReference(computerName: host, identifier: identifier, name: name)
    var simulated = SimulatedMachine(VirtualMachine(reference: reference, state: state))
    try StateReader.fill(&simulated, from: &reader)
    return simulated
  }
}
