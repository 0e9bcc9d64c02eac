import Catalogue

/// Writes weights in the format that `Weights` reads.
struct WeightsWriter {
  var kind: ModelKind
  var names: [String]
  var vocabulary: Vocabulary
  var model: LinearTrainer.Model
  var calibrations: [Calibration]
  /// How much each field counts, in 256ths.
  var fieldWeights: [Int]
  /// From which probability a person decides, by the rule of design; 0 where none was derived.
  var doubtFrom: Float = 0
  var lexicon: Lexicon

  /// The bytes.
  func bytes() -> [UInt8] {
    let unit = unit()
    var rows = ByteWriter()
    var found: [(hash: UInt64, row: UInt32)] = []
    var signRows = [UInt32](
      repeating: .max, count: vocabulary.classes.signCount)
    let signs = signs()
    var runs = [[Int32]](repeating: [], count: vocabulary.hashes.count)
    for word in vocabulary.wordRuns { runs[Int(word.feature)] = word.runs }
    var sums = [Float](repeating: 0, count: names.count)
    func keep(_ hash: UInt64, _ kind: Features.Kind, _ parts: [Int32], _ known: Int) {
      let squared = min(known + add(parts, to: &sums), 1 << 24 - 1)
      let row = UInt32(rows.bytes.count / 4)
      if append(sums.map { ($0 / unit).rounded() }, kind, squared, to: &rows) {
        if let sign = signs[hash] { signRows[sign] = row } else { found.append((hash, row)) }
      }
    }
    for feature in vocabulary.hashes.indices {
      keep(
        vocabulary.hashes[feature], vocabulary.kinds[feature], [Int32(feature)] + runs[feature], 0)
    }
    let own = Set(vocabulary.hashes)
    for word in vocabulary.translations {
      guard let first = word.forms.first(where: { !own.contains($0) }) else { continue }
      let count = found.count
      keep(first, .word, [word.feature] + word.runs, 0)
      // Its forms are read as the word itself is, from the same row.
      guard found.count > count, let row = found.last?.row else { continue }
      for form in word.forms where form != first && !own.contains(form) {
        found.append((form, row))
      }
    }
    let translated = Set(vocabulary.translations.flatMap(\.forms))
    for word in vocabulary.rareWords where !translated.contains(word.hash) {
      keep(word.hash, .word, word.runs, vocabulary.unknownSquared)
    }
    return assembled(unit: unit, slots: slots(found), rows: rows, signRows: signRows)
  }

  /// The signs among the features, by their hashes.
  private func signs() -> [UInt64: Int] {
    var signs: [UInt64: Int] = [:]
    for sign in 0..<vocabulary.classes.signCount where vocabulary.position(ofSign: sign) != nil {
      signs[ClassSigns.hash(of: sign)] = sign
    }
    return signs
  }

  /// What some features together add for each label; gives their squared length.
  private func add(_ parts: [Int32], to sums: inout [Float]) -> Int {
    for label in sums.indices { sums[label] = 0 }
    var squared = 0
    for part in parts {
      let value = Int(vocabulary.values[Int(part)])
      squared += value * value
      let start = Int(part) * model.stride
      for label in sums.indices { sums[label] += Float(value) * model.weights[start + label] }
    }
    return squared
  }

  /// What one step of a stored number is worth: nearly all of them lie within 127 steps.
  private func unit() -> Float {
    var largest: [Float] = []
    for feature in vocabulary.hashes.indices where vocabulary.kinds[feature] != .letters {
      let value = Float(vocabulary.values[feature])
      let start = feature * model.stride
      var most: Float = 0
      for label in names.indices { most = max(most, abs(model.weights[start + label])) }
      largest.append(most * value)
    }
    largest.sort()
    guard let last = largest.last else { return 1 }
    let usual = largest[min(largest.count - 1, largest.count * 999 / 1_000)]
    return max(usual * Self.headroom, last / Self.clipped, 1e-6) / 127
  }

