// The room ShellEngine; its first file names what it holds.
