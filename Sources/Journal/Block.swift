import Catalogue

/// Some entries of one branch in a row of the table, with the link that chains it to the row before.
struct Block: Sendable {
  /// Its row, 1 first, without gaps.
  var row: Int
  /// The branch that its entries belong to.
  var branch: Int
  /// The first and the last entry's sequence number.
  var sequences: ClosedRange<Int>
  /// The first and the last entry's moment.
  var moments: ClosedRange<Moment>
  /// Commands and events in the file up to and with this row.
  var totals: Totals
  /// The digest of its entries' bytes.
  var contents: Digest
  /// The digest of everything above and of the row before.
  var link: Digest

  /// How many entries of a kind a file holds so far.
  struct Totals: Sendable, Hashable {
    var commands = 0
    var events = 0
  }

  /// What the row before a file's first links to.
  static func origin(of about: [UInt8]) -> Digest { Digest(of: about) }

  /// The link that these figures must have behind a row.
  func link(after previous: Digest) -> Digest {
    var bytes = ByteWriter()
    for number in [
      row, branch, sequences.lowerBound, sequences.upperBound, moments.lowerBound,
      moments.upperBound, totals.commands, totals.events,
    ] {
      bytes.write(number)
    }
    return Digest(of: previous.bytes + bytes.bytes + contents.bytes)
  }
}

extension Block {
  /// The entries that a row's bytes hold.
  func entries(in body: [UInt8]) throws(Damage) -> [Entry] {
    var bytes = ByteReader(body)
    var entries: [Entry] = []
    entries.reserveCapacity(min(sequences.count, 4_096))
    var at: Moment = 0
    for sequence in sequences {
      let (moment, overflows) = at.addingReportingOverflow(try bytes.int())
      guard !overflows, moment.magnitude <= ByteReader.most else { throw bytes.damage }
      at = moment
      let content = try Entry.Content.read(from: &bytes, at: at)
      entries.append(Entry(sequence: sequence, at: at, content: content))
    }
    guard bytes.isAtEnd else { throw bytes.damage }
    return entries
  }
}
