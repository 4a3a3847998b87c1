import CmdletKit
import Glibc
import ShellObjects

/// The environment variables of the process.
final class EnvironmentProvider: ListedProvider, SessionStateProvider {
  let name = "Environment"
  let noun = "environment variable"
  // Names differ by case on Linux.
  let ignoresCase = false

  func find(_ name: String, _ request: ProviderRequest) throws -> Value? {
    guard !name.isEmpty, let value = getenv(name) else { return nil }
    return entry(name, String(cString: value), request)
  }

  private func entry(_ name: String, _ value: String, _ request: ProviderRequest) -> Value {
    noted(.object(DictionaryEntryObject(.string(name), .string(value))), name, request)
  }

  func names(_ request: ProviderRequest) throws -> [String] {
    var names: [String] = []
    var place = environ
    while let text = place.pointee {
      let bytes = String(cString: text).utf8
      // Why the first byte: a name may be empty before `=`, as in Windows' `=C:`.
      if let equals = bytes.dropFirst().firstIndex(of: UInt8(ascii: "=")) {
        names.append(String(Substring(bytes[..<equals])))
      }
      place = place.advanced(by: 1)
    }
    return names
  }

  func content(of name: String, _ request: ProviderRequest) throws -> Value {
    getenv(name).map { .string(String(cString: $0)) } ?? .null
  }

  func store(_ name: String, _ value: Value, _ request: ProviderRequest) throws {
    if value.isNull { return try remove(name, request) }
    if name.isEmpty || name.utf8.contains(where: { $0 == 0 || $0 == UInt8(ascii: "=") }) {
      throw PlaceError.argument("The name '\(name)' is not a name of an environment variable.", target: .string(name))
    }
    setenv(name, try value.text(), 1)
  }

  func remove(_ name: String, _ request: ProviderRequest) throws { unsetenv(name) }
}
