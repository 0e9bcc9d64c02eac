import Canvas
import Catalogue
import Distribution
import Journal

/// One branch of a journal, to be handed to others: what concerns minors is never in it.
struct Excerpt {
  /// The branch's name.
  let branch: String
  /// How it stands at its end.
  let snapshot: Snapshot
  /// Its videos, in the order of posting.
  let videos: [VideoPicture]
  /// How many videos were left out because they concern minors.
  let restricted: Int

  /// Folds a branch, or the run to go on with where none is named.
  init(_ journal: Journal, branch name: String?) throws {
    let branch = try journal.branch(named: name)
    var snapshot = Snapshot(scenario: journal.about.scenario)
    for stretch in try journal.line(of: branch).stretches {
      for entry in try journal.entries(in: stretch) {
        if case .event(let event) = entry.content { snapshot.apply(event) }
      }
    }
    self.branch = branch.name
    self.snapshot = snapshot
    videos = snapshot.videos.filter { !$0.isRestricted }
    restricted = snapshot.videos.count - videos.count
  }

  /// The moment as a date: `2017-06-14T18:42:00Z`.
  func date(_ moment: Moment) -> String {
    let (seconds, overflows) = snapshot.start.addingReportingOverflow(moment)
    // Four-digit years, whatever a file says.
    guard !overflows, (-62_135_596_800...253_402_300_799).contains(seconds) else { return "" }
    return Timestamp.text(seconds)
  }

  /// A video's platform; nil where the journal names none of that number.
  func platform(of video: VideoPicture) -> Platform? {
    Summary(snapshot: snapshot).platform(of: video)
  }

  /// The videos of a name such as `bee-bike` or, on one platform, `bee-bike@reels`.
  func videos(named name: String) -> [VideoPicture] {
    videos.filter {
      $0.upload.id == name || "\($0.upload.id)@\(platform(of: $0)?.id ?? "")" == name
    }
  }

  /// The video to show where one is wanted: that of a name, else the scenario's own, else the one
  /// with the most views.
  func video(named name: String?) throws -> VideoPicture {
    let found =
      if let name {
        videos(named: name).first
      } else {
        videos.first { $0.upload.id == snapshot.star }
          ?? videos.max { ($0.views, $1.id) < ($1.views, $0.id) }
      }
    guard let found else {
      let names = videos.prefix(12).map { VisibleText.escape($0.upload.id) }
      let more = videos.count - names.count
      let words =
        names.isEmpty
        ? "no video" : names.joined(separator: ", ") + (more > 0 ? " and \(more.grouped) more" : "")
      throw Failure.usage("no video “\(name ?? "")” is on that branch; there is \(words)")
    }
    return found
  }
}

extension VideoPicture {
  /// Whether it concerns minors, so that nothing of it may leave the program.
  var isRestricted: Bool {
    upload.concernsMinors || deskCase?.policy == .minors
      || review.map { $0.policy == .minors && $0.verdict != .allow } ?? false
  }
}
