/// How a string is written.
package enum StringConstantType: UInt8, Sendable {
  case bareWord, singleQuoted, doubleQuoted, singleQuotedHereString, doubleQuotedHereString
}

/// A stream of a command, as redirections name it.
package enum RedirectionStream: UInt8, Sendable {
  case all = 0
  case output = 1
  case error = 2
  case warning = 3
  case verbose = 4
  case debug = 5
  case information = 6
}

/// The flags of a `switch`; exact comparison is the absence of wildcard and regex.
package struct SwitchFlags: OptionSet, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let file = Self(rawValue: 1)
  package static let regex = Self(rawValue: 2)
  package static let wildcard = Self(rawValue: 4)
  package static let exact = Self(rawValue: 8)
  package static let caseSensitive = Self(rawValue: 16)
  package static let parallel = Self(rawValue: 32)
}

/// The flags of a `foreach`.
package struct ForEachFlags: OptionSet, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let parallel = Self(rawValue: 1)
}

/// What a `using` brings in.
package enum UsingStatementKind: UInt8, Sendable {
  case assembly, command, module, namespace, type
}

/// Which kind of type a definition makes.
package enum TypeAttributes: UInt8, Sendable {
  case `class`, interface, `enum`
}

/// Modifiers of a member of a class.
package struct MemberAttributes: OptionSet, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let `public` = Self(rawValue: 1)
  package static let `private` = Self(rawValue: 2)
  package static let `static` = Self(rawValue: 16)

  /// A value of an enum.
  package static let literal = Self(rawValue: 32)
  package static let hidden = Self(rawValue: 64)
}
