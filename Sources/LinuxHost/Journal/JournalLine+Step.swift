import GPUPartitioning

extension JournalLine {
  /// A step of a plan.
  init(_ step: ChangeStep) {
    self.init("step")
    switch step {
    case .setPartitionCount(let gpu, let from, let to):
      values["kind"] = "setPartitionCount"
      add(gpu)
      add(from, "from")
      add(to, "to")
    case .attach(let adapter):
      values["kind"] = "attach"
      add(adapter)
    case .detach(let adapter):
      values["kind"] = "detach"
      add(adapter)
    case .setBounds(let adapter, let from, let to):
      values["kind"] = "setBounds"
      add(adapter)
      add(from, "from")
      add(to, "to")
    case .start(let machine, let state):
      values["kind"] = "start"
      values["state"] = "\(state.rawValue)"
      add(machine)
    case .stop(let machine, let method):
      values["kind"] = "stop"
      values["method"] = method.rawValue
      add(machine)
    case .pause(let machine):
      values["kind"] = "pause"
      add(machine)
    case .resume(let machine):
      values["kind"] = "resume"
      add(machine)
    }
  }

  /// The step that the line is; nil where it is none that this version knows.
  var step: ChangeStep? {
    switch values["kind"] {
    case "setPartitionCount":
      guard let gpu, let from = layout("from"), let to = layout("to") else { return nil }
      return .setPartitionCount(gpu, from: from, to: to)
    case "attach": return definition.map { .attach($0) }
    case "detach": return definition.map { .detach($0) }
    case "setBounds":
      guard let adapter, let from = bounds("from"), let to = bounds("to") else { return nil }
      return .setBounds(adapter, from: from, to: to)
    case "start":
      guard let machine, let state = values["state"].flatMap({ Int($0) }).flatMap(VirtualMachineState.init(rawValue:))
      else { return nil }
      return .start(machine, from: state)
    case "stop":
      guard let machine, let method = values["method"].flatMap(StopMethod.init(rawValue:)) else { return nil }
      return .stop(machine, method)
    case "pause": return machine.map { .pause($0) }
    case "resume": return machine.map { .resume($0) }
    default: return nil
    }
  }

  // MARK: Parts

  private mutating func add(_ gpu: GPUReference) {
    values["gpuHost"] = gpu.computerName
    values["gpu"] = gpu.address.description
    values["gpuName"] = gpu.name
  }

  private var gpu: GPUReference? {
    guard let host = values["gpuHost"], let address = values["gpu"].flatMap({ PCIAddress($0) }),
      let name = values["gpuName"]
    else { return nil }
    return GPUReference(computerName: host, address: address, name: name)
  }

  private mutating func add(_ layout: PartitionLayout, _ key: String) {
    values["\(key)Count"] = "\(layout.count)"
    values["\(key)Profile"] = layout.profile
  }

  private func layout(_ key: String) -> PartitionLayout? {
    values["\(key)Count"].flatMap { UInt16($0) }.map { PartitionLayout(count: $0, profile: values["\(key)Profile"]) }
  }

  private mutating func add(_ machine: VirtualMachineReference) {
    values["host"] = machine.computerName
    values["machine"] = machine.identifier.description
    values["machineName"] = machine.name
  }

  private var machine: VirtualMachineReference? {
    guard let host = values["host"], let identifier = values["machine"].flatMap({ UniqueIdentifier($0) }),
      let name = values["machineName"]
    else { return nil }
    return VirtualMachineReference(computerName: host, identifier: identifier, name: name)
  }

  private mutating func add(_ adapter: AdapterReference) {
    add(adapter.machine)
    values["device"] = adapter.device.description
  }

  private var adapter: AdapterReference? {
    guard let machine, let device = values["device"].flatMap({ UniqueIdentifier($0) }) else { return nil }
    return AdapterReference(machine: machine, device: device)
  }

  private mutating func add(_ definition: AdapterDefinition) {
    add(definition.reference)
    if let gpu = definition.gpu { add(gpu) }
    switch definition.location {
    case .virtualFunction(let address): values["function"] = address.description
    case .mediatedDevice(let identifier): values["mediated"] = identifier.description
    }
    add(definition.bounds, "bounds")
  }

  private var definition: AdapterDefinition? {
    let function = values["function"].flatMap { PCIAddress($0) }.map(GPUPartition.Location.virtualFunction)
    let mediated = values["mediated"].flatMap { UniqueIdentifier($0) }.map(GPUPartition.Location.mediatedDevice)
    guard let adapter, let location = function ?? mediated, let bounds = bounds("bounds") else { return nil }
    return AdapterDefinition(reference: adapter, location: location, gpu: gpu, bounds: bounds)
  }

  private mutating func add(_ bounds: AdapterBounds, _ key: String) {
    for resource in GPUResource.allCases {
      values["\(key)\(resource.rawValue)Min"] = bounds[resource].minimum.map { "\($0)" }
      values["\(key)\(resource.rawValue)Max"] = bounds[resource].maximum.map { "\($0)" }
      values["\(key)\(resource.rawValue)Optimal"] = bounds[resource].optimal.map { "\($0)" }
    }
  }

  private func bounds(_ key: String) -> AdapterBounds? {
    var result = AdapterBounds.none
    for resource in GPUResource.allCases {
      func number(_ suffix: String) -> UInt64? { values["\(key)\(resource.rawValue)\(suffix)"].flatMap { UInt64($0) } }
      let requested = try? RequestedBounds(
        minimum: number("Min"), maximum: number("Max"), optimal: number("Optimal"), of: resource)
      guard let requested else { return nil }
      result[resource] = requested
    }
    return result
  }
}
