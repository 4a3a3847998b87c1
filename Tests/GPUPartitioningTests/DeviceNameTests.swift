import GPUPartitioning
import Testing

struct PCIAddressTests {
  @Test(arguments: [
    ("0000:3b:00.0", "0000:3b:00.0"), ("3B:1f.7", "0000:3b:1f.7"), ("10000:e1:00.0", "10000:e1:00.0"),
    ("ffffffff:ff:1f.7", "ffffffff:ff:1f.7"),
  ])
  func isReadAsTheKernelWritesIt(text: String, expected: String) {
    #expect(PCIAddress(text)?.description == expected)
  }

  @Test(arguments: [
    "", ":", "3b:00", "3b:20.0", "3b:00.8", "000:3b:00.0", "123456789:3b:00.0", "0000:3b:00.0.0", "0000:3b:+0.0",
    "0000:3b:00.", "0000::3b:00.0", "0x00:3b:00.0", "0000:3b:00.0 ", "0000:３b:00.0", "a:0000:3b:00.0",
  ])
  func refusesEverythingElse(text: String) {
    #expect(PCIAddress(text) == nil)
  }

  @Test func sortsByDomainThenBus() throws {
    let texts = ["0001:00:00.0", "0000:ff:1f.7", "0000:08:00.1", "0000:08:00.0"]
    let sorted = try texts.map { try #require(PCIAddress($0)) }.sorted().map(\.description)
    #expect(sorted == texts.reversed())
  }

  @Test(arguments: [
    ("10de:25b6", "10de:25b6"), ("10DE:25B6", "10de:25b6"), ("10de", nil), ("10de:25b", nil), ("", nil),
  ])
  func vendorAndDeviceArePairsOfFourDigits(text: String, expected: String?) {
    #expect(VendorDevice(text)?.description == expected)
  }
}

struct InstancePathTests {
  private static let text =
    #"\\?\PCI#VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1#0000&08&00&0#{064092b3-625e-43bf-9eb5-dc845897dd59}"#

  @Test func hasHyperVsLayout() throws {
    #expect(try Sample.gpu().name.description == InstancePathTests.text)
  }

  /// Scripts cut names at these places.
  @Test func survivesWhatScriptsCutOut() throws {
    let name = try Sample.gpu().name.description
    #expect(name.dropFirst(8).prefix(16) == "VEN_10DE&DEV_25B")
    #expect(name.split(separator: "#").dropFirst().first == "VEN_10DE&DEV_25B6&SUBSYS_157E10DE&REV_A1")
  }

  @Test(arguments: [
    (text, true), (text.lowercased(), true), ("0000:08:00.0", true), ("08:00.0", true), ("0000:08:00.1", false),
    ("", false), (String(text.dropLast()), false), ("*", false),
  ])
  func isNamedByPathOrAddress(typed: String, expected: Bool) throws {
    #expect(try Sample.gpu().name.isNamed(typed) == expected)
  }
}

struct UniqueIdentifierTests {
  private static let text = "89abcdef-0123-4567-89ab-cdef01234567"

  @Test(arguments: [text, text.uppercased(), "{\(text)}"])
  func isReadInAnyCase(typed: String) {
    #expect(UniqueIdentifier(typed)?.description == UniqueIdentifierTests.text)
    #expect(UniqueIdentifier(typed)?.hyperV == UniqueIdentifierTests.text.uppercased())
  }

  @Test(arguments: [
    "", "{}", "89abcdef-0123-4567-89ab-cdef0123456", "89abcdef-0123-4567-89ab-cdef012345670",
    "89abcdef00123-4567-89ab-cdef01234567", "89abcdef-0123-4567-89ab-cdef0123456g", "{\(text)",
  ])
  func refusesEverythingElse(typed: String) {
    #expect(UniqueIdentifier(typed) == nil)
  }

  @Test func derivedOnesAreStableAndDiffer() {
    #expect(UniqueIdentifier(derivedFrom: "a") == UniqueIdentifier(derivedFrom: "a"))
    #expect(Set((0..<10_000).map { UniqueIdentifier(derivedFrom: "0000:08:00.\($0)") }).count == 10_000)
  }

  @Test func randomOnesAreOfVersionFour() {
    let digits = Array(UniqueIdentifier.random().description)
    #expect(digits[14] == "4")
    #expect("89ab".contains(digits[19]))
  }
}

struct NamePatternTests {
  @Test(arguments: [
    ("web01", "WEB01", true), ("web*", "web01", true), ("*", "", true), ("", "", true), ("", "a", false),
    ("w?b01", "web01", true), ("w?b", "wb", false), ("web[0-2]*", "web17", true), ("web[ab]", "webc", false),
    ("*01", "web01", true), ("*a*b*c", "xxaxxbxxc", true), ("*a*b*c", "xxaxxbxx", false), ("web`*", "web*", true),
    ("web`*", "web1", false), ("[", "[", true), ("web[", "web[", true), ("a**b", "ab", true),
    ("straße", "STRAßE", true),
  ])
  func matchesAsPowerShellDoes(pattern: String, name: String, expected: Bool) {
    #expect(NamePattern(pattern).matches(name) == expected)
  }

  @Test func manyStarsTakeNoExponentialTime() {
    let pattern = String(repeating: "*a", count: 50) + "b"
    #expect(!NamePattern(pattern).matches(String(repeating: "a", count: 5000)))
  }

  @Test(arguments: [("web01", true), ("web*", false), ("web?", false), ("[ab]", false), ("web`*", true)])
  func knowsWhetherItIsOneName(pattern: String, expected: Bool) {
    #expect(NamePattern(pattern).isLiteral == expected)
  }
}
