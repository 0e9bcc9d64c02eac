import Catalogue
import Readers

/// What was found on one set of texts.
struct EvaluationReport {
  /// The set.
  let name: String
  /// How many texts have no label, and are taken to be innocent, or about nothing.
  let unlabelled: Int
  /// What was found.
  let findings: Findings
  /// What spelling tricks do, where that was asked for.
  private(set) var tricks: TrickReport?
  /// How fast the texts are classified, where that was asked for.
  var speed: ClassifyingSpeed?

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
    unlabelled = 0
    switch model {
    case .review:
      findings = .review(ReviewReport(heldOut.judgedReviews, thresholds: thresholds))
    case .topics: findings = .topics(TopicReport(heldOut.judgedTopics(labels: model.labels)))
    }
  }

  /// Judges review on the rows of a file.
  init(
    review reader: Reader, path: String, thresholds: ReviewSettings, withTricks: Bool = false
  ) throws {
    name = path
    var rows = try LabelledRows(path: path)
    var texts: [JudgedReview] = []
    var uploads: [(upload: Upload, truth: ReviewTruth)] = []
    var unlabelled = 0
    while let row = try rows.next() {
      unlabelled += row.label.isEmpty ? 1 : 0
      guard let truth = ReviewTruth(label: row.label) else {
        throw Self.unknown(row, path, expected: "a policy’s code, or none")
      }
      if withTricks { uploads.append((row.upload, truth)) }
      texts.append(
        JudgedReview(
          truth: truth, policies: reader.read(row.upload, by: .review).policies,
          functionality: row.functionality, template: row.template))
    }
    guard !texts.isEmpty else { throw Failure.data("\(path): there is no row in it") }
    self.unlabelled = unlabelled
    findings = .review(ReviewReport(texts, thresholds: thresholds))
    tricks = withTricks ? TrickReport(uploads, reader: reader, thresholds: thresholds) : nil
  }

  /// Judges recognition on the rows of a file.
  init(topics recogniser: Recogniser, path: String) throws {
    name = path
    var rows = try LabelledRows(path: path)
    guard rows.hasLabels else { throw Failure.data("\(path): there is no column of topics") }
    let names = TopicNames(recogniser.labels)
    var texts: [JudgedTopics] = []
    var (outside, unlabelled) = (0, 0)
    var stranger: LabelledText?
    while let row = try rows.next() {
      unlabelled += row.label.isEmpty ? 1 : 0
      guard let truth = names.topics(row.label) else {
        outside += 1
        stranger = stranger ?? row
        continue
      }
      let told = recogniser.read(row.upload).topics.map { (topic: $0.name, score: $0.score) }
      texts.append(
        JudgedTopics(truth: truth, told: told, ranked: recogniser.rank(row.upload)))
    }
    guard !texts.isEmpty else {
      guard let stranger else { throw Failure.data("\(path): there is no row in it") }
      let like = recogniser.labels.first ?? ""
      throw Self.unknown(stranger, path, expected: "a topic of the model, such as \(like), or none")
    }
    self.unlabelled = unlabelled
    findings = .topics(TopicReport(texts, outside: outside))
  }

  private static func unknown(
    _ row: LabelledText, _ path: String, expected: String
  ) -> InputError {
    InputError(
      at: .file(path, line: row.line), key: "label", expected: expected, found: "“\(row.label)”")
  }
}
