import Catalogue

/// One upload on one platform, on its way through the pipeline.
struct Post: Sendable {
  /// What was submitted.
  let facts: Facts
  /// The creator's place among the run's creators.
  let creator: Int
  var state = State.uploaded
  /// When something happens to it next without a command; `Moment.max` for never.
  var wake = Moment.max

  enum State: Sendable {
    case uploaded
    case atDesk
    case removed
    /// The place of its spread among the engine's.
    case published(Int)
  }

  /// What was submitted: it never changes, so that forks share it.
  final class Facts: Sendable {
    let id: VideoID
    let upload: Upload
    let reading: Reading
    let followers: Int

    init(id: VideoID, upload: Upload, reading: Reading, followers: Int) {
      self.id = id
      self.upload = upload
      self.reading = reading
      self.followers = followers
    }
  }

  /// Where its spread is, once it is published.
  var spread: Int? {
    guard case .published(let place) = state else { return nil }
    return place
  }
}
