/// The trained weights of one model, read in place from the bytes that ship with the program.
///
/// Layout, all numbers little-endian: a header of 64 bytes; per label 16 bytes of floats (bias,
/// slope, intercept, nothing); the labels' names, each ended by a line feed; a hash table of
/// features, 8 bytes a slot (32-bit fingerprint, 32-bit place of its row in steps of 4 bytes);
/// the rows; the lexicon's slots, 4 bytes each; from version 3 on the word classes; a checksum of
/// 8 bytes over everything before it.
///
/// The word classes are the number of bytes of their names, of the names, and of their table's
/// slots, and nothing, 4 bytes each; the names, each ended by a line feed; for each of `ClassSigns` the place of its row, all
/// bits set for none; and the table, 16 bytes a slot: a hash and its classes.
///
/// A row is what a feature adds to a text: 24 bits of squared length above 8 bits of count; then
/// `count` pairs of a label and a signed number, or, where the count is 255, a signed number for
/// each label. A word's row holds what its runs of letters add as well, so that reading a known
/// word is one look-up; the runs' own rows are for words that training did not see.
struct Weights: Sendable {
  /// Which model they are.
  let kind: ModelKind
  /// Per label, how its sums become probabilities.
  let labels: [Label]
  /// What the labels are called.
  let names: [String]
  /// Margin per unit of the rows' numbers.
  let unit: Double
  /// How much a word of each field counts, in the order of `Field.allCases`, in 256ths.
  let fieldWeights: [Int]
  /// What a word that the training texts do not use adds to a text's squared length.
  let unknownSquared: Int
  /// From which probability a person decides, so that on held-out templates no more than 5 % of
  /// what is illegal is let through; 0 where training derived none.
  let doubtFrom: Double
  /// The words that spelling is undone to.
  let lexicon: Lexicon
  /// What words do or are about; none before version 3.
  let classes: WordClasses
  /// For each of `ClassSigns` the place of its row; all bits set for none.
  let signRows: [UInt32]

  let source: WeightsSource
  let slotCount: Int
  let slotsAt: Int
  let rowsAt: Int

  /// How one label's sum of weights becomes a margin, and the margin a probability.
  struct Label: Sendable, Hashable {
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
  static let version: UInt32 = 3
  /// The version of weights without word classes.
  static let plainVersion: UInt32 = 2
  static let headerSize = 64
  static let labelSize = 16
  static let slotSize = 8
  /// The count that says that a row has a number for each label.
  static let dense = 255
  /// The most labels that a model can have beside the one of nothing.
  static let mostLabels = 253
  /// What the last label is called where it stands for texts that are about none of the others.
  static let nothing = ""

  /// The labels that a text can be told to have: all but that of nothing.
  var told: ArraySlice<String> { names.last == Self.nothing ? names.dropLast() : names[...] }

  /// The weights that ship with the program.
  static func shipped(_ kind: ModelKind) throws(WeightsError) -> Weights {
    let weights = try Weights(.shipped(kind), kind: kind)
    guard weights.told == kind.labels[...] else { throw .labels }
    return weights
  }

  /// Checks the bytes from first to last and reads the small parts; the tables stay where they
  /// are.
  ///
  /// That no slot and no row points outside is checked of every file, but not each time of what is
  /// part of the program and has the right sum: a test does it once.
  init(_ source: WeightsSource, kind: ModelKind) throws(WeightsError) {
    self = try source.withBytes { bytes throws(WeightsError) in
      let header = try WeightsHeader(bytes, kind: kind)
      if case .trained = source { try header.checkTables(of: bytes) }
      return Weights(header, of: bytes, source: source)
    }
  }

  private init(_ header: WeightsHeader, of bytes: UnsafeRawBufferPointer, source: WeightsSource) {
    kind = header.kind
    self.source = source
    unit = Double(header.unit)
    doubtFrom = Double(header.doubtFrom)
    slotCount = header.slotCount
    slotsAt = header.slotsAt
    rowsAt = header.rowsAt
    fieldWeights = header.fieldWeights
    unknownSquared = header.unknownSquared
    names = header.names(in: bytes)
    labels = (0..<header.labelCount).map { label in
      let at = Weights.headerSize + label * Weights.labelSize
      return Label(
        bias: Double(bytes.float(at: at)), slope: Double(bytes.float(at: at + 4)),
        intercept: Double(bytes.float(at: at + 8)))
    }
    lexicon = header.lexicon(in: bytes)
    signRows = header.signRows(in: bytes)
    classes = header.classes(in: bytes)
  }

  /// The rows and the table that finds them.
  @inline(__always)
  func withTable<R>(_ body: (FeatureTable) -> R) -> R? {
    source.withBytes { bytes in
      bytes.baseAddress.map {
        body(FeatureTable(slots: $0 + slotsAt, rows: $0 + rowsAt, slotCount: slotCount))
      }
    }
  }
}
