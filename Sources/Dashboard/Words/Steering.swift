import Canvas
import Catalogue
import Distribution

extension Scene {
  /// Whether what is decided or set now goes to the fork alone: as somebody chose, or because the run
  /// itself does not change.
  var goesToFork: Bool { fork != nil && (steered == .fork || !canChange) }

  /// The run that what is decided or set now goes to; the original where it goes to both.
  var steeredSnapshot: Snapshot { goesToFork ? fork?.snapshot ?? snapshot : snapshot }

  /// Where what is decided or set now goes, for the end of a sentence; empty without a fork.
  var whither: String {
    guard fork != nil else { return "" }
    return goesToFork ? ", in the fork alone" : ", in both runs"
  }
}

extension View {
  /// Which run a decision or a setting goes to, and how to change that; nil without a fork.
  var steering: [Piece]? {
    guard scene.fork != nil else { return nil }
    let change: [Piece] =
      scene.canChange
      ? [Piece("a", .key), .muted(" switches.")] : [.muted("A replay stays as it is.")]
    return [.plain(" " + AimWords.sentence(steered)), .gap(1)] + change
  }
}
