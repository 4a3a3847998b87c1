// The room LinuxHost; its first file names what it holds.
