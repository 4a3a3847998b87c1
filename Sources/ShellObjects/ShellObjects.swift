// The room ShellObjects; its first file names what it holds.
