import Glibc
import ShellConsole

/// Writes `Docs/Cmdlets/*.md` and `Completions/*` from the declarations; with `--check` it only tells what is stale.
@main
enum GenerateReference {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    let isCheck = arguments.contains("--check")
    let root = arguments.first { !$0.hasPrefix("--") } ?? "."
    var pages = CmdletPages.all()
    pages += CompletionScripts.all(StartupOptions.described)
    var stale: [String] = []
    for page in pages {
      let path = root + "/" + page.path
      if Files.read(path) == page.text { continue }
      stale.append(page.path)
      if !isCheck { Files.write(path, page.text) }
    }
    for path in Files.list(root + "/Docs/Cmdlets") where !pages.contains(where: { $0.path == "Docs/Cmdlets/" + path }) {
      stale.append("Docs/Cmdlets/" + path)
      if !isCheck { unlink(root + "/Docs/Cmdlets/" + path) }
    }
    for path in stale { print(isCheck ? "stale: \(path)" : "wrote \(path)") }
    exit(isCheck && !stale.isEmpty ? 1 : 0)
  }
}

/// One generated file.
struct Page {
  let path: String
  let text: String
}

/// Whole files in and out.
enum Files {
  static func read(_ path: String) -> String? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func write(_ path: String, _ text: String) {
    guard let file = fopen(path, "wb") else {
      print("cannot write \(path)")
      exit(1)
    }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    fwrite(bytes, 1, bytes.count, file)
  }

  static func list(_ folder: String) -> [String] {
    guard let directory = opendir(folder) else {
      mkdir(folder, 0o755)
      return []
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".md") { names.append(name) }
    }
    return names.sorted()
  }
}
