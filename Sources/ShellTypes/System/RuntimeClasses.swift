import Glibc
import ShellObjects

/// System.GC, System.Threading.Thread, System.Activator and what else scripts call and a shell of ours answers shortly.
enum RuntimeClasses {
  static let declarations: [TypeDeclaration] = [collector, thread, activator, information, nullable, intPointerSize]

  /// Memory is counted by references here, so that collecting is always done.
  private static let collector = TypeDeclaration(staticClass: "System.GC") { t in
    for parameters in ["", "int generation", "int generation, System.GCCollectionMode mode"] {
      t.staticMethod("static void Collect(\(parameters))") { _ in Value.void }
    }
    t.staticMethod("static void WaitForPendingFinalizers()") { _ in Value.void }
    t.staticMethod("static void KeepAlive(System.Object obj)") { _ in Value.void }
    t.staticMethod("static void SuppressFinalize(System.Object obj)") { _ in Value.void }
    t.staticMethod("static int CollectionCount(int generation)") { _ in 0 }
    t.staticMethod("static int GetGeneration(System.Object obj)") { _ in 0 }
    t.staticMethod("static long GetTotalMemory(bool forceFullCollection)") { _ in
      ProcessStatus.residentBytes(of: getpid())
    }
    t.staticMethod("static long GetTotalAllocatedBytes(bool precise = False)") { _ in
      ProcessStatus.residentBytes(of: getpid())
    }
    t.staticProperty("static int MaxGeneration {get;}") { 2 }
  }

  private struct CurrentThread: Sendable {}

  private static let thread = TypeDeclaration("System.Threading.Thread", of: CurrentThread.self) { t in
    let type = t.type
    t.staticMethod("static void Sleep(int millisecondsTimeout)") { a in
      guard a.int(0) >= -1 else {
        throw NetException.outOfRange(
          "Number must be either non-negative and less than or equal to Int32.MaxValue or -1.", "millisecondsTimeout",
          actual: a[0])
      }
      sleep(milliseconds: a.int64(0))
      return Value.void
    }
    t.staticMethod("static void Sleep(timespan timeout)") { a in
      sleep(milliseconds: a.timeSpan(0).ticks / Ticks.perMillisecond)
      return Value.void
    }
    t.staticProperty("static System.Threading.Thread CurrentThread {get;}") { Value.object(Box(CurrentThread(), type)) }
    for name in ["CurrentCulture", "CurrentUICulture"] {
      t.property("cultureinfo \(name) {get;set;}") { _ in
        CultureValue.current
      } set: { _, _ in
      }
    }
    t.property("int ManagedThreadId {get;}") { _ in 1 }
    t.property("bool IsAlive {get;}") { _ in true }
    t.property("bool IsBackground {get;set;}") { _ in
      false
    } set: { _, _ in
    }
    t.property("string Name {get;set;}") { _ in
      Value.null
    } set: { _, _ in
    }
    t.method("System.Threading.ApartmentState GetApartmentState()") { _, _ in
      EnumObject(2, PSType.named("System.Threading.ApartmentState"))
    }
  }

  /// Sleeps through interruptions; for ever where negative.
  static func sleep(milliseconds: Int64) {
    var left = timespec(tv_sec: Int(milliseconds / 1000), tv_nsec: Int(milliseconds % 1000) * 1_000_000)
    if milliseconds < 0 { left = timespec(tv_sec: Int(Int32.max), tv_nsec: 0) }
    var rest = timespec()
    while nanosleep(&left, &rest) != 0, errno == EINTR { left = rest }
  }

  private static let activator = TypeDeclaration(staticClass: "System.Activator") { t in
    t.staticMethod("static System.Object CreateInstance(type type)") { a in
      guard let type = a.object(0, TypeObject.self)?.represented else { throw NetException.argumentNull("type") }
      return try type.construct([])
    }
    t.staticMethod("static System.Object CreateInstance(type type, Params System.Object[] args)") { a in
      guard let type = a.object(0, TypeObject.self)?.represented else { throw NetException.argumentNull("type") }
      return try type.construct(a.elements(1))
    }
  }

  private static let information = TypeDeclaration(staticClass: "System.Runtime.InteropServices.RuntimeInformation") {
    t in
    t.staticProperty("static string FrameworkDescription {get;}") { ".NET 10.0.0" }
    t.staticProperty("static string OSDescription {get;}") {
      ProcessStatus.read("/proc/sys/kernel/ostype").map { TextTrimming.trimmed($0) } ?? "Linux"
    }
    t.staticProperty("static string RuntimeIdentifier {get;}") { "linux-x64" }
    t.staticProperty("static System.Runtime.InteropServices.Architecture OSArchitecture {get;}") { architecture }
    t.staticProperty("static System.Runtime.InteropServices.Architecture ProcessArchitecture {get;}") { architecture }
  }

  private static var architecture: EnumObject {
    #if arch(arm64)
    let number: Int64 = 3
    #else
    let number: Int64 = 1
    #endif
    return EnumObject(number, PSType.named("System.Runtime.InteropServices.Architecture"))
  }

  private static let nullable = TypeDeclaration("System.Nullable`1", kind: .structure, of: Value.self) { t in
    let element = t.type.genericArguments.first
    t.behavior.convert = { value, wanted in
      guard let element, wanted.genericArguments.first === element, !value.isNull else { return nil }
      return try value.converted(to: element)
    }
  }

  private static let intPointerSize = TypeDeclaration(
    "System.IntPtr", accelerators: [], kind: .structure, of: Value.self
  ) { t in
    t.staticProperty("static int Size {get;}") { 8 }
    t.staticProperty("static System.IntPtr Zero {get;}") { Int64(0) }
  }
}
