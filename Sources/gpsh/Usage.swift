/// What `gpsh -Help` prints.
enum Usage {
  static let text = """
    Usage: gpsh [-File <script> [arguments] | -Command <text> | -CommandWithArgs <text> [arguments]]
                [-EncodedCommand <base64>] [-NoProfile] [-NoLogo] [-NonInteractive] [-NoExit]
                [-WorkingDirectory <folder>] [-Simulated [<state file>]] [-Version] [-Help]

    gpsh runs PowerShell scripts on Linux KVM hosts. Without -File or -Command it reads commands from
    the terminal, or from standard input where that is no terminal. -Simulated replaces the machine's
    GPUs and virtual machines by a training ground; with a state file it goes on where it ended.
    """
}
