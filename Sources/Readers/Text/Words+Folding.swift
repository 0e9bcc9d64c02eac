extension Words {
  /// Puts a text behind the letters, folded: at most `limit` of its scalars, so the work is
  /// bounded whatever is written.
  ///
  /// Plain ASCII is folded byte by byte; the outcome is that of the path for any scalar.
  mutating func fold(
    _ text: String, limit: Int = Stretch.limit, asBytes: Bool = true
  ) -> Stretch {
    var text = text
    let first = letters.count
    return text.withUTF8 { bytes in
      let count = min(bytes.count, limit)
      var seen: UInt8 = 0
      for at in 0..<count { seen |= bytes[at] }
      guard asBytes, seen < 0x80 else {
        return fold(scalarsOf: bytes, limit: limit)
      }
      letters.append(contentsOf: repeatElement(0, count: count))
      letters.withUnsafeMutableBufferPointer { letters in
        for at in 0..<count { letters[first &+ at] = Self.ascii(bytes[at]) }
      }
      return Stretch(letters: first..<letters.count)
    }
  }

  /// An ASCII byte in small letters; controls are blanks.
  @inline(__always)
  private static func ascii(_ byte: UInt8) -> UInt32 {
    let isCapital = byte &- 0x41 < 26
    let isControl = byte < 0x20 || byte == 0x7F
    return UInt32(isControl ? 0x20 : isCapital ? byte | 0x20 : byte)
  }

  /// The path for any scalar.
  private mutating func fold(scalarsOf bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Stretch {
    let first = letters.count
    var stretch = Stretch(letters: first..<first)
    stretch.origins.reserveCapacity(min(bytes.count, limit))
    letters.reserveCapacity(first + min(bytes.count, limit))
    var turned: Int?
    var at = 0
    var position: UInt32 = 0
    while at < bytes.count, position < limit {
      let scalar = Self.scalar(in: bytes, at: &at)
      // A scalar that turns what follows around ends where it is taken back, or with the line.
      if scalar == 0x202E {
        turned = turned ?? letters.count
      } else if scalar == 0x202C || scalar == 0x0A, let start = turned {
        turnBack(from: start, in: &stretch)
        turned = nil
      }
      append(folded: scalar, from: position, to: &stretch)
      position += 1
    }
    if let turned { turnBack(from: turned, in: &stretch) }
    stretch.letters = first..<letters.count
    return stretch
  }

  /// Reads one scalar of valid UTF-8 and steps over it.
  @inline(__always)
  private static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at: inout Int) -> UInt32 {
    let lead = UInt32(bytes[at])
    if lead < 0x80 {
      at += 1
      return lead
    }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var scalar = lead & (lead < 0xE0 ? 0x1F : lead < 0xF0 ? 0x0F : 0x07)
    for next in at + 1..<min(at + length, bytes.count) {
      scalar = scalar << 6 | UInt32(bytes[next] & 0x3F)
    }
    at += length
    return scalar
  }

  @inline(__always)
  private mutating func append(
    folded scalar: UInt32, from position: UInt32, to stretch: inout Stretch
  ) {
    switch Folding.fold(scalar) {
    case .nothing: break
    case .one(let plain):
      letters.append(plain)
      stretch.origins.append(position)
    case .several(var plain):
      while plain != 0 {
        letters.append(plain & 0x7F)
        stretch.origins.append(position)
        plain >>= 8
      }
    }
  }

  private mutating func turnBack(from start: Int, in stretch: inout Stretch) {
    letters[start...].reverse()
    stretch.origins[(start - stretch.letters.lowerBound)...].reverse()
  }
}
