// The room LineEditor; its first file names what it holds.
