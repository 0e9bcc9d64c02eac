/// A field's text in plain small letters, with the way back to what was written.
struct FoldedText {
  /// What each scalar is read as; invisible ones are left out, ligatures spelled out.
  private(set) var scalars: [UInt32] = []
  /// For each of `scalars`, the number of Unicode scalars before its origin in the field.
  private(set) var origins: [UInt32] = []

  /// The most scalars of a field that are read.
  ///
  /// A caption has a few hundred and an hour's
  /// transcript some 50,000; a longer text is judged by its beginning.
  static let limit = 20_000

  /// Reads a text: at most `limit` scalars of it, so the work is bounded whatever is written.
  init(_ text: String) {
    let reserve = min(text.utf8.count, Self.limit)
    scalars.reserveCapacity(reserve)
    origins.reserveCapacity(reserve)
    var position: UInt32 = 0
    for scalar in text.unicodeScalars {
      append(scalar.value, from: position)
      position += 1
      if position == Self.limit { break }
    }
  }

  @inline(__always)
  private mutating func append(_ scalar: UInt32, from position: UInt32) {
    switch Folding.fold(scalar) {
    case .nothing: break
    case .one(let plain):
      scalars.append(plain)
      origins.append(position)
    case .several(var plain):
      while plain != 0 {
        scalars.append(plain & 0x7F)
        origins.append(position)
        plain >>= 8
      }
    }
  }
}
