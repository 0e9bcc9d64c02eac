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
  public func script(of scenario: Scenario) -> [TimedCommand] {
    let followers = Dictionary(
      scenario.creators.map { ($0.id, $0.followers) }, uniquingKeysWith: { first, _ in first })
    let uploads = scenario.uploads.enumerated().sorted {
      ($0.element.postedAt, $0.offset) < ($1.element.postedAt, $1.offset)
    }
    return uploads.enumerated().map { number, place in
      timedCommand(
        for: place.element, followers: followers[place.element.creator] ?? 0, number: number)
    }
  }

  /// The command that posts an upload at its moment.
  public func timedCommand(for upload: Upload, followers: Int, number: Int) -> TimedCommand {
    TimedCommand(
      at: upload.postedAt,
      command: .upload(upload, read(upload), followers: followers, number: number))
  }
}

extension Show {
  /// The command that posts a person's own upload now, by a creator with no followers.
  ///
  /// Its name gets a number where another upload has it already.
  public func ownUpload(_ upload: Upload, staging: Staging) -> Command {
    var own = upload
    own.creator = "you"
    own.postedAt = now
    let names = Set(script.compactMap { $0.upload?.id })
    var count = 1
    while names.contains(own.id) {
      count += 1
      own.id = "\(upload.id)-\(count)"
    }
    let number = (script.compactMap(\.number).max() ?? -1) + 1
    return staging.timedCommand(for: own, followers: 0, number: number).command
  }
}
