import Catalogue
import Distribution
import Journal

/// A branch's events as lines of JSON, read a row at a time, however long the journal is.
struct EventExport {
  private let journal: Journal
  private let line: Line
  private let video: String?

  /// Reads a branch, or the run to go on with; of one upload alone where it is named.
  init(_ journal: Journal, branch: String?, video: String?) throws {
    self.journal = journal
    line = try journal.line(of: journal.branch(named: branch))
    self.video = video
  }

  /// The uploads that concern minors, as their creators or a later finding say.
  private func restricted() throws -> Set<Int> {
    var restricted: Set<Int> = []
    for stretch in line.stretches {
      for entry in try journal.entries(in: stretch) {
        guard case .event(let event) = entry.content, let video = event.video else { continue }
        if event.what.concernsMinors { restricted.insert(video.upload) }
      }
    }
    return restricted
  }

  /// Hands on every line; none about an upload that concerns minors.
  func each(_ body: (JSON) throws -> Void) throws {
    let platforms = journal.about.scenario.platforms
    var lines = EventLines(platforms: platforms)
    let restricted = try restricted()
    var wanted: Set<VideoID> = []
    for stretch in line.stretches {
      for entry in try journal.entries(in: stretch) {
        guard case .event(let event) = entry.content else { continue }
        if let id = event.video {
          if case .uploaded(let facts) = event.what {
            let place = platforms.indices.contains(id.platform) ? platforms[id.platform].id : ""
            let names = [facts.upload.id, "\(facts.upload.id)@\(place)"]
            if let video, names.contains(video) { wanted.insert(id) }
          }
          if restricted.contains(id.upload) { continue }
        }
        let json = lines.line(event, entry.sequence)
        guard video == nil || event.video.map(wanted.contains) ?? false else { continue }
        try body(json)
      }
    }
    if let video, wanted.subtracting(wanted.filter { restricted.contains($0.upload) }).isEmpty {
      throw Failure.usage("no video “\(video)” is on that branch")
    }
  }
}

extension Event.What {
  /// Whether it says that the upload concerns minors.
  fileprivate var concernsMinors: Bool {
    switch self {
    case .uploaded(let facts): facts.upload.concernsMinors
    case .reviewed(let review): review.policy == .minors && review.verdict != .allow
    case .caseOpened(let facts): facts.policy == .minors
    default: false
    }
  }
}
