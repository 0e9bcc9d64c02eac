/// Why weights cannot be used.
///
/// Weights are used whole and as trained, or not at all.
public enum WeightsError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The bytes do not begin as weights do.
  case notWeights
  /// They are of another version of the format.
  case version(found: Int, wanted: Int)
  /// They are those of the other model.
  case kind(found: String, wanted: String)
  /// There are fewer or more bytes than the header says.
  case length(found: Int, wanted: Int)
  /// The bytes are not those that were written.
  case checksum
  /// They were trained for other topics or policies than this program has.
  case labels
  /// A table inside points outside.
  case table(String)

  /// The error in one sentence.
  public var description: String {
    switch self {
    case .notWeights: "the file does not hold weights"
    case .version(let found, let wanted):
      "the weights have format version \(found); this program reads version \(wanted)"
    case .kind(let found, let wanted): "the weights are those of \(found), not of \(wanted)"
    case .length(let found, let wanted): "the weights have \(found) bytes instead of \(wanted)"
    case .checksum: "the weights are damaged: their checksum does not fit"
    case .labels: "the weights were trained for other topics or policies than this program has"
    case .table(let name): "the weights are damaged: their \(name) table points outside"
    }
  }
}
