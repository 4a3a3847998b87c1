import ShellObjects
import SourceText

/// One argument of a command as the script gave it, evaluated.
enum Argument {
  case positional(Value)
  /// `-name`, with the value behind a colon or from a splatted table; `text` is what it looks like as plain text.
  case named(String, Value?, text: String, isSplatted: Bool)
}

/// One argument as it is compiled.
enum ArgumentNode {
  case positional(Node)
  case named(String, Node?, text: String)
  case splat(Node)
}
