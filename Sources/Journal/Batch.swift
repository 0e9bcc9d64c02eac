public import Catalogue
public import Distribution

/// Entries on their way into a journal, as the bytes of the rows that they will be.
public struct Batch: Sendable {
  /// How many entries it has.
  public private(set) var count = 0
  /// The finished rows.
  private var rows: [Row] = []
  private var open = Row()
  private var bytes = ByteWriter()
  /// The keyframes, each with its place among the entries, 0 the first.
  private(set) var keyframes: [(place: Int, at: Moment, body: [UInt8])] = []

  /// Entries that share a row.
  struct Row: Sendable {
    var count = 0
    var commands = 0
    var events = 0
    var starts = Moment.max
    var ends = Moment.min
    /// The moment of the entry before.
    var previous: Moment = 0
    var body: [UInt8] = []
  }

  /// The most entries and, but for a single one, the most bytes of a row.
  private static let most = (entries: 512, bytes: 1 << 18)

  /// Creates an empty batch.
  public init() {}

  /// Adds what happened.
  public mutating func add(_ event: Event) {
    add(at: event.at) { bytes in Entry.Content.write(event, to: &bytes) }
    open.events += 1
  }

  /// Adds what was asked at a moment.
  public mutating func add(_ command: Command, at moment: Moment) {
    add(.command(command), at: moment)
  }

  /// Adds where to go on from: the engine as all entries before leave it.
  public mutating func add(_ keyframe: Engine.Keyframe) {
    var body = ByteWriter()
    body.write(keyframe)
    keyframes.append((count, keyframe.now, body.bytes))
    add(.keyframe(Digest(of: body.bytes)), at: keyframe.now)
  }

  /// Adds an entry.
  public mutating func add(_ content: Entry.Content, at moment: Moment) {
    add(at: moment) { bytes in bytes.write(content) }
    if content.isCommand { open.commands += 1 }
    if content.isEvent { open.events += 1 }
  }

  @inline(__always)
  private mutating func add(at moment: Moment, _ write: (inout ByteWriter) -> Void) {
    if open.count == Self.most.entries || bytes.bytes.count > Self.most.bytes { finishRow() }
    bytes.write(moment - open.previous)
    write(&bytes)
    open.previous = moment
    open.starts = min(open.starts, moment)
    open.ends = max(open.ends, moment)
    open.count += 1
    count += 1
  }

  /// All rows, the last with what is left.
  func finished() -> [Row] {
    var batch = self
    batch.finishRow()
    return batch.rows
  }

  private mutating func finishRow() {
    guard open.count > 0 else { return }
    open.body = bytes.bytes
    rows.append(open)
    open = Row()
    bytes.removeAll()
  }
}
