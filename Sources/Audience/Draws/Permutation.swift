/// A keyed order of the numbers 0 ..< count that can be asked both ways and is never stored.
///
/// The numbers stand in a grid, about as wide as it is high, whose width is a power of two. Each
/// column is turned by an amount that hangs on the column, then each row by one that hangs on the
/// row, then both again (a Feistel network of four rounds, as Black and Rogaway's for sets of any
/// size, CT-RSA 2002; the rounds hash by a multiplication alone, because this is no secret). What
/// lands on the end of the last row that is beyond the count goes round once more: at most one
/// number in √count. No branch depends on the number otherwise and everything fits 32 bits, so
/// that a loop over viewers works on several at a time.
public struct Permutation: Sendable, Hashable {
  /// How many numbers are ordered, 1 … 2³².
  public let count: Int
  private let last: UInt32
  private let rows: UInt32
  /// The width of the grid, minus one.
  private let mask: UInt32
  /// The binary logarithm of the width.
  private let shift: UInt32
  private let rounds: (Round, Round, Round, Round)

  /// The order of `count` numbers that a key stands for.
  public init(count: Int, key: DrawKey) {
    precondition(count > 0 && count <= 1 << 32, "an order has 1 … 2³² members")
    let bits = Int.bitWidth - (count - 1).leadingZeroBitCount
    let width = 1 << (bits / 2)
    self.count = count
    self.last = UInt32(count - 1)
    self.rows = UInt32((count + width - 1) / width)
    self.mask = UInt32(width - 1)
    self.shift = UInt32(bits / 2)
    self.rounds = (
      Round(key.draw(1)), Round(key.draw(2)), Round(key.draw(3)), Round(key.draw(4))
    )
  }

  /// The number at a place of the order.
  @inline(__always)
  public func member(at place: UInt32) -> UInt32 {
    var x = place
    repeat { x = turned(x) } while x > last
    return x
  }

  /// The place of a number in the order.
  @inline(__always)
  public func place(of member: UInt32) -> UInt32 {
    var x = member
    repeat { x = turnedBack(x) } while x > last
    return x
  }

  @inline(__always)
  private func turned(_ x: UInt32) -> UInt32 {
    var row = x &>> shift
    var column = x & mask
    row &+= rounds.0.amount(column, below: rows)
    row = min(row, row &- rows)  // the smaller one is the one that did not wrap
    column = (column &+ rounds.1.amount(row)) & mask
    row &+= rounds.2.amount(column, below: rows)
    row = min(row, row &- rows)
    column = (column &+ rounds.3.amount(row)) & mask
    return row &<< shift | column
  }

  @inline(__always)
  private func turnedBack(_ x: UInt32) -> UInt32 {
    var row = x &>> shift
    var column = x & mask
    column = (column &- rounds.3.amount(row)) & mask
    row &-= rounds.2.amount(column, below: rows)
    row = min(row, row &+ rows)
    column = (column &- rounds.1.amount(row)) & mask
    row &-= rounds.0.amount(column, below: rows)
    row = min(row, row &+ rows)
    return row &<< shift | column
  }

  /// How far a column or a row is turned.
  private struct Round: Sendable, Hashable {
    let factor: UInt32
    let offset: UInt32

    init(_ bits: UInt64) {
      factor = UInt32(truncatingIfNeeded: bits) | 1
      offset = UInt32(truncatingIfNeeded: bits >> 32)
    }

    /// An amount of 16 bits for a row or a column of at most 16 bits.
    @inline(__always)
    func amount(_ line: UInt32) -> UInt32 { (line &* factor &+ offset) >> 16 }

    /// An amount below a limit of at most 2¹⁶.
    @inline(__always)
    func amount(_ line: UInt32, below limit: UInt32) -> UInt32 { (amount(line) &* limit) >> 16 }
  }

  /// Its constants.
  package var plain: PlainWork.Order {
    let rounds = [rounds.0, rounds.1, rounds.2, rounds.3]
    return PlainWork.Order(
      count: count, rows: rows, mask: mask, shift: shift, factors: rounds.map(\.factor),
      offsets: rounds.map(\.offset))
  }

  /// Equal where the numbers and their order are.
  public static func == (a: Permutation, b: Permutation) -> Bool {
    a.count == b.count && a.rounds == b.rounds
  }

  /// Feeds what makes orders equal.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    hasher.combine(rounds.0)
  }
}

extension Permutation {
  /// The numbers at some places of the order.
  func members(at places: Range<Int>) -> [UInt32] {
    let room = Stretch.padded(places.count)
    return Array(unsafeUninitializedCapacity: room) { buffer, initialised in
      guard let numbers = buffer.baseAddress else { return }
      for index in 0..<room {
        numbers[index] = UInt32(truncatingIfNeeded: places.lowerBound &+ index)
      }
      replaceByMembers(numbers, count: places.count)
      initialised = places.count
    }
  }

  /// Puts in place of each number the one at that place of the order.
  ///
  /// There must be room for a whole number of groups: see `Stretch.padded`.
  func replaceByMembers(_ numbers: UnsafeMutablePointer<UInt32>, count: Int) {
    var greatest: UInt32 = 0
    for index in 0..<Stretch.padded(count) {
      numbers[index] = turned(numbers[index])
      greatest = max(greatest, numbers[index])
    }
    guard greatest > last else { return }
    for index in 0..<count where numbers[index] > last {
      numbers[index] = member(at: numbers[index])
    }
  }

  /// Writes the place of each number in the order; what is beyond the order is only half of the
  /// way there, and `place(of:)` goes the rest.
  ///
  /// There must be room for a whole number of groups: see `Stretch.padded`.
  func writeNearlyPlaces(
    of numbers: UnsafePointer<UInt32>, count: Int, into places: UnsafeMutablePointer<UInt32>
  ) {
    for index in 0..<Stretch.padded(count) { places[index] = turnedBack(numbers[index]) }
  }
}
