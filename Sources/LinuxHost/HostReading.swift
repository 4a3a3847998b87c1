import GPUPartitioning

/// One look at the host: every GPU, definition and list of holders is read at most once in it.
struct HostReading {
  let host: LinuxHost
  let scan: PCIScan
  private lazy var findings = HostFindings(host.tree)
  private lazy var handles = OpenHandles(host.tree)
  /// GPUs that were read, by address; nil where there is none.
  private var known: [PCIAddress: ReadGPU?] = [:]
  private var machines: [ReadMachine]?
  /// Who names a device, once all machines were read.
  private var users: [GPUPartition.Location: [GPUPartition.Holder]] = [:]

  /// A GPU, and what its technology said.
  struct ReadGPU {
    let gpu: PartitionableGPU
    let reading: PartitionReading
  }

  init(_ host: LinuxHost) {
    self.host = host
    scan = PCIScan(tree: host.tree, additionalDevices: host.settings.additionalDevices)
  }

  // MARK: GPUs

  /// The GPUs of a scope, with the holders of their partitions where it asks for them.
  mutating func gpus(_ scope: SnapshotScope) throws(GPUPartitioningError) -> [PartitionableGPU] {
    var result: [PartitionableGPU] = []
    for address in try addresses(scope.gpus) {
      guard let read = gpu(address)?.gpu, scope.gpus.includes(read) else { continue }
      result.append(scope.needsHolders ? try withHolders(read) : read)
    }
    return result
  }

  private func addresses(_ scope: SnapshotScope.GPUs) throws(GPUPartitioningError) -> [PCIAddress] {
    switch scope {
    case .none: return []
    case .named(let text): return LinuxHost.address(in: text).map { [$0] } ?? []
    case .all:
      do throws(SysfsError) {
        return try scan.gpus().map(\.address)
      } catch {
        throw GPUPartitioningError(error, subject: host.name)
      }
    }
  }

  mutating func gpu(_ address: PCIAddress) -> ReadGPU? {
    if let found = known[address] { return found }
    let read = scan.gpu(address).map { self.read($0) }
    known[address] = .some(read)
    return read
  }

  private mutating func read(_ found: PCIScan.Found) -> ReadGPU {
    switch found {
    case .unreadable(let address, let error): return unreadable(address, error)
    case .function(let function):
      do throws(SysfsError) {
        let technology = try TechnologyChoice.technology(for: function)
        let reading = try technology.read(function)
        return ReadGPU(gpu: assemble(function, technology.kind, reading), reading: reading)
      } catch {
        var unreadable = assemble(function, .unknown, PartitionReading())
        unreadable.readiness.degradation = error.description
        return ReadGPU(gpu: unreadable, reading: PartitionReading())
      }
    }
  }

  private func unreadable(_ address: PCIAddress, _ error: SysfsError) -> ReadGPU {
    let nothing = VendorDevice(vendor: 0, device: 0)
    var gpu = PartitionableGPU(
      computerName: host.name, address: address, identity: PCIIdentity(nothing, subsystem: nothing),
      modelName: "Unknown")
    gpu.readiness.degradation = error.description
    return ReadGPU(gpu: gpu, reading: PartitionReading())
  }

  private mutating func assemble(
    _ function: PCIFunction, _ kind: PartitionTechnologyKind, _ reading: PartitionReading
  ) -> PartitionableGPU {
    var gpu = PartitionableGPU(
      computerName: host.name, address: function.address, identity: function.identity,
      modelName: host.names.model(function.identity), profiles: reading.profiles, partitions: reading.partitions,
      partitionCount: reading.count)
    gpu.technology = kind
    gpu.driverName = function.driver ?? ""
    gpu.driverVersion = function.driver.flatMap { host.tree.textIfAny("\(SysfsPath.modules)/\($0)/version") } ?? ""
    gpu.hardwareIdentifier = NVIDIAMIG.uuid(of: function) ?? ""
    if findings.hasSeveralNodes, let node = function.text("numa_node").flatMap({ Int($0) }), node >= 0 {
      gpu.numaNode = node
    }
    gpu.capacities.vram = reading.vram
    gpu.countChangeObstacle = reading.countChangeObstacle
    gpu.readiness = GPUReadiness(function, reading, findings)
    gpu.readiness.canMigrate = kind.canMigrate
    return gpu
  }

  mutating func readiness(_ address: PCIAddress) throws(GPUPartitioningError) -> GPUReadiness {
    guard let read = gpu(address) else { throw .gpuNotFound(address, host: host.name) }
    return read.gpu.readiness
  }

  /// The service without which no machine with a partition of this GPU starts; nil where none is needed.
  mutating func service(_ address: PCIAddress) throws(GPUPartitioningError) -> String? { gpu(address)?.reading.service }

