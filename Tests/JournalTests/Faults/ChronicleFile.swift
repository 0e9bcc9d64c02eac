import FoundationEssentials
import Journal
import Testing

@testable import JournalWriter

/// A journal that holds the chronicle, or should.
struct ChronicleFile {
  let path: String

  /// Appends batches and gives the last sequence number that is on the disk.
  @discardableResult
  func append(_ batches: Int, to journal: Journal) throws -> Int {
    var sequence = try journal.totals().lastSequence
    for _ in 0..<batches {
      sequence = try journal.append(Chronicle.batch(after: sequence))?.upperBound ?? sequence
    }
    return sequence
  }

  /// Makes it with some batches and closes it.
  func fill(_ batches: Int) throws {
    let journal = try Journal.create(path: path, about: Chronicle.about)
    try append(batches, to: journal)
    journal.close()
  }

  /// Expects everything that was acknowledged in it, nothing of a batch but all of it, and that it
  /// can be gone on with.
  ///
  /// - Returns: The last sequence number in it.
  @discardableResult
  func expectWhole(
    acknowledged: Int, _ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Int {
    let reading = try Journal.open(path: path)
    let last = try Self.read(reading)
    #expect(last >= acknowledged, comment, sourceLocation: sourceLocation)
    #expect(Self.isEnd(last), comment, sourceLocation: sourceLocation)
    #expect(try reading.verify().alteration == nil, comment, sourceLocation: sourceLocation)
    reading.close()
    let writing = try Journal.open(path: path, for: .writing)
    let next = try writing.append(Chronicle.batch(after: last))
    #expect(next?.lowerBound == last + 1, comment, sourceLocation: sourceLocation)
    writing.close()
    return next?.upperBound ?? last
  }

  /// Reads all of a journal; it must be the chronicle's beginning.
  ///
  /// - Returns: The last sequence number in it.
  static func read(_ journal: Journal) throws -> Int {
    var last = 0
    for entry in try journal.entries(of: journal.branch()) {
      last += 1
      guard entry.sequence == last, entry.content == Chronicle.content(last) else {
        throw Wrong(sequence: last)
      }
    }
    return last
  }

  /// Whether a sequence number is a batch's last.
  static func isEnd(_ sequence: Int) -> Bool {
    var end = 0
    while end < sequence { end += Chronicle.size(after: end) }
    return end == sequence
  }

  /// An entry that is not what was written was given as right.
  struct Wrong: Error {
    var sequence: Int
  }
}
