// The room SimulatedHost; its first file names what it holds.
