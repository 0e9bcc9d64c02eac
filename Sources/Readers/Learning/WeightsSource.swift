import CWeights

/// Where the bytes of weights are: mapped with the program, or in memory after training.
enum WeightsSource: Sendable {
  case shipped(ModelKind)
  case trained([UInt8])

  /// Reads the bytes in place.
  @inline(__always)
  func withBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
    switch self {
    case .shipped(let kind):
      var count = 0
      let start = kind == .topics ? cw_topics(&count) : cw_review(&count)
      return try body(UnsafeRawBufferPointer(start: start, count: count))
    case .trained(let bytes):
      return try bytes.withUnsafeBufferPointer { list throws(E) in
        try body(UnsafeRawBufferPointer(list))
      }
    }
  }
}
