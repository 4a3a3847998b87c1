// The room CmdletKit; its first file names what it holds.
