internal import Glibc

/// An ASCII character that every match contains, in either case where case is ignored.
struct RequiredBytes: Sendable {
  let first: UInt8
  /// The other case; `first` again where there is none.
  let second: UInt8

  /// False if `bytes` cannot hold a match.
  func occur(in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let bytes = UnsafeBufferPointer(rebasing: bytes)
    guard let base = bytes.baseAddress else { return false }
    return memchr(base, Int32(first), bytes.count) != nil
      || second != first && memchr(base, Int32(second), bytes.count) != nil
  }
}
