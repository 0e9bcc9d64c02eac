/// Where decisions and settings go while a fork is open, in words.
enum AimWords {
  /// In a few words, for a line that says more.
  static func brief(_ steered: Steered) -> String {
    switch steered {
    case .both: "decisions and settings go to both"
    case .fork: "decisions and settings go to the fork alone"
    }
  }

  /// As a message.
  static func sentence(_ steered: Steered) -> String {
    switch steered {
    case .both: "Decisions and settings now go to both runs."
    case .fork: "Decisions and settings now go to the fork alone."
    }
  }
}
