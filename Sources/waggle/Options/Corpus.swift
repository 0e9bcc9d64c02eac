import Glibc
import Readers

/// The folder of texts that models are trained on.
enum Corpus {
  /// Where it lies in the repository.
  static let standard = "Sources/Readers/Corpus"

  /// Trains a model from a folder, from files of labelled texts, or from both, with errors that say
  /// which file is wrong.
  static func train(
    _ kind: ModelKind, folder: String?, data: [String] = [], seed: UInt64,
    holdingOut heldOut: HeldOut = .templates
  ) throws -> TrainingResult {
    do {
      return try Training.train(
        kind, corpusDirectory: folder, data: data, seed: seed, holdingOut: heldOut)
    } catch {
      switch error {
      case .unreadable, .empty: throw Failure.noInput(error.description)
      case .line, .unknownLabel, .classes: throw Failure.data(error.description)
      }
    }
  }
}
