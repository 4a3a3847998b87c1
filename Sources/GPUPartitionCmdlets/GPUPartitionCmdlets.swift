// The room GPUPartitionCmdlets; its first file names what it holds.
