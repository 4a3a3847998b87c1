// Source: PSReadLine 2.4.5 on Linux, `Get-PSReadLineKeyHandler` in each edit mode. What Windows has beside them is added
// where a terminal can send it. Left out: functions that do not exist here.

extension KeyMap {
  /// What every edit mode has.
  static let everywhere: [(String, String)] = [
    ("Enter", "AcceptLine"), ("Shift+Enter", "AddLine"), ("Alt+Enter", "AddLine"), ("Backspace", "BackwardDeleteChar"),
    ("Delete", "DeleteChar"), ("Ctrl+c", "CopyOrCancelLine"), ("Ctrl+l", "ClearScreen"),
    ("LeftArrow", "BackwardChar"), ("RightArrow", "ForwardChar"), ("Home", "BeginningOfLine"), ("End", "EndOfLine"),
    ("UpArrow", "PreviousHistory"), ("DownArrow", "NextHistory"), ("Ctrl+LeftArrow", "BackwardWord"),
    ("Ctrl+RightArrow", "NextWord"), ("Ctrl+r", "ReverseSearchHistory"), ("Ctrl+s", "ForwardSearchHistory"),
    ("F2", "SwitchPredictionView"),
  ]

  static let windows: [(String, String)] =
    [
      ("Ctrl+Home", "BackwardDeleteInput"), ("Ctrl+End", "ForwardDeleteInput"), ("Ctrl+Backspace", "BackwardKillWord"),
      ("Ctrl+w", "BackwardKillWord"), ("Ctrl+Delete", "KillWord"), ("Alt+d", "KillWord"), ("Ctrl+C", "Copy"),
      ("Ctrl+x", "Cut"), ("Ctrl+v", "Paste"), ("Shift+Insert", "Paste"), ("Ctrl+Enter", "InsertLineAbove"),
      ("Shift+Ctrl+Enter", "InsertLineBelow"), ("Ctrl+y", "Redo"), ("Ctrl+z", "Undo"), ("Escape", "RevertLine"),
      ("Alt+.", "YankLastArg"), ("Ctrl+d", "DeleteCharOrExit"), ("Ctrl+]", "GotoBrace"),
      ("F8", "HistorySearchBackward"),
      ("Shift+F8", "HistorySearchForward"), ("Alt+F7", "ClearHistory"), ("Ctrl+@", "MenuComplete"),
      ("Tab", "TabCompleteNext"), ("Shift+Tab", "TabCompletePrevious"), ("Ctrl+a", "SelectAll"),
      ("Shift+LeftArrow", "SelectBackwardChar"), ("Shift+RightArrow", "SelectForwardChar"),
      ("Shift+Home", "SelectBackwardsLine"), ("Shift+End", "SelectLine"),
      ("Shift+Ctrl+LeftArrow", "SelectBackwardWord"),
      ("Shift+Ctrl+RightArrow", "SelectNextWord"), ("F3", "CharacterSearch"), ("Shift+F3", "CharacterSearchBackward"),
      ("Alt+a", "SelectCommandArgument"), ("Ctrl+Alt+?", "ShowKeyBindings"), ("Alt+?", "WhatIsKey"),
    ] + digits

  static let emacs: [(String, String)] =
    [
      ("Ctrl+g", "Abort"), ("Ctrl+o", "AcceptAndGetNext"), ("Ctrl+Backspace", "BackwardDeleteChar"),
      ("Ctrl+u", "BackwardKillInput"), ("Ctrl+x,Backspace", "BackwardKillInput"), ("Alt+Backspace", "BackwardKillWord"),
      ("Alt+c", "CapitalizeWord"), ("Alt+l", "DowncaseWord"), ("Alt+u", "UpcaseWord"), ("Ctrl+d", "DeleteCharOrExit"),
      ("Ctrl+k", "KillLine"), ("Alt+d", "KillWord"), ("Alt+r", "RevertLine"), ("Ctrl+t", "SwapCharacters"),
      ("Ctrl+_", "Undo"), ("Ctrl+x,Ctrl+u", "Undo"), ("Ctrl+w", "UnixWordRubout"), ("Ctrl+m", "ValidateAndAcceptLine"),
      ("Ctrl+y", "Yank"), ("Alt+y", "YankPop"), ("Alt+.", "YankLastArg"), ("Alt+_", "YankLastArg"),
      ("Ctrl+Alt+y", "YankNthArg"), ("Ctrl+b", "BackwardChar"), ("Ctrl+f", "ForwardChar"), ("Alt+b", "BackwardWord"),
      ("Alt+f", "ForwardWord"), ("Ctrl+LeftArrow", "BackwardWord"), ("Ctrl+RightArrow", "ForwardWord"),
      ("Ctrl+a", "BeginningOfLine"), ("Ctrl+e", "EndOfLine"), ("Alt+<", "BeginningOfHistory"),
      ("Alt+>", "EndOfHistory"),
      ("Ctrl+n", "NextHistory"), ("Ctrl+p", "PreviousHistory"), ("Tab", "Complete"), ("Alt+=", "PossibleCompletions"),
      ("Ctrl+x,Ctrl+x", "ExchangePointAndMark"), ("Ctrl+@", "SetMark"), ("Alt+Spacebar", "SetMark"),
      ("Shift+LeftArrow", "SelectBackwardChar"), ("Shift+RightArrow", "SelectForwardChar"),
      ("Shift+Home", "SelectBackwardsLine"), ("Shift+End", "SelectLine"), ("Alt+B", "SelectBackwardWord"),
      ("Alt+F", "SelectForwardWord"), ("Ctrl+]", "CharacterSearch"), ("Ctrl+Alt+]", "CharacterSearchBackward"),
      ("Alt+a", "SelectCommandArgument"), ("Ctrl+Alt+?", "ShowKeyBindings"), ("Alt+?", "WhatIsKey"),
    ] + digits

  /// What is ours in both of vi's modes; the letters are libedit's.
  static let vi: [(String, String)] = [
    ("Ctrl+Backspace", "BackwardKillWord"), ("Ctrl+Home", "BackwardDeleteInput"), ("Ctrl+End", "ForwardDeleteInput"),
    ("Ctrl+d", "DeleteCharOrExit"), ("Ctrl+c", "CancelLine"), ("Tab", "TabCompleteNext"),
    ("Shift+Tab", "TabCompletePrevious"), ("Ctrl+@", "PossibleCompletions"), ("Ctrl+t", "SwapCharacters"),
    ("Ctrl+v", "Paste"), ("Ctrl+z", "Undo"), ("Ctrl+y", "Redo"), ("F3", "CharacterSearch"),
    ("Shift+F3", "CharacterSearchBackward"), ("Ctrl+]", "GotoBrace"),
  ]

  /// Letters of vi's command mode whose functions are ours.
  ///
  /// Why: libedit's own cut a recalled line at 1,024 characters, know no history of ours, and undo once.
  static let viCommandKeys: [(key: UInt32, function: String)] = [
    (0x6B, "PreviousHistory"), (0x2D, "PreviousHistory"), (0x6A, "NextHistory"), (0x2B, "NextHistory"),
    (0x2F, "ReverseSearchHistory"), (0x3F, "ForwardSearchHistory"), (0x75, "Undo"), (0x55, "UndoAll"),
  ]

  private static let digits: [(String, String)] = "0123456789-".map { ("Alt+\($0)", "DigitArgument") }
}
