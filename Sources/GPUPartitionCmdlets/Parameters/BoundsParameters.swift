import CmdletKit
import GPUPartitioning

/// The twelve limits of an adapter; those not given stay unset, which is not 0.
struct BoundsParameters: ParameterGroup {
  @Parameter("MinPartitionVRAM", help: "The least video memory, in bytes.")
  var minVRAM: UInt64?
  @Parameter("MaxPartitionVRAM", help: "The most video memory, in bytes.")
  var maxVRAM: UInt64?
  @Parameter("OptimalPartitionVRAM", help: "The video memory that suits best, in bytes.")
  var optimalVRAM: UInt64?
  @Parameter("MinPartitionEncode", help: "The least encoding, in streams of 960 × 540 at 60 Hz.")
  var minEncode: UInt64?
  @Parameter("MaxPartitionEncode", help: "The most encoding.")
  var maxEncode: UInt64?
  @Parameter("OptimalPartitionEncode", help: "The encoding that suits best.")
  var optimalEncode: UInt64?
  @Parameter("MinPartitionDecode", help: "The least decoding, in streams of 960 × 540 at 60 Hz.")
  var minDecode: UInt64?
  @Parameter("MaxPartitionDecode", help: "The most decoding.")
  var maxDecode: UInt64?
  @Parameter("OptimalPartitionDecode", help: "The decoding that suits best.")
  var optimalDecode: UInt64?
  @Parameter("MinPartitionCompute", help: "The least compute, in gigaflops at half precision.")
  var minCompute: UInt64?
  @Parameter("MaxPartitionCompute", help: "The most compute.")
  var maxCompute: UInt64?
  @Parameter("OptimalPartitionCompute", help: "The compute that suits best.")
  var optimalCompute: UInt64?

  /// Throws `InvalidParameter` where the limits of a resource are out of order.
  func bounds() throws(GPUPartitioningError) -> AdapterBounds {
    AdapterBounds(
      vram: try RequestedBounds(minimum: minVRAM, maximum: maxVRAM, optimal: optimalVRAM, of: .vram),
      encode: try RequestedBounds(minimum: minEncode, maximum: maxEncode, optimal: optimalEncode, of: .encode),
      decode: try RequestedBounds(minimum: minDecode, maximum: maxDecode, optimal: optimalDecode, of: .decode),
      compute: try RequestedBounds(minimum: minCompute, maximum: maxCompute, optimal: optimalCompute, of: .compute))
  }
}
