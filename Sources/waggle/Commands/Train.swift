import ArgumentParser
import Canvas
import Readers

/// Trains a model.
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Train the model of review or topics.",
    discussion: """
      The same texts and seed give the same bytes. It takes some minutes; the weights that are \
      part of the program, in Sources/CWeights/weights, are those of its own corpus, and for \
      topics of two public sets beside it, which their card names. Weights of your own are tried \
      with --weights, in review, recognize and evaluate.

      With --data the model of topics learns from tables of labelled texts: from those alone it \
      tells apart whatever their labels are; beside --corpus, the topics of the corpus. A table \
      has columns label (or topic) and text (title, caption, description, transcript), or, \
      between tabs and without names, the label first.
      """)

  @Argument(help: "Which model: review or topics.")
  var model: ModelKind

  @Option(
    help: ArgumentHelp(
      "The folder with topics, policies and shared; without --data, \(Corpus.standard).",
      valueName: "folder"))
  var corpus: String?

  @Option(
    help: ArgumentHelp(
      "Labelled texts, CSV or TSV, for the model of topics; may be given again.",
      valueName: "file"))
  var data: [String] = []

  @Option(
    help: ArgumentHelp("The file that gets the weights; else review.bin or topics.bin here."))
  var into: String?

  @Option(help: "What decides the training's draws, a number from 0 on.")
  var seed: UInt64 = 1

  func validate() throws {
    guard model == .topics || data.isEmpty else {
      throw ValidationError("--data is for topics; the model of review learns from a corpus alone")
    }
  }

  func run() throws {
    let folder = corpus ?? (data.isEmpty ? Corpus.standard : nil)
    let result = try Corpus.train(model, folder: folder, data: data, seed: seed)
    let path = into ?? model.rawValue + ".bin"
    try OutputFile.write(result.weights, replacing: path)
    var output = Output()
    try output.tell("\(model.rawValue): \(result.texts) texts, \(VisibleText.escape(path))\n")
    try output.tell(
      VisibleText.escape(result.evaluation.report, keepingLines: true) + "\n")
    try output.flush()
  }
}
