// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .unsafeFlags(["-warnings-as-errors"]),
  // The interpreter's state lives in classes; the dynamic check costs a third of a call there, and debug builds and
  // tests keep it.
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

/// One row a target: its name, and everything it may import.
func library(_ name: String, _ imports: Target.Dependency...) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: settings)
}

func program(_ name: String, _ imports: Target.Dependency...) -> Target {
  .executableTarget(name: name, dependencies: imports, swiftSettings: settings)
}

func tests(_ name: String, _ imports: Target.Dependency...) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name), "TestSupport"] + imports, exclude: excluded[name] ?? [],
    swiftSettings: settings)
}

/// Data folders beside the tests; they are read through `#filePath`, never copied.
let excluded: [String: [String]] = ["LinuxHost": ["Fixtures"]]

let package = Package(
  name: "gpsh",
  products: [.executable(name: "gpsh", targets: ["gpsh"])],
  targets: [
    // Level 0
    library("SourceText"),
    library("RegularExpressions", "CPCRE2"),
    library("GPUPartitioning"),
    .target(name: "CEditLine", linkerSettings: [.linkedLibrary("edit")]),
    .target(name: "CPCRE2", linkerSettings: [.linkedLibrary("pcre2-8")]),
    .target(name: "CLibvirt"),
    // Its header hides libxml2's own, so that importers need no include path.
    .target(name: "CLibXML2", cSettings: [.unsafeFlags(["-I/usr/include/libxml2"])]),
    // The archive rather than the shared library, which would cost every start.
    .target(name: "CGMP", linkerSettings: [.linkedLibrary(":libgmp.a")]),
    // Level 1
    library("ShellSyntax", "SourceText"),
    library("ShellObjects", "SourceText"),
    library("SimulatedHost", "GPUPartitioning"),
    library("LinuxHost", "GPUPartitioning", "CLibvirt", "CLibXML2"),
    library("LineEditor", "CEditLine"),
    // Level 2
    library("CmdletKit", "ShellObjects"),
    library("ShellFormatting", "SourceText", "ShellObjects"),
    library("ShellTypes", "ShellObjects", "RegularExpressions", "CLibXML2", "CGMP"),
    // Level 3
    library("ShellEngine", "SourceText", "ShellSyntax", "ShellObjects", "ShellTypes", "CmdletKit"),
    library("BuiltinCmdlets", "RegularExpressions", "ShellObjects", "ShellTypes", "CmdletKit", "ShellFormatting"),
    library("GPUPartitionCmdlets", "GPUPartitioning", "ShellObjects", "CmdletKit", "ShellFormatting"),
    // Level 4
    library(
      "ShellConsole", "SourceText", "ShellSyntax", "ShellObjects", "ShellTypes", "CmdletKit", "ShellFormatting",
      "ShellEngine", "LineEditor"),
    program(
      "generate-reference", "ShellObjects", "CmdletKit", "BuiltinCmdlets", "GPUPartitioning", "GPUPartitionCmdlets",
      "SimulatedHost", "ShellConsole"),
    // Level 5
    program(
      "gpsh", "SourceText", "ShellSyntax", "ShellObjects", "ShellTypes", "CmdletKit", "ShellFormatting", "ShellEngine",
      "BuiltinCmdlets", "GPUPartitioning", "GPUPartitionCmdlets", "SimulatedHost", "LinuxHost", "ShellConsole"),
    // Tests
    .executableTarget(
      name: "line-editor-demo", dependencies: ["LineEditor"], path: "Tests/Terminal/line-editor-demo",
      swiftSettings: settings),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests("SourceText"),
    tests("RegularExpressions"),
    tests("GPUPartitioning"),
    tests("ShellSyntax", "SourceText"),
    tests("ShellObjects", "SourceText"),
    tests("SimulatedHost", "GPUPartitioning"),
    tests("LinuxHost", "GPUPartitioning"),
    tests("LineEditor"),
    tests("CmdletKit", "ShellObjects"),
    tests("ShellFormatting", "ShellObjects"),
    tests("ShellTypes", "ShellObjects"),
    tests("ShellEngine", "SourceText", "ShellSyntax", "ShellObjects", "CmdletKit"),
    tests("BuiltinCmdlets", "ShellObjects", "ShellTypes", "CmdletKit", "ShellEngine"),
    tests(
      "GPUPartitionCmdlets", "GPUPartitioning", "SimulatedHost", "SourceText", "ShellObjects", "ShellTypes", "CmdletKit",
      "ShellFormatting", "ShellEngine", "BuiltinCmdlets"),
    tests("ShellConsole", "ShellObjects", "ShellEngine"),
  ]
)
