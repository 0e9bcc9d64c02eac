import ArgumentParser
import Canvas
import Readers

/// Trains the models from a corpus folder.
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Train the models of topics and review from a folder of texts.",
    discussion: """
      The same folder and seed give the same bytes. It takes some minutes; the weights that are \
      part of the program are those of its own corpus, in Sources/CWeights/weights.
      """)

  @Argument(help: "The folder with topics, policies and shared.")
  var corpus: String

  @Option(help: ArgumentHelp("The folder that gets the weights.", valueName: "folder"))
  var into: String

  @Option(help: "Train this one alone: topics or review.")
  var model: ModelKind?

  @Option(help: "What decides the training's draws.")
  var seed: UInt64 = 1

  func run() throws {
    var output = Output()
    for kind in model.map({ [$0] }) ?? ModelKind.allCases {
      let result = try trained(kind)
      let path = into + "/" + kind.rawValue + ".bin"
      try OutputFile.write(result.weights, replacing: path)
      try output.write("\(kind.rawValue): \(result.texts) texts, \(VisibleText.escape(path))\n")
      try output.write(result.evaluation.report + "\n\n")
      try output.flush()
    }
  }

  private func trained(_ kind: ModelKind) throws -> TrainingResult {
    do {
      return try Training.train(kind, corpusDirectory: corpus, seed: seed)
    } catch {
      switch error {
      case .unreadable, .empty: throw Failure.noInput(error.description)
      case .line, .unknownLabel: throw Failure.data(error.description)
      }
    }
  }
}
