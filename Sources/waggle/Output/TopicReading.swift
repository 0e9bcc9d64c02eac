import Catalogue
import Readers

/// What an upload is about, under whatever names the model has.
struct TopicReading {
  /// Names and scores, best first; none where it is unknown.
  let topics: [(name: String, score: Double)]
  /// The words that say so.
  let evidence: [Evidence]

  /// Asks the model, unless the scenario says what the upload is about.
  init(_ upload: Upload, by recogniser: Recogniser) {
    if let pinned = upload.pinnedReading {
      topics = pinned.topics.map { ($0.topic.id, $0.score) }
      evidence = pinned.topicEvidence
    } else {
      (topics, evidence) = recogniser.read(upload)
    }
  }
}