  // MARK: Holders

  private mutating func withHolders(_ gpu: PartitionableGPU) throws(GPUPartitioningError) -> PartitionableGPU {
    var partitions: [GPUPartition] = []
    for var partition in gpu.partitions {
      partition.holders = try holders(of: partition.location)
      partitions.append(partition)
    }
    return gpu.replacing(partitions: partitions)
  }

  /// Machines that name the partition; where none does, a process that has it open.
  private mutating func holders(
    of location: GPUPartition.Location
  ) throws(GPUPartitioningError)
    -> [GPUPartition.Holder]
  {
    _ = try allMachines()
    if let machines = users[location] { return machines }
    guard !handles.isEmpty, let holder = handles.holder(of: SysfsPath.directory(location), in: host.tree) else {
      return []
    }
    return [.other(holder)]
  }

  // MARK: Machines

  /// The machines of a scope; all are read where holders are asked for.
  ///
  /// No machine at all needs no libvirt: a card without partitions is shown where no daemon runs.
  mutating func machines(_ scope: SnapshotScope) throws(GPUPartitioningError) -> [VirtualMachine] {
    if case .none = scope.machines { return [] }
    if scope.needsHolders {
      return try allMachines().filter { scope.machines.includes($0.machine.reference) }.map { complete($0) }
    }
    var result: [VirtualMachine] = []
    try visitMachines(scope.machines) { machine in
      result.append(machine)
      return true
    }
    return result
  }

  /// Reads and gives one machine after the other; one that went away meanwhile is left out.
  mutating func visitMachines(
    _ selection: SnapshotScope.Machines, _ visit: (VirtualMachine) -> Bool
  ) throws(GPUPartitioningError) {
    guard let connection = try host.libvirt() else { return }
    let listing = try host.calling { () throws(LibvirtError) in try DomainListing(connection) }
    for domain in listing.domains.sorted(by: { $0.name < $1.name }) {
      let reference = VirtualMachineReference(
        computerName: host.name, identifier: domain.identifier, name: domain.name)
      guard selection.includes(reference) else { continue }
      guard let read = try ReadMachine(domain, listing, host, needsHolders: false) else { continue }
      guard visit(complete(read)) else { return }
    }
  }

  private mutating func allMachines() throws(GPUPartitioningError) -> [ReadMachine] {
    if let machines { return machines }
    var result: [ReadMachine] = []
    if let connection = try host.libvirt() {
      let listing = try host.calling { () throws(LibvirtError) in try DomainListing(connection) }
      for domain in listing.domains {
        guard let read = try ReadMachine(domain, listing, host, needsHolders: true) else { continue }
        result.append(read)
        for location in read.locations { users[location, default: []].append(.virtualMachine(read.machine.reference)) }
      }
    }
    machines = result
    return result
  }

  /// The machine with its adapters: devices of its definition that are partitions of a GPU, or were made by gpsh.
  private mutating func complete(_ read: ReadMachine) -> VirtualMachine {
    var machine = read.machine
    for device in read.definition.devices where device.isHostDevice {
      let parent = parent(of: device.location).flatMap { gpu($0) }
      guard parent != nil || device.adapterIdentifier != nil else { continue }
      let reference = AdapterReference(machine: machine.reference, device: device.identifier(in: machine.identifier))
      var adapter = GPUPartitionAdapter(
        reference: reference, location: device.location, instancePath: parent?.gpu.name.description ?? "",
        partition: parent?.gpu.partitions.first { $0.location == device.location })
      adapter.bounds = read.definition.notes[reference.device]
      machine.adapters.append(adapter)
    }
    return machine
  }

  /// The GPU that the kernel says a partition belongs to.
  private func parent(of location: GPUPartition.Location) -> PCIAddress? {
    switch location {
    case .virtualFunction(let function): return VirtualFunction.parent(of: function, in: host.tree)
    case .mediatedDevice(let device):
      guard let parent = MediatedParent.parent(of: device, in: host.tree) else { return nil }
      return VirtualFunction.parent(of: parent, in: host.tree) ?? parent
    }
  }
}

extension PCIScan.Found {
  var address: PCIAddress {
    switch self {
    case .function(let function): function.address
    case .unreadable(let address, _): address
    }
  }
}

extension PartitionTechnologyKind {
  /// Whether partitions of this kind can move with a running machine; unknown where driver and versions decide.
  fileprivate var canMigrate: Finding {
    switch self {
    case .genericSRIOV, .intelI915, .amdMxGPU, .intelGVTg, .mediatedDevice: .no
    case .intelXe, .nvidiaVendorVFIO, .nvidiaMediatedDevice, .nvidiaMIG, .unknown: .unknown
    }
  }
}
