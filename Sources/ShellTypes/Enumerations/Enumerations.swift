import ShellObjects

/// The tables of enumerations, one file a namespace.
enum Enumerations {
  static let all: [TypeDeclaration] =
    system + text + globalization + inputOutput + net + xml + automation + language + shellCommand
}
