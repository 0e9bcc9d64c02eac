public import Catalogue
public import Distribution

/// Turns a scenario into a script: every upload gets its reading and its place in the order of
/// posting.
public struct Staging: Sendable {
  /// What the models make of an upload; what its scenario pinned is theirs to respect.
  public typealias Read = @Sendable (Upload) -> Reading

  private let read: Read

  /// Creates a staging that asks these models.
  public init(read: @escaping Read) { self.read = read }

  /// The script of a scenario: its uploads and those of its background, in order of posting.
  ///
  /// The background's bring their readings with them; numbers are the order of posting.
  public func script(of scenario: Scenario) -> [TimedCommand] {
    let followers = Dictionary(
      scenario.creators.map { ($0.id, $0.followers) }, uniquingKeysWith: { first, _ in first })
    var staged = scenario.uploads.map {
      StagedUpload(
        upload: $0, reading: read($0), followers: followers[$0.creator] ?? 0, number: 0)
    }
    if let background = scenario.background {
      staged += BackgroundUploads(background, seed: scenario.seed).draw(from: staged.count)
    }
    let order = staged.indices.sorted {
      (staged[$0].upload.postedAt, $0) < (staged[$1].upload.postedAt, $1)
    }
    return order.enumerated().map { number, index in
      staged[index].number = number
      return TimedCommand(at: staged[index].upload.postedAt, command: staged[index].command)
    }
  }

  /// The command that posts a person's own upload at a show's moment.
  ///
  /// Its name gets a number where another upload has it already; what it is stays the same, so the
  /// same people would take it the same way. A creator who is known keeps their followers.
  public func command(for upload: Upload, followers: Int, in show: Show) -> Command {
    var own = upload
    own.postedAt = show.now
    let uploads = show.script.compactMap(\.upload)
    let names = Set(uploads.map(\.id))
    var count = 1
    while names.contains(own.id) {
      count += 1
      own.id = "\(upload.id)-\(count)"
    }
    let known = show.scenario.creators.first { $0.id == own.creator }?.followers ?? 0
    let number = (show.script.compactMap(\.number).max() ?? -1) + 1
    return .upload(own, read(own), followers: known > 0 ? known : followers, number: number)
  }
}
