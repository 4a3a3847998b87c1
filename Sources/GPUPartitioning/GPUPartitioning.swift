// The room GPUPartitioning; its first file names what it holds.
