import Catalogue

/// Writes weights in the format that `Weights` reads.
struct WeightsWriter {
  var kind: ModelKind
  var vocabulary: Vocabulary
  var model: LinearTrainer.Model
  var calibrations: [Calibration]
  /// How much each field counts, in 256ths.
  var fieldWeights: [Int]
  var lexicon: Lexicon

  /// The largest number of weights of a feature.
  private static let mostEntries = 255

  /// The bytes.
  func bytes() -> [UInt8] {
    let labelCount = kind.labels.count
    let scales = (0..<labelCount).map(scale)
    var slotCount = 16
    while slotCount * 5 / 8 <= vocabulary.hashes.count { slotCount *= 2 }
    var slots = [UInt64](repeating: 0, count: slotCount)
    var entries: [UInt8] = []
    for (feature, hash) in vocabulary.hashes.enumerated() {
      let first = entries.count / 2
      let added = entriesOf(feature, scales: scales)
      entries += added
      var at = Int(truncatingIfNeeded: hash) & (slotCount - 1)
      while slots[at] != 0 { at = (at + 1) & (slotCount - 1) }
      slots[at] =
        UInt64(FeatureEntry.print(of: hash)) | UInt64(vocabulary.values[feature]) << 16
        | UInt64(added.count / 2) << 24 | UInt64(first) << 32
    }
    return assembled(scales: scales, slots: slots, entries: entries)
  }

  /// What one step of a stored weight is worth: the largest weight has 127.
  private func scale(_ label: Int) -> Float {
    var largest: Float = 1e-6
    for feature in vocabulary.hashes.indices {
      largest = max(largest, abs(model.weights[feature * model.stride + label]))
    }
    return largest / 127
  }

  /// A feature's weights that are not rounded to nothing.
  private func entriesOf(_ feature: Int, scales: [Float]) -> [UInt8] {
    var entries: [UInt8] = []
    for (label, scale) in scales.enumerated() {
      let steps = (model.weights[feature * model.stride + label] / scale).rounded()
      guard abs(steps) >= Self.leastSteps, entries.count < 2 * Self.mostEntries else { continue }
      entries += [UInt8(label), UInt8(bitPattern: Int8(min(max(steps, -127), 127)))]
    }
    return entries
  }

  /// Weights smaller than this many steps are left out.
  private static let leastSteps: Float = 4

  private func assembled(scales: [Float], slots: [UInt64], entries: [UInt8]) -> [UInt8] {
    var bytes = ByteWriter()
    bytes.word(Weights.magic)
    bytes.word(Weights.version)
    bytes.word(kind.code)
    bytes.word(UInt32(scales.count))
    bytes.word(UInt32(slots.count))
    bytes.word(UInt32(entries.count / 2))
    bytes.word(UInt32(lexicon.slots.count))
    bytes.word(UInt32(vocabulary.unknownSquared))
    for weight in fieldWeights { bytes.word(UInt32(weight)) }
    bytes.word(WeightsHeader.print(of: kind.labels))
    bytes.word(0)
    bytes.word(0)
    for (label, scale) in scales.enumerated() {
      bytes.float(scale)
      bytes.float(model.bias[label])
      bytes.float(Float(calibrations[label].slope))
      bytes.float(Float(calibrations[label].intercept))
    }
    for slot in slots { bytes.long(slot) }
    bytes.bytes += entries
    bytes.align(to: 8)
    for slot in lexicon.slots { bytes.word(slot) }
    bytes.align(to: 8)
    bytes.long(bytes.bytes.withUnsafeBytes(Checksum.of))
    return bytes.bytes
  }
}

/// Appends little-endian numbers.
struct ByteWriter {
  var bytes: [UInt8] = []

  mutating func word(_ value: UInt32) { append(UInt64(value), count: 4) }
  mutating func long(_ value: UInt64) { append(value, count: 8) }
  mutating func float(_ value: Float) { word(value.bitPattern) }

  mutating func align(to size: Int) {
    while bytes.count % size != 0 { bytes.append(0) }
  }

  private mutating func append(_ value: UInt64, count: Int) {
    for place in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * place))) }
  }
}
