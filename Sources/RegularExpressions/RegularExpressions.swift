// The room RegularExpressions; its first file names what it holds.
