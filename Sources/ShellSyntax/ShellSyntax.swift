// The room ShellSyntax; its first file names what it holds.
