// The room ShellFormatting; its first file names what it holds.
