public import Catalogue
public import Dashboard
public import Distribution
public import Journal

/// A branch of a journal as a source of events: facts are read, nothing is computed.
///
/// Its rows are read as they are needed, so that a long record needs little memory beyond what the
/// picture of it needs.
public struct Recording: Sendable {
  /// Where it stands.
  public let journal: Journal
  /// The branch that is read.
  public let branch: Branch
  /// Everything that was planned or asked, in order of time.
  public let script: [TimedCommand]
  /// The waves and decisions of the whole record, in order of time.
  public let marks: [Mark]
  /// The moment of the last entry.
  public let end: Moment
  /// How many events it has.
  public let count: Int
  /// When the run was over; nil where it was left before.
  private let overAt: Moment?
  /// Where to go on from without computing what came before, in order of time.
  let keyframes: [Keyframe]
  /// Why it could not be read further; nil where it could.
  public private(set) var fault: JournalError?
  private let line: Line
  private(set) var place = Place()
  private var loaded: (stretch: Int, events: [Event])?

  /// The most events that are shown: what fits into memory.
  public static let longest = 20_000_000

  /// A keyframe of the record: the engine after everything that happened up to a moment.
  struct Keyframe: Sendable {
    /// The moment.
    var at: Moment
    /// Its entry's sequence number and what the entry says.
    var sequence: Int
    var digest: Digest
    /// How many commands of the script were given up to then.
    var commands: Int
  }

  /// How far it was read: the row and the place among its events of the next one, and the moment.
  struct Place: Sendable {
    var stretch = 0
    var event = 0
    var now: Moment = -1
  }

  /// Reads what a branch's rows hold, once.
  public init(_ journal: Journal, branch: Branch) throws(JournalError) {
    self.journal = journal
    self.branch = branch
    line = try journal.line(of: branch)
    let entries = line.stretches.reduce(0) { $0 + $1.count }
    guard entries <= Self.longest else {
      throw .tooLong(path: journal.path, events: entries, limit: Self.longest)
    }
    var script = try journal.plan().map { TimedCommand(at: $0.at, command: $0.command) }
    var marks: [Mark] = []
    var count = 0
    var end: Moment = 0
    var given: [TimedCommand] = []
    var overAt: Moment?
    var keyframes: [Keyframe] = []
    for stretch in line.stretches {
      for entry in try journal.entries(in: stretch) {
        if entry.content.goesOn {
          end = max(end, entry.at)
          // What comes behind it, but at its moment or before, is not in it.
          while let last = keyframes.last, last.at >= entry.at { keyframes.removeLast() }
        }
        switch entry.content {
        case .over:
          overAt = entry.at
          end = max(end, entry.at)
        case .event(let event):
          overAt = nil
          count += 1
          if let mark = Mark(event) { marks.append(mark) }
        case .command(let command):
          overAt = nil
          given.append(TimedCommand(at: entry.at, command: command, isLive: true))
        case .keyframe(let digest):
          keyframes.append(
            Keyframe(
              at: entry.at, sequence: entry.sequence, digest: digest, commands: given.count))
        case .planned, .branched, .deleted: continue
        }
      }
    }
    for (place, keyframe) in keyframes.enumerated() {
      keyframes[place].commands += script.prefix { $0.at <= keyframe.at }.count
    }
    self.keyframes = keyframes
    for command in given {
      let place = script.firstIndex { $0.at > command.at } ?? script.count
      script.insert(command, at: place)
    }
    self.script = script
    self.marks = marks
    self.count = count
    self.end = end
    self.overAt = overAt
  }

  /// When something happens next, or nothing more will; nil behind the end of the record.
  public var nextMoment: Moment? {
    guard fault == nil else { return nil }
    guard line.stretches.indices.contains(place.stretch) else {
      return overAt.flatMap { $0 > place.now ? $0 : nil }
    }
    if let loaded, loaded.stretch == place.stretch { return loaded.events[place.event].at }
    return line.stretches[place.stretch].moments.lowerBound
  }

  /// Since when nothing more happened; nil before, and where the run was left before its end.
  var over: Moment? {
    guard nextMoment == nil, !line.stretches.indices.contains(place.stretch) else { return nil }
    return overAt
  }

  /// Gives what happened up to and including a moment.
  public mutating func advance(to moment: Moment) -> [Event] {
    place.now = max(place.now, moment)
    var events: [Event] = []
    while load(), let loaded {
      guard loaded.events[place.event].at <= moment else { break }
      let next = loaded.events[place.event...].firstIndex { $0.at > moment }
      events += loaded.events[place.event..<(next ?? loaded.events.count)]
      if let next { place.event = next } else { leaveStretch() }
    }
    return events
  }

  /// Goes to where it was.
  mutating func resume(_ place: Place) { self.place = place }

  private mutating func leaveStretch() {
    place.stretch += 1
    place.event = 0
  }

  /// Reads the row of the next event, where it is not read; gives whether there is one.
  private mutating func load() -> Bool {
    while line.stretches.indices.contains(place.stretch), fault == nil {
      if let loaded, loaded.stretch == place.stretch { return true }
      do {
        let events = try journal.entries(in: line.stretches[place.stretch], isKnown: true)
          .compactMap(\.event)
        if events.isEmpty {
          leaveStretch()
        } else {
          loaded = (place.stretch, events)
        }
      } catch {
        fault = error
      }
    }
    return false
  }
}

extension Entry.Content {
  /// Whether the run goes on with it from its moment, so that no later keyframe before it holds.
  fileprivate var goesOn: Bool {
    switch self {
    case .planned, .command, .event, .branched: true
    case .over, .deleted, .keyframe: false
    }
  }
}

extension Entry {
  /// What happened, where it is that.
  fileprivate var event: Event? {
    if case .event(let event) = content { event } else { nil }
  }
}
