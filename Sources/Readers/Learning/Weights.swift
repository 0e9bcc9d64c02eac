/// The trained weights of one model, read in place from the bytes that ship with the program.
///
/// Layout, all numbers little-endian: a header of 64 bytes; per label 16 bytes of floats (scale,
/// bias, slope, intercept); a hash table of features, 8 bytes a slot (16-bit fingerprint, 8-bit
/// value, 8-bit number of entries, 32-bit first entry); the entries, 2 bytes each (label, signed
/// weight); the lexicon's slots, 4 bytes each; a checksum of 8 bytes over everything before it.
struct Weights: Sendable {
  /// Which model they are.
  let kind: ModelKind
  /// Per label, how its sums become probabilities.
  let labels: [Label]
  /// How much a word of each field counts, in the order of `Field.allCases`, in 256ths.
  let fieldWeights: [Int]
  /// What a word that the corpus does not use adds to a text's squared length.
  let unknownSquared: Int
  /// The words that spelling is undone to.
  let lexicon: Lexicon

  let source: WeightsSource
  let slotMask: Int
  let slotsAt: Int
  let entriesAt: Int

  /// How one label's sum of weights becomes a margin, and the margin a probability.
  struct Label: Sendable, Hashable {
    /// Margin per unit of the stored weights.
    var scale: Double
    /// The margin of a text without features.
    var bias: Double
    /// Logits per unit of margin.
    var slope: Double
    /// The logit at margin 0.
    var intercept: Double

    /// The margin's logit.
    @inline(__always)
    func logit(_ margin: Double) -> Double { slope * margin + intercept }
  }

  static let magic: UInt32 = 0x574C_4757  // "WGLW"
  static let version: UInt32 = 1
  static let headerSize = 64
  static let labelSize = 16
  static let slotSize = 8
  static let entrySize = 2

  /// The weights that ship with the program.
  static func shipped(_ kind: ModelKind) throws(WeightsError) -> Weights {
    try Weights(.shipped(kind), kind: kind)
  }

  /// Checks the bytes from first to last and reads the small parts; the tables stay where they
  /// are.
  init(_ source: WeightsSource, kind: ModelKind) throws(WeightsError) {
    self = try source.withBytes { bytes throws(WeightsError) in
      let header = try WeightsHeader(bytes, kind: kind)
      try header.checkTables(of: bytes)
      return Weights(header, of: bytes, source: source)
    }
  }

  private init(_ header: WeightsHeader, of bytes: UnsafeRawBufferPointer, source: WeightsSource) {
    kind = header.kind
    self.source = source
    slotMask = header.slotCount - 1
    slotsAt = header.slotsAt
    entriesAt = header.entriesAt
    fieldWeights = header.fieldWeights
    unknownSquared = header.unknownSquared
    labels = (0..<header.labelCount).map { label in
      let at = Weights.headerSize + label * Weights.labelSize
      return Label(
        scale: Double(bytes.float(at: at)), bias: Double(bytes.float(at: at + 4)),
        slope: Double(bytes.float(at: at + 8)), intercept: Double(bytes.float(at: at + 12)))
    }
    lexicon = Lexicon(
      slots: (0..<header.lexiconCount).map { bytes.word(at: header.lexiconAt + 4 * $0) })
  }
}

/// What the model knows of one feature: its value in a text and where its weights stand.
struct FeatureEntry {
  var value: UInt8
  var count: UInt8
  var first: UInt32

  /// Looks a feature up in the hash table of weights.
  @inline(__always)
  init?(_ hash: UInt64, in slots: UnsafeRawPointer, mask: Int) {
    let print = Self.print(of: hash)
    var at = Int(truncatingIfNeeded: hash) & mask
    for _ in 0..<Self.longestProbe {
      let slot = UInt64(
        littleEndian: slots.loadUnaligned(fromByteOffset: at &* 8, as: UInt64.self))
      if slot == 0 { return nil }
      if UInt16(truncatingIfNeeded: slot) == print {
        value = UInt8(truncatingIfNeeded: slot &>> 16)
        count = UInt8(truncatingIfNeeded: slot &>> 24)
        first = UInt32(truncatingIfNeeded: slot &>> 32)
        return
      }
      at = (at &+ 1) & mask
    }
    return nil
  }

  /// The 16 bits of a hash that a slot keeps; never 0, so that a free slot can be told.
  @inline(__always)
  static func print(of hash: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: hash &>> 44) | 1 }

  static let longestProbe = 256
}