  /// Words carry their runs of letters as well, which pull the same way.
  private static let headroom: Float = 1.25
  /// By how much the largest number of all may be cut.
  private static let clipped: Float = 2.5
  /// Numbers smaller than this many steps are left out of rows that are not full: of a hundred and
  /// more labels, most of a row would be such.
  private var leastSteps: Float { kind == .topics ? 3 : 2 }

  /// Writes a row; false for a feature that says too little to be kept.
  private func append(
    _ steps: [Float], _ kind: Features.Kind, _ squared: Int, to rows: inout ByteWriter
  ) -> Bool {
    let kept = steps.indices.filter { abs(steps[$0]) >= leastSteps }
    guard kind == .word || !kept.isEmpty else { return false }
    func number(_ label: Int) -> UInt8 {
      UInt8(bitPattern: Int8(min(max(steps[label], -127), 127)))
    }
    if kept.count * 3 >= steps.count || kept.count >= Weights.dense {
      rows.word(UInt32(squared) << 8 | UInt32(Weights.dense))
      rows.bytes += steps.indices.map(number)
    } else {
      rows.word(UInt32(squared) << 8 | UInt32(kept.count))
      for label in kept { rows.bytes += [UInt8(label), number(label)] }
    }
    rows.align(to: 4)
    return true
  }

  private func slots(_ found: [(hash: UInt64, row: UInt32)]) -> [UInt64] {
    var slots = [UInt64](repeating: 0, count: found.count * 3 / 2 + 16)
    for feature in found {
      var at = FeatureTable.home(of: feature.hash, slotCount: slots.count)
      while slots[at] != 0 { at = at + 1 == slots.count ? 0 : at + 1 }
      slots[at] = UInt64(FeatureTable.print(of: feature.hash)) | UInt64(feature.row) << 32
    }
    return slots
  }

  private func assembled(
    unit: Float, slots: [UInt64], rows: ByteWriter, signRows: [UInt32]
  ) -> [UInt8] {
    let nameBytes = names.flatMap { name -> [UInt8] in Array(name.utf8) + [0x0A] }
    var bytes = ByteWriter()
    bytes.word(Weights.magic)
    bytes.word(vocabulary.classes.isEmpty ? Weights.plainVersion : Weights.version)
    bytes.word(kind.code)
    bytes.word(UInt32(names.count))
    bytes.word(UInt32(slots.count))
    bytes.word(UInt32(rows.bytes.count / 4))
    bytes.word(UInt32(lexicon.slots.count))
    bytes.word(UInt32(vocabulary.unknownSquared))
    for weight in fieldWeights { bytes.word(UInt32(weight)) }
    bytes.word(UInt32(nameBytes.count))
    bytes.float(unit)
    bytes.float(doubtFrom)
    for label in names.indices {
      bytes.float(model.bias[label])
      bytes.float(Float(calibrations[label].slope))
      bytes.float(Float(calibrations[label].intercept))
      bytes.word(0)
    }
    bytes.bytes += nameBytes
    bytes.align(to: 16)
    for slot in slots { bytes.long(slot) }
    bytes.bytes += rows.bytes
    bytes.align(to: 8)
    for slot in lexicon.slots { bytes.word(slot) }
    bytes.align(to: 8)
    if !vocabulary.classes.isEmpty { append(vocabulary.classes, signRows, to: &bytes) }
    bytes.long(bytes.bytes.withUnsafeBytes(Checksum.of))
    return bytes.bytes
  }
}

extension WeightsWriter {
  /// Writes the word classes: how long their names and table are, the names, the rows, the table.
  private func append(
    _ classes: WordClasses, _ signRows: [UInt32], to bytes: inout ByteWriter
  ) {
    let names = classes.names.flatMap { name -> [UInt8] in Array(name.utf8) + [0x0A] }
    bytes.word(UInt32(names.count))
    bytes.word(UInt32(classes.names.count))
    bytes.word(UInt32(classes.slots.count / 2))
    bytes.word(0)
    bytes.bytes += names
    bytes.align(to: 8)
    for row in signRows { bytes.word(row) }
    bytes.align(to: 8)
    for number in classes.slots { bytes.long(number) }
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
