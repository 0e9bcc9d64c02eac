import ArgumentParser
import Catalogue
import Readers

/// How good a model is on texts that are known.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Judge the model of review or topics on texts that are known.",
    discussion: """
      Without --data it trains on the corpus, once for each third of the templates that is held \
      out, and judges on those: never on rows drawn at random, whose twins were learnt from. That \
      takes some minutes. With --data the program's own weights, or --weights, judge every row.

      A table (CSV, or TSV) has a column of text (caption, text, title, description, prompt, \
      prompt_text, question, test_case; transcript, onScreenText, hashtags, sound) and one called \
      label, label_gold, policy, topic or hazard; functionality or type, and template or \
      templ_id, where they are there, say what is reported together. NDJSON has an upload a line \
      with label and functionality. A label of review is a policy's code, or empty or none for \
      what is innocent; a table without labels is taken to be innocent.
      """)

  @Argument(help: "Which model: review or topics.")
  var model: ModelKind

  @Option(help: ArgumentHelp("A file of known texts; may be given again.", valueName: "file"))
  var data: [String] = []

  @Option(
    help: ArgumentHelp(
      "Train on this folder of texts and judge on held-out templates; without --data, "
        + "\(Corpus.standard).",
      valueName: "folder"))
  var corpus: String?

  @Option(
    help: ArgumentHelp(
      "Labelled texts that the model learns from beside the corpus (topics), which a card names.",
      valueName: "file"))
  var learn: [String] = []

  @Option(
    help: ArgumentHelp(
      "What of the corpus is held out together: templates, or (review) whole functionalities.",
      valueName: "what"))
  var holdOut = HeldOut.templates

  @OptionGroup var own: WeightsOption

  @OptionGroup var thresholds: ReviewThresholds

  @Option(help: "What decides the training's draws, a number from 0 on.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Write a model card in Markdown as well.", valueName: "file"))
  var card: String?

  @Flag(help: "Write every text of --data by every spelling trick as well (review).")
  var tricks = false

  @Flag(help: "Tell how many texts of --data are classified a second on one core (topics).")
  var speed = false

  @Flag(help: "One line of JSON for each set of texts.")
  var json = false

  func validate() throws {
    guard own.weights == nil || !data.isEmpty else {
      throw ValidationError("--weights are judged on --data; the corpus trains weights of its own")
    }
    guard !tricks || model == .review && !data.isEmpty else {
      throw ValidationError("--tricks are tried with review, on --data")
    }
    guard !speed || model == .topics && !data.isEmpty else {
      throw ValidationError("--speed is measured with topics, on --data")
    }
    guard model == .topics || learn.isEmpty else {
      throw ValidationError("--learn is for topics; the model of review learns from a corpus alone")
    }
    guard model == .review || holdOut == .templates else {
      throw ValidationError("topics have no functionalities to hold out")
    }
  }

  func run() throws {
    var output = Output()
    var reports: [EvaluationReport] = []
    var weights: [(name: String, bytes: [UInt8])] = []
    func tell(_ report: EvaluationReport) throws {
      if json { try output.write(report.line) } else { try output.tell(report.text + "\n") }
      try output.flush()
      reports.append(report)
    }
    if let folder = trained {
      let result = try Corpus.train(
        model, folder: folder, data: learn, seed: seed, holdingOut: holdOut)
      weights.append(("trained on \(folder), seed \(seed)", result.weights))
      try tell(
        EvaluationReport(
          model, heldOut: result.evaluation, name: "held-out \(holdOut.rawValue) of \(folder)",
          thresholds: thresholds.settings))
    }
    if !data.isEmpty {
      let judge = try judge()
      let bytes = try own.weights.map { try InputFile.read(path: $0) }
      weights.append((own.weights ?? "part of the program", bytes ?? ShippedWeights.bytes(model)))
      for path in data {
        try tell(judge(path))
      }
    }
    if let card { try write(card, reports, weights) }
  }

  /// What judges a file.
  private func judge() throws -> (String) throws -> EvaluationReport {
    switch model {
    case .review:
      let reader = try own.reader()
      let settings = thresholds.settings
      return { [tricks] path in
        try EvaluationReport(
          review: reader, path: path, thresholds: settings, withTricks: tricks)
      }
    case .topics:
      let recogniser = try own.recogniser()
      return { [speed] path in
        var report = try EvaluationReport(topics: recogniser, path: path)
        if speed { report.speed = try ClassifyingSpeed(of: recogniser, on: path) }
        return report
      }
    }
  }

  /// The folder that is trained on, if any.
  private var trained: String? { corpus ?? (data.isEmpty ? Corpus.standard : nil) }

  private func write(
    _ card: String, _ reports: [EvaluationReport], _ weights: [(name: String, bytes: [UInt8])]
  ) throws {
    let text = ModelCard(
      model: model, reports: reports, weights: weights,
      learnt: try (trained.map { [try DataSource.folder($0)] } ?? [])
        + learn.map { try DataSource.file($0) },
      data: try data.map { try DataSource.file($0) }, thresholds: thresholds.settings
    ).text
    try OutputFile.write(Array(text.utf8), replacing: card)
  }
}
