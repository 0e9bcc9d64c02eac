import ArgumentParser
import Canvas
import Readers

/// Trains a model.
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Train the model of review or topics.",
    discussion: """
      The same texts and seed give the same bytes. It takes some minutes; the weights that are \
      part of the program are those of its own corpus, in Sources/CWeights/weights. Weights of \
      your own are tried with --weights, in review, recognize and evaluate.
      """)

  @Argument(help: "Which model: review or topics.")
  var model: ModelKind

  @Option(help: ArgumentHelp("The folder with topics, policies and shared.", valueName: "folder"))
  var corpus = Corpus.standard

  @Option(
    help: ArgumentHelp("The file that gets the weights; else review.bin or topics.bin here."))
  var into: String?

  @Option(help: "What decides the training's draws.")
  var seed: UInt64 = 1

  func run() throws {
    let result = try Corpus.train(model, folder: corpus, seed: seed)
    let path = into ?? model.rawValue + ".bin"
    try OutputFile.write(result.weights, replacing: path)
    var output = Output()
    try output.write("\(model.rawValue): \(result.texts) texts, \(VisibleText.escape(path))\n")
    try output.write(result.evaluation.report + "\n")
    try output.flush()
  }
}
