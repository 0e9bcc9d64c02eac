import Catalogue
public import Dashboard

extension Show {
  /// Goes to the next or previous moment of a kind.
  ///
  /// Where none is known ahead, the run is worked through until one comes or nothing more happens.
  /// - Returns: Whether there was one.
  @discardableResult
  public mutating func step(_ step: Step, forward: Bool) -> Bool {
    if case .minute = step {
      let before = now
      seek(to: forward ? (now / 60 + 1) * 60 : (now - 1) / 60 * 60)
      return now != before
    }
    return forward ? stepForward(step) : stepBack(step)
  }

  private mutating func stepBack(_ step: Step) -> Bool {
    guard let mark = marks.last(where: { $0.at < now && step.stops(at: $0) }) else {
      let first = script.first?.at ?? 0
      guard first < now else { return false }
      seek(to: first)
      return true
    }
    seek(to: mark.at)
    return true
  }

  private mutating func stepForward(_ step: Step) -> Bool {
    if let mark = marks.first(where: { $0.at > now && step.stops(at: $0) }) {
      seek(to: mark.at)
      return true
    }
    let start = now
    seek(to: furthest)
    let seen = marks.count
    while let moment = nextMoment, moment <= Self.end {
      seek(to: max(moment, now + 1))
      if marks[seen...].contains(where: step.stops) { return true }
    }
    return now != start
  }
}

extension Step {
  /// Whether a step ends at a mark.
  func stops(at mark: Mark) -> Bool {
    switch (self, mark.kind) {
    case (.minute, _), (_, .posted), (.wave, .deskCase), (.wave, .decision): false
    case (.wave(let video), .wave), (.wave(let video), .stop): mark.video == video
    case (.decision, _): true
    }
  }
}
