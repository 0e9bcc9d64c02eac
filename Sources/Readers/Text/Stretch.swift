/// A field's text in plain small letters, as it stands among the letters of `Words`, with the way
/// back to what was written.
struct Stretch {
  /// Where the folded letters stand.
  var letters: Range<Int>
  /// For each of them the number of scalars before its origin in the text; empty where each
  /// letter stands where it was written.
  var origins: [UInt32] = []
  /// The number of scalars of the field before the text.
  var before: UInt32 = 0

  /// The most scalars of a field that are read.
  ///
  /// A caption has a few hundred and an hour's transcript some 50,000; a longer text is judged by
  /// its beginning.
  static let limit = 20_000

  /// The number of scalars of the field before a letter's origin.
  @inline(__always)
  func origin(of letter: Int) -> UInt32 {
    let place = letter - letters.lowerBound
    return before &+ (origins.isEmpty ? UInt32(truncatingIfNeeded: place) : origins[place])
  }

  /// What was written for some letters, in scalars of the field; turned-around text is covered
  /// from its first scalar to its last.
  @inline(__always)
  func written(_ range: Range<Int>) -> (from: UInt32, to: UInt32) {
    let first = origin(of: range.lowerBound)
    let last = origin(of: range.upperBound - 1)
    return (min(first, last), max(first, last) + 1)
  }
}
