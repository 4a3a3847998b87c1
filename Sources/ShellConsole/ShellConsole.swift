// The room ShellConsole; its first file names what it holds.
