// The room ShellTypes; its first file names what it holds.
