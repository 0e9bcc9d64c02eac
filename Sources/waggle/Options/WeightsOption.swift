import ArgumentParser
import Catalogue
import Readers

/// Weights of one's own in place of those that ship.
struct WeightsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("Use these weights, as train wrote them.", valueName: "file"))
  var weights: String?

  /// The models, with the weights in place of one kind's.
  func reader(for kind: ModelKind) throws -> Reader {
    let own = try weights.map { try InputFile.read(path: $0) }
    do {
      return try Reader(
        topics: kind == .topics ? own : nil, review: kind == .review ? own : nil)
    } catch {
      guard let weights else { throw Failure.software("the models cannot be loaded: \(error)") }
      throw Failure.data("\(weights): \(error)")
    }
  }
}
