// GPUPartitioning: the words and the rules of splitting GPUs among virtual machines.
//
// Pure: no shell, no operating system, nothing but the standard library. A host (`VirtualizationHost`, the port) gives
// snapshots of what is, and executes single steps; it decides nothing. Every decision is a function here:
//
//   snapshot(s) + request -> PartitionPlanner -> ChangePlan, or a GPUPartitioningError that says what is in the way
//   ChangePlan -> PlanApplier -> steps on hosts, journalled, read back, rolled back in reverse when one fails
//
// Reading order: Devices (PCIAddress, PerResource, PartitionProfile, GPUPartition, PartitionableGPU), Machines
// (VirtualMachine, GPUPartitionAdapter), Port (HostSnapshot, HostInventory, VirtualizationHost), Rules (verification,
// homogeneous sets, the planner), Plans (HostFact, ChangeStep, ChangePlan, PlanApplier, ChangeJournal).
//
// A snapshot belongs to a host, and an inventory is a list of snapshots from the start: every object carries its
// ComputerName. A step names the facts it needs (`reads`) and the facts it makes true (`writes`); the applier checks
// the first before, the second after, and prints both for -WhatIf.
