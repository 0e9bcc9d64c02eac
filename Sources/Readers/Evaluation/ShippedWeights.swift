/// The weights that are part of the program, as bytes.
public enum ShippedWeights {
  /// A copy of one model's.
  public static func bytes(_ kind: ModelKind) -> [UInt8] {
    WeightsSource.shipped(kind).withBytes { Array($0) }
  }
}
