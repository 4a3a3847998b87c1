import GPUPartitioning
import Glibc

/// Locks on GPUs and machines: one file each under `/run/gpsh`, held with `flock`.
///
/// A lock ends with its process, whatever happens to it; only a write that the kernel has not finished keeps one longer.
final class FileLock: HostLock {
  private var descriptors: [LockSubject: Int32] = [:]
  private var kept: Set<LockSubject> = []

  /// Locks all subjects or none; those of everybody in one order, so that nobody waits for nobody.
  init(_ subjects: Set<LockSubject>, in directory: StateDirectory, host: String) throws(GPUPartitioningError) {
    do throws(StateFileError) {
      try directory.make()
    } catch {
      throw FileLock.failure(error, host)
    }
    for (name, subject) in subjects.map({ (FileLock.name($0), $0) }).sorted(by: { $0.0 < $1.0 }) {
      descriptors[subject] = try FileLock.take(name, subject, directory, host)
    }
  }

  deinit { release() }

  /// The open file of a subject's lock; nil where this is not its lock, or it was released.
  func descriptor(_ subject: LockSubject) -> Int32? { descriptors[subject] }

  /// Leaves a subject locked after the release, as long as a write that has its descriptor runs.
  func keep(_ subject: LockSubject) { kept.insert(subject) }

  /// Whether a write to this subject has not come back.
  func isKept(_ subject: LockSubject) -> Bool { kept.contains(subject) }

  func release() {
    for (subject, descriptor) in descriptors {
      // Closing alone would not do: a process that is just being made may have the file open for a moment.
      if !kept.contains(subject) { flock(descriptor, LOCK_UN) }
      close(descriptor)
    }
    descriptors = [:]
  }

  private static func take(
    _ name: String, _ subject: LockSubject, _ directory: StateDirectory, _ host: String
  ) throws(GPUPartitioningError) -> Int32 {
    let descriptor: Int32
    do throws(StateFileError) {
      descriptor = try directory.open(name)
    } catch {
      throw failure(error, host)
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let holder = (try? SysfsTree(root: directory.path).text(name)) ?? ""
      close(descriptor)
      throw inUse(subject, holder: holder)
    }
    ftruncate(descriptor, 0)
    _ = try? directory.append("\(getpid())\n", to: descriptor, name)
    return descriptor
  }

  private static func inUse(_ subject: LockSubject, holder: String) -> GPUPartitioningError {
    let object =
      switch subject {
      case .gpu(let address): "GPU \"\(address)\""
      case .machine(let identifier): "virtual machine \"\(identifier)\""
      }
    let process = Int32(holder) ?? 0
    let cause =
      process > 0 && kill(process, 0) != 0 && errno == ESRCH
      ? "Process \(process) began a write to the kernel that has not come back yet. Turn off the virtual machines that use its partitions."
      : "Process \(process > 0 ? "\(process)" : "unknown") works on it. Wait until it is done."
    return GPUPartitioningError(
      .objectInUse, "\(object)", "Another gpsh is changing \(object).", cause: cause)
  }

  private static func failure(_ error: StateFileError, _ host: String) -> GPUPartitioningError {
    if [EACCES, EPERM, EROFS].contains(error.number.number) {
      return .accessDenied(host: host, cause: error.description)
    }
    return GPUPartitioningError(
      .operationFailed, host, "Nothing can be locked on \"\(host)\", so nothing is changed.", cause: error.description)
  }

  private static func name(_ subject: LockSubject) -> String {
    switch subject {
    case .gpu(let address): "gpu-\(address).lock"
    case .machine(let identifier): "machine-\(identifier).lock"
    }
  }
}
