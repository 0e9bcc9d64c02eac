/// One of the four screens.
public enum Screen: String, Sendable, Hashable, CaseIterable {
  /// How the videos spread.
  case spread
  /// The desk's queue and the case in hand.
  case moderate
  /// Every threshold as a slider.
  case tune
  /// Runs, platforms and graphs side by side.
  case compare

  /// The name on its tab.
  public var title: String {
    switch self {
    case .spread: "Spread"
    case .moderate: "Moderate"
    case .tune: "Tune"
    case .compare: "Compare"
    }
  }

  /// The digit that opens it.
  var digit: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

  /// The screen so many tabs further, round the end.
  func moved(by steps: Int) -> Screen {
    let all = Self.allCases
    let place = (all.firstIndex(of: self) ?? 0) + steps
    return all[place - place.floored(by: all.count) * all.count]
  }
}

/// A part of Spread that can be looked at alone or scrolled.
enum Pane: String, Sendable, Hashable, CaseIterable {
  case overview, videos, reach, waves, kpis, topics, desk, sources, events

  /// The next pane in the round, or the one before.
  func moved(by steps: Int) -> Pane {
    let all = Self.allCases
    let place = (all.firstIndex(of: self) ?? 0) + steps
    return all[place - place.floored(by: all.count) * all.count]
  }
}
