// The room BuiltinCmdlets; its first file names what it holds.
