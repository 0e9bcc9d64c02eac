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

  @OptionGroup var own: WeightsOption

  @OptionGroup var thresholds: ReviewThresholds

  @Option(help: "What decides the training's draws.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Write a model card in Markdown as well.", valueName: "file"))
  var card: String?

  @Flag(help: "One line of JSON for each set of texts.")
  var json = false

  func validate() throws {
    guard own.weights == nil || !data.isEmpty else {
      throw ValidationError("--weights are judged on --data; the corpus trains weights of its own")
    }
  }

  func run() throws {
    var output = Output()
    var reports: [EvaluationReport] = []
    for set in try sets() {
      let report = try set()
      if json { try output.write(report.line) } else { try output.write(report.text + "\n") }
      try output.flush()
      reports.append(report)
    }
    if let card {
      let weights = try own.weights.map { (name: $0, bytes: try InputFile.read(path: $0)) }
      let text = try ModelCard(
        model: model, reports: reports, corpus: usedCorpus, data: data, weights: weights,
        thresholds: thresholds.settings
      ).text
      try OutputFile.write(Array(text.utf8), replacing: card)
    }
  }

  /// The folder that is trained on, if any.
  private var usedCorpus: String? { corpus ?? (data.isEmpty ? Corpus.standard : nil) }

  /// What is to be judged, the corpus first.
  private func sets() throws -> [() throws -> EvaluationReport] {
    var sets: [() throws -> EvaluationReport] = []
    if let folder = usedCorpus {
      sets.append {
        let result = try Corpus.train(model, folder: folder, seed: seed)
        return EvaluationReport(
          model, heldOut: result.evaluation, name: "held-out templates of \(folder)",
          thresholds: thresholds.settings)
      }
    }
    guard !data.isEmpty else { return sets }
    let reader = try own.reader(for: model)
    for path in data {
      sets.append {
        try EvaluationReport(
          model, reader: reader, path: path, thresholds: thresholds.settings)
      }
    }
    return sets
  }
}
