// The room SourceText; its first file names what it holds.
