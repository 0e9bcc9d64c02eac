import ArgumentParser
import Catalogue
import Readers

/// Weights of one's own in place of those that ship.
struct WeightsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("Use these weights, as train wrote them.", valueName: "file"))
  var weights: String?

  /// The models, with the weights in place of review's.
  func reader() throws -> Reader { try loaded { try Reader(review: $0) } }

  /// The model of topics, which may have labels of its own.
  func recogniser() throws -> Recogniser {
    try loaded { try $0.map { try Recogniser(weights: $0) } ?? .shipped() }
  }

  private func loaded<Model>(_ load: ([UInt8]?) throws -> Model) throws -> Model {
    let own = try weights.map { try InputFile.read(path: $0) }
    do {
      return try load(own)
    } catch {
      guard let weights else { throw Failure.software("the models cannot be loaded: \(error)") }
      throw Failure.data("\(weights): \(error)")
    }
  }
}
