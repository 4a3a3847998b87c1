import Glibc
package import GPUPartitioning

/// The state of all simulated hosts.
package struct SimulatedState: Equatable, Sendable {
  /// The first is the local host; names differ, also without regard to case.
  package var rooms: [SimulatedMachineRoom]

  package init(rooms: [SimulatedMachineRoom]) { self.rooms = rooms }
}

/// Several simulated hosts with one state, in memory or in a file.
///
/// With a file every call reads it anew and every change writes it, so that several shells can share one.
package final class SimulatedDatacenter {
  /// Strikes when its call comes; a test sets it.
  package var faults: [SimulatedFault] = []
  /// How many steps were executed.
  package private(set) var calls = 0
  /// The steps that hosts were asked for, in order.
  package private(set) var executed: [ChangeStep] = []

  let clock: () -> Int64
  private let file: StateFile?
  private let scenario: SimulatedState
  private var memory: SimulatedState
  private var locked: Set<Lock> = []

  /// Without a file the state is `scenario`, and goes with the process.
  ///
  /// A file that does not exist, or is empty, begins
  /// with `scenario` at the first change.
  ///
  /// `clock` gives seconds since 1970. Throws `InvalidData` for a file that cannot be understood.
  package init(
    file path: String? = nil, scenario: SimulatedState? = nil, clock: @escaping () -> Int64 = { Int64(time(nil)) }
  ) throws(GPUPartitioningError) {
    self.clock = clock
    self.scenario = scenario ?? DefaultScenario.make(now: clock())
    file = path.map { StateFile($0) }
    memory = self.scenario
    _ = try state()
  }

  /// The hosts, the first as the local one.
  package func makeDirectory() throws(GPUPartitioningError) -> HostDirectory {
    let hosts = try state().rooms.map { SimulatedHost($0.name, in: self) }
    guard let local = hosts.first else {
      throw GPUPartitioningError(.invalidData, file?.path ?? "", "The simulation has no host.")
    }
    return HostDirectory(local: local, others: Array(hosts.dropFirst()))
  }

  /// Goes back to the scenario it began with, in the file too, whatever that has in it.
  package func reset() throws(GPUPartitioningError) {
    memory = scenario
    try file?.replace(StateWriter.text(of: scenario))
  }

  /// Makes the file at `path` begin anew, whatever it has in it.
  package static func reset(file path: String) throws(GPUPartitioningError) {
    try StateFile(path).replace(StateWriter.text(of: DefaultScenario.make(now: Int64(time(nil)))))
  }

  /// The state as it is now.
  package func state() throws(GPUPartitioningError) -> SimulatedState {
    guard let file, let text = try file.read() else { return memory }
    return try StateReader.state(from: text, path: file.path)
  }

  /// Changes the state, and keeps it; what `body` throws is thrown after that.
  package func change(
    _ body: (inout SimulatedState) throws(GPUPartitioningError) -> Void
  ) throws(GPUPartitioningError) {
    guard let file else { return try body(&memory) }
    try file.exclusively { () throws(GPUPartitioningError) in
      var state = try self.state()
      var failure: GPUPartitioningError?
      do throws(GPUPartitioningError) { try body(&state) } catch { failure = error }
      try file.replace(StateWriter.text(of: state))
      if let failure { throw failure }
    }
  }

  func room(named name: String) throws(GPUPartitioningError) -> SimulatedMachineRoom {
    guard let room = try state().rooms.first(where: { $0.name == name }) else { throw Self.gone(name) }
    return room
  }

  func execute(_ step: ChangeStep, on name: String) throws(GPUPartitioningError) {
    calls += 1
    executed.append(step)
    let strikes = faults.filter { $0.call == calls }
    for case .interference(let foreign) in strikes.map(\.kind) { try perform(foreign, on: foreign.computerName) }
    switch strikes.first(where: { if case .interference = $0.kind { false } else { true } }) {
    case nil: try perform(step, on: name)
    case let fault? where fault.kind == .silence: return
    case let fault?:
      if fault.kind == .lateFailure { try perform(step, on: name) }
      throw fault.error(for: step)
    }
  }

  private func perform(_ step: ChangeStep, on name: String) throws(GPUPartitioningError) {
    let now = clock()
    try change { (state) throws(GPUPartitioningError) in
      guard let index = state.rooms.firstIndex(where: { $0.name == name }) else { throw Self.gone(name) }
      try state.rooms[index].execute(step, now: now)
    }
  }

  private static func gone(_ name: String) -> GPUPartitioningError {
    GPUPartitioningError(.hostUnreachable, name, "The computer \"\(name)\" is not in the simulation any more.")
  }
}

extension SimulatedDatacenter {
  private struct Lock: Hashable {
    let host: String
    let subject: LockSubject
  }

  private final class HeldLock: HostLock {
    private var give: (() -> Void)?

    init(_ give: @escaping () -> Void) { self.give = give }

    func release() {
      give?()
      give = nil
    }
  }

  /// How many locks are held now.
  package var lockCount: Int { locked.count }

  func lock(_ subjects: Set<LockSubject>, on host: String) throws(GPUPartitioningError) -> any HostLock {
    let wanted = Set(subjects.map { Lock(host: host, subject: $0) })
    guard locked.isDisjoint(with: wanted) else {
      throw GPUPartitioningError(
        .objectInUse, host, "Another change is under way on \"\(host)\". Try again when it is done.")
    }
    locked.formUnion(wanted)
    return HeldLock { [weak self] in self?.locked.subtract(wanted) }
  }
}
