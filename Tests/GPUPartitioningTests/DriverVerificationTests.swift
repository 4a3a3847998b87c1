import GPUPartitioning
import Testing

struct DriverVerificationTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let reason: StatusReason
    let status: AssignedStatus
    let change: @Sendable (inout GPUReadiness) -> Void
    var testDescription: String { reason.rawValue }
  }

  /// Each from a GPU that is ready.
  ///
  /// Source: reference on Linux hosts, 2.3; rules 7, 9, 19 and 27.
  static let rows: [Row] = [
    Row(reason: .ready, status: .partitioned) { _ in },
    Row(reason: .bridgeOrSwitchPort, status: .notAssignable) { $0.isBridge = true },
    Row(reason: .conventionalPCI, status: .notAssignable) { $0.isConventionalPCI = true },
    Row(reason: .boundForPassthrough, status: .readyForDDAAssignment) {
      $0.isBoundForPassthrough = true
      $0.driverCanPartition = .no
    },
    Row(reason: .bootDisplay, status: .notAssignable) {
      $0.deviceCanPartition = .no
      $0.isBootDisplay = true
    },
    Row(reason: .notIsolated, status: .notAssignable) {
      $0.deviceCanPartition = .no
      $0.isIsolated = .no
    },
    Row(reason: .deviceCannotPartition, status: .readyForDDAAssignment) { $0.deviceCanPartition = .no },
    Row(reason: .deviceCannotPartition, status: .notAssignable) {
      $0.deviceCanPartition = .no
      $0.hasIOMMU = .no
    },
    Row(reason: .degraded, status: .paravirtualization) { $0.degradation = "Half a change." },
    Row(reason: .virtualizationDisabled, status: .paravirtualization) { $0.hasVirtualization = .no },
    Row(reason: .iommuDisabled, status: .paravirtualization) { $0.hasIOMMU = .no },
    Row(reason: .driverMissing, status: .readyForDDAAssignment) { $0.hasDriver = false },
    Row(reason: .driverMissing, status: .notAssignable) {
      $0.hasDriver = false
      $0.isIsolated = .no
    },
    Row(reason: .driverCannotPartition, status: .paravirtualization) { $0.driverCanPartition = .no },
    Row(reason: .functionMemoryUnassigned, status: .paravirtualization) { $0.hasFunctionMemory = .no },
    Row(reason: .partitioningDisabled, status: .paravirtualization) { $0.isPartitioningEnabled = .no },
    Row(reason: .serviceStopped, status: .paravirtualization) { $0.stoppedService = "nvidia-vgpud.service" },
    Row(reason: .modePending, status: .paravirtualization) { $0.pendingMode = "MIG mode" },
    Row(reason: .technologyUndecided, status: .paravirtualization) { $0.isTechnologyUndecided = true },
  ]

  @Test(arguments: rows)
  func judgesByTheFirstThingInTheWay(row: Row) throws {
    var facts = Sample.ready
    row.change(&facts)
    let verification = DriverVerification(of: try Sample.gpu(readiness: facts))
    #expect(verification.status == row.status)
    #expect(verification.reason == row.reason)
    #expect(verification.isReady == (row.status == .partitioned))
    #expect(verification.missing.isEmpty == (row.reason == .ready))
  }

  @Test func everyReasonThatCanBeMendedSaysHow() throws {
    let unmendable: Set<StatusReason> = [.ready, .bridgeOrSwitchPort, .deviceCannotPartition]
    for row in DriverVerificationTests.rows where !unmendable.contains(row.reason) {
      var facts = Sample.ready
      row.change(&facts)
      #expect(!DriverVerification(of: try Sample.gpu(readiness: facts)).remedy.isEmpty, "\(row.reason)")
    }
    #expect(Set(DriverVerificationTests.rows.map(\.reason)) == Set(StatusReason.allCases))
  }

  @Test func whatCannotBeReadIsNotHeldAgainstAGPU() throws {
    #expect(try Sample.gpu(readiness: GPUReadiness()).status == .partitioned)
  }

  @Test func theFourStatusesAreTheArticlesWords() {
    #expect(
      Set(AssignedStatus.allCases.map(\.rawValue)) == [
        "Ready for DDA assignment", "Partitioned", "Paravirtualization", "Not assignable",
      ])
  }

  @Test func listsEveryPrerequisite() throws {
    var facts = Sample.ready
    facts.hasFunctionMemory = .no
    let verification = DriverVerification(of: try Sample.gpu(readiness: facts))
    #expect(verification.prerequisites.map(\.kind) == Prerequisite.Kind.allCases)
    #expect(verification.prerequisites.map(\.finding) == [.yes, .yes, .no, .yes, .unknown])
  }
}
