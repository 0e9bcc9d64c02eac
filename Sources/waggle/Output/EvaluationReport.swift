import Catalogue
import Readers

/// What was found on one set of texts.
struct EvaluationReport {
  /// The set.
  let name: String
  /// The file that it was read from; nil for the corpus.
  let path: String?
  /// Whether the set says nothing of labels, so that all of it is taken to be innocent.
  let isUnlabelled: Bool
  /// What was found.
  let findings: Findings

  /// What was found, by model.
  enum Findings {
    case review(ReviewReport)
    case topics(TopicReport)
  }

  /// Sums up what training found on templates that it held out.
  init(
    _ model: ModelKind, heldOut: Evaluation, name: String, thresholds: ReviewSettings
  ) {
    self.name = name
    path = nil
    isUnlabelled = false
    switch model {
    case .review:
      findings = .review(ReviewReport(heldOut.judgedReviews, thresholds: thresholds))
    case .topics: findings = .topics(TopicReport(heldOut.judgedTopics(labels: model.labels)))
    }
  }

  /// Judges the rows of a file.
  init(
    _ model: ModelKind, reader: Reader, path: String, thresholds: ReviewSettings
  ) throws {
    name = path
    self.path = path
    var rows = try LabelledRows(path: path)
    isUnlabelled = !rows.hasLabels
    switch model {
    case .review:
      var texts: [JudgedReview] = []
      while let row = try rows.next() { texts.append(try Self.review(row, reader, path)) }
      guard !texts.isEmpty else { throw Failure.data("\(path): there is no row in it") }
      findings = .review(ReviewReport(texts, thresholds: thresholds))
    case .topics:
      guard rows.hasLabels else { throw Failure.data("\(path): there is no column of topics") }
      findings = .topics(try Self.topics(&rows, reader, path))
    }
  }

  private static func review(
    _ row: LabelledText, _ reader: Reader, _ path: String
  ) throws -> JudgedReview {
    guard let truth = ReviewTruth(label: row.label) else {
      throw InputError(
        at: .file(path, line: row.line), key: "label",
        expected: "a policy’s code, or none", found: "“\(row.label)”")
    }
    return JudgedReview(
      truth: truth, policies: reader.read(row.upload, by: .review).policies,
      functionality: row.functionality, template: row.template)
  }

  private static func topics(
    _ rows: inout LabelledRows, _ reader: Reader, _ path: String
  ) throws -> TopicReport {
    let ids = TopicNames()
    var texts: [JudgedTopics] = []
    var outside = 0
    var stranger: LabelledText?
    while let row = try rows.next() {
      guard let truth = ids.topics(row.label) else {
        outside += 1
        stranger = stranger ?? row
        continue
      }
      let told = reader.read(row.upload, by: .topics).topics.map { ($0.topic.id, $0.score) }
      texts.append(JudgedTopics(truth: truth, told: told))
    }
    guard !texts.isEmpty else {
      guard let stranger else { throw Failure.data("\(path): there is no row in it") }
      throw InputError(
        at: .file(path, line: stranger.line), key: "label",
        expected: "a topic such as animals/dogs, or none", found: "“\(stranger.label)”")
    }
    return TopicReport(texts, outside: outside)
  }
}

/// Topics by the names that data sets give them: `animals/dogs`, or `dogs` alone.
struct TopicNames {
  private var byName: [String: String] = [:]

  init() {
    for topic in Topic.all {
      byName[topic.id] = topic.id
      if let name = topic.id.split(separator: "/").last { byName[String(name)] = topic.id }
    }
  }

  /// The topics of a label, of which there may be several with blanks between; none where it is
  /// empty or says so; nil where one is not known.
  func topics(_ label: String) -> Set<String>? {
    if ["", "none", "-", "unknown"].contains(label) { return [] }
    let found = label.split(separator: " ").map { byName[String($0)] }
    return found.contains(nil) ? nil : Set(found.compactMap { $0 })
  }
}
