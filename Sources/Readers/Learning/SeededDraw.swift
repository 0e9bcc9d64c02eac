/// Draws that depend on a seed and a name alone, so that adding a line to a corpus file changes
/// no other line's draws.
struct SeededDraw {
  private var state: UInt64

  /// Starts the draws of a name.
  init(seed: UInt64, name: String) {
    var hash = LetterHash(kind: seed)
    for scalar in name.unicodeScalars { hash.append(scalar.value) }
    state = hash.value
  }

  /// The next 64 bits (SplitMix64).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var x = state
    x = (x ^ (x &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ (x &>> 27)) &* 0x94D0_49BB_1331_11EB
    return x ^ (x &>> 31)
  }

  /// The next number below a bound of at least 1.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A list in a drawn order.
  mutating func shuffled<T>(_ list: [T]) -> [T] {
    var list = list
    var at = list.count
    while at > 1 {
      let other = below(at)
      at -= 1
      list.swapAt(at, other)
    }
    return list
  }
}
