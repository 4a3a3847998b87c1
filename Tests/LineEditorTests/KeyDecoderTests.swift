import Testing

@testable import LineEditor

struct KeyDecoderTests {
  @Test(arguments: [
    ("a", "a"), ("é", "é"), ("日", "日"), ("\r", "Enter"), ("\n", "Enter"), ("\t", "Tab"), ("\u{7f}", "Backspace"),
    ("\u{8}", "Ctrl+Backspace"), ("\u{1}", "Ctrl+a"), ("\u{1a}", "Ctrl+z"), ("\u{0}", "Ctrl+@"), ("\u{1d}", "Ctrl+]"),
    ("\u{1f}", "Ctrl+_"), ("\u{1b}b", "Alt+b"), ("\u{1b}B", "Alt+B"), ("\u{1b}.", "Alt+."),
    ("\u{1b}\u{7f}", "Alt+Backspace"), ("\u{1b}\u{19}", "Ctrl+Alt+y"), ("\u{1b}\r", "Alt+Enter"),
    ("\u{1b}[A", "UpArrow"), ("\u{1b}OA", "UpArrow"), ("\u{1b}[1;5D", "Ctrl+LeftArrow"),
    ("\u{1b}[1;6C", "Shift+Ctrl+RightArrow"), ("\u{1b}[1;2H", "Shift+Home"), ("\u{1b}[4~", "End"),
    ("\u{1b}[3~", "Delete"), ("\u{1b}[3;5~", "Ctrl+Delete"), ("\u{1b}[5~", "PageUp"), ("\u{1b}OP", "F1"),
    ("\u{1b}[1;2R", "Shift+F3"), ("\u{1b}[15~", "F5"), ("\u{1b}[19;2~", "Shift+F8"), ("\u{1b}[24~", "F12"),
    ("\u{1b}[Z", "Shift+Tab"), ("\u{1b}[13;2u", "Shift+Enter"), ("\u{1b}[27;5;13~", "Ctrl+Enter"),
    ("\u{1b}[97;5u", "Ctrl+a"), ("\u{1b}[32;5u", "Ctrl+@"),
  ])
  func bytesBecomeTheChord(bytes: String, name: String) {
    var decoder = KeyDecoder()
    decoder.feed(Array(bytes.utf8))
    #expect(decoder.next() == KeyChord(named: name).map(TerminalInput.key))
    #expect(decoder.isEmpty)
  }

  @Test func aKeyIsTheSameWhereverItsBytesAreCut() {
    let bytes = Array("\u{1b}[1;5Dé\u{1b}OP日\u{1b}[200~x\u{1b}[201~".utf8)
    for cut in 1..<bytes.count {
      var decoder = KeyDecoder()
      var keys: [TerminalInput] = []
      for part in [bytes[..<cut], bytes[cut...]] {
        decoder.feed(part)
        while let key = decoder.next() { keys.append(key) }
      }
      #expect(keys.count == 5)
      #expect(keys.last == .paste([0x78]))
    }
  }

  @Test func aLoneEscapeIsAKeyOnlyWhenNothingFollows() {
    var decoder = KeyDecoder()
    decoder.feed([0x1B])
    #expect(decoder.next() == nil)
    #expect(decoder.isWaiting)
    #expect(decoder.next(isFinal: true) == .key(KeyChord(.escape)))
  }

  @Test func brokenBytesTypeNothing() {
    var decoder = KeyDecoder()
    decoder.feed([0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80, 0xC2, 0x80, 0x61])
    #expect(decoder.next() == KeyChord(named: "(").map(TerminalInput.key))
    #expect(decoder.next() == KeyChord(named: "a").map(TerminalInput.key))
    #expect(decoder.next() == nil)
  }

  @Test func aPasteLosesItsControlCharacters() {
    let text = KeyDecoder.pastedText(Array("a\r\nb\rc\nd\te\u{1b}[31m\u{7}\u{9b}".utf8)[...])
    #expect(LineBuffer.text(text[...]) == "a\nb\nc\nd\te[31m")
  }

  @Test func aPasteWithoutEndIsTextAfterASilence() {
    var decoder = KeyDecoder()
    decoder.feed(Array("\u{1b}[200~abc".utf8))
    #expect(decoder.next() == nil)
    #expect(decoder.isInsidePaste)
    #expect(decoder.next(isFinal: true) == .paste([0x61, 0x62, 0x63]))
    #expect(decoder.isEmpty)
  }

  @Test func anyBytesAreSurvivedAndUsedUp() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      var decoder = KeyDecoder()
      let bytes = (0..<200).map { _ -> UInt8 in
        let any = UInt8.random(in: 0...255, using: &random)
        return [0x1B, 0x5B, 0x3B, 0x7E, any].randomElement(using: &random) ?? any
      }
      decoder.feed(bytes)
      var count = 0
      while decoder.next(isFinal: true) != nil { count += 1 }
      #expect(decoder.isEmpty)
      #expect(count <= bytes.count)
    }
  }

  @Test(arguments: ["Ctrl+x", "Alt+F", "Shift+Ctrl+LeftArrow", "Ctrl+Alt+]", "F12", "Alt+-", "Ctrl++", "Spacebar"])
  func aChordKeepsItsName(name: String) {
    #expect(KeyChord(named: name)?.name == name)
  }

  @Test(arguments: ["", "Hyper+x", "Ctrl+", "F99", "NoSuchKey"])
  func whatIsNoChordIsRefused(name: String) {
    #expect(KeyChord(named: name) == nil)
  }
}
